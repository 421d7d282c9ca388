// The official OpenAI client judges the practice model.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import OpenAI from 'openai';
import { Practice } from './practice.mjs';

let practice, client;
const messages = [
    { role: 'system', content: 'You are Maya. ```keep calm```' },
    { role: 'user', content: 'Hello' },
    { role: 'assistant', content: 'Hi' },
    { role: 'user', content: 'How are you?' },
];

before(async () => {
    practice = await Practice.start();
    client = new OpenAI({ baseURL: practice.llm, apiKey: 'none', maxRetries: 0 });
    await practice.do('modelFaults');
});
afterEach(() => practice.do('modelFaults'));
after(() => practice?.stop());

test('lists its model', async () => {
    const models = [];
    for await (const model of client.models.list())
        models.push(model);
    assert.deepEqual(models.map((model) => model.id), ['practice']);
    assert.equal((await client.models.retrieve('practice')).object, 'model');
    await assert.rejects(client.models.retrieve('gpt-9'), OpenAI.NotFoundError);
});

test('says that it is no AI and shows what it was given', async () => {
    const completion = await client.chat.completions.create({ model: 'practice', messages });
    assert.equal(completion.object, 'chat.completion');
    assert.equal(completion.choices.length, 1);
    assert.equal(completion.choices[0].finish_reason, 'stop');
    const text = completion.choices[0].message.content;
    assert.match(text, /no AI/);
    assert.match(text, /You are Maya/);
    assert.match(text, /- user: Hello\n- assistant: Hi\n- user: How are you\?/);
    assert.match(text, /> How are you\?$/);
    assert.ok(completion.usage.prompt_tokens > 0);
    assert.equal(completion.usage.total_tokens, completion.usage.prompt_tokens + completion.usage.completion_tokens);
});

test('streams the same words, with usage where asked', async () => {
    const whole = await client.chat.completions.create({ model: 'practice', messages });
    const stream = client.chat.completions.stream({ model: 'practice', messages, stream_options: { include_usage: true } });
    const chunks = [];
    stream.on('chunk', (chunk) => chunks.push(chunk));
    const final = await stream.finalChatCompletion();
    assert.equal(final.choices[0].message.content, whole.choices[0].message.content);
    assert.deepEqual(final.usage, whole.usage);
    assert.equal(chunks[0].choices[0].delta.role, 'assistant');
    assert.deepEqual(chunks.at(-1).choices, []);
    assert.equal(chunks.at(-2).choices[0].finish_reason, 'stop');
    const silent = await client.chat.completions.create({ model: 'practice', messages, stream: true });
    for await (const chunk of silent)
        assert.equal('usage' in chunk, false);
});

test('stops at a token limit and at a stop sequence', async () => {
    await practice.do('modelFaults', { faults: { answer: 'one two three four' } });
    const limited = await client.chat.completions.create({ model: 'practice', messages, max_completion_tokens: 2 });
    assert.equal(limited.choices[0].message.content, 'one two');
    assert.equal(limited.choices[0].finish_reason, 'length');
    const stopped = await client.chat.completions.create({ model: 'practice', messages, stop: ' three' });
    assert.equal(stopped.choices[0].message.content, 'one two');
    assert.equal(stopped.choices[0].finish_reason, 'stop');
});

for (const [what, body, type, param, code] of [
    ['no messages', { model: 'practice' }, OpenAI.BadRequestError, 'messages', 'missing_required_parameter'],
    ['empty messages', { model: 'practice', messages: [] }, OpenAI.BadRequestError, 'messages', 'empty_array'],
    ['no model', { messages }, OpenAI.BadRequestError, 'model', 'missing_required_parameter'],
    ['an unknown role', { model: 'practice', messages: [{ role: 'narrator', content: 'x' }] }, OpenAI.BadRequestError, 'messages[0].role', 'invalid_value'],
    ['no content', { model: 'practice', messages: [{ role: 'user' }] }, OpenAI.BadRequestError, 'messages[0].content', 'missing_required_parameter'],
    ['a wild temperature', { model: 'practice', messages, temperature: 3 }, OpenAI.BadRequestError, 'temperature', 'invalid_value'],
    ['an unknown parameter', { model: 'practice', messages, warmth: 3 }, OpenAI.BadRequestError, 'warmth', 'unknown_parameter'],
    ['an unknown model', { model: 'gpt-9', messages }, OpenAI.NotFoundError, null, 'model_not_found'],
]) {
    test(`refuses ${what} with a typed error`, async () => {
        await assert.rejects(client.chat.completions.create(body), (error) => {
            assert.ok(error instanceof type, error.message);
            assert.equal(error.param, param);
            assert.equal(error.code, code);
            return true;
        });
    });
}

for (const [status, type] of [[401, OpenAI.AuthenticationError], [429, OpenAI.RateLimitError], [503, OpenAI.InternalServerError]]) {
    test(`fails with ${status} when asked to`, async () => {
        await practice.do('modelFaults', { faults: { failEvery: 1, failStatus: status } });
        await assert.rejects(client.chat.completions.create({ model: 'practice', messages }), type);
    });
}

test('is asked again by the client after a failure', async () => {
    await practice.do('modelFaults', { faults: { failEvery: 2, failStatus: 503, answer: 'fine' } });
    const patient = new OpenAI({ baseURL: practice.llm, apiKey: 'none', maxRetries: 1 });
    for (let i = 0; i < 2; i++) {
        const completion = await patient.chat.completions.create({ model: 'practice', messages });
        assert.equal(completion.choices[0].message.content, 'fine');
    }
});

test('cuts a stream in the middle when asked to', async () => {
    await practice.do('modelFaults', { faults: { cutEvery: 1, answer: 'one two three four' } });
    let text = '';
    await assert.rejects(async () => {
        for await (const chunk of await client.chat.completions.create({ model: 'practice', messages, stream: true }))
            text += chunk.choices[0]?.delta.content ?? '';
    });
    assert.equal(text, 'one two');
});
