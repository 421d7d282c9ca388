// aimock plays OpenAI and Anthropic; llm_probe.cpp is Loopflow's LLM client, which must make sense of it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { LLMock } from '@copilotkit/aimock';

const run = promisify(execFile);
const mock = new LLMock({ port: 0, logLevel: 'silent' });
const text = 'Héllo there 👋, this is a mock that speaks in several pieces.';

before(async () => {
    const usage = { prompt_tokens: 21, completion_tokens: 13, total_tokens: 34, input_tokens: 21, output_tokens: 13 };
    mock.onMessage('success', { content: text, usage });
    mock.onMessage('thinking', { content: text, reasoning: 'Let me think about that for a while.' });
    mock.onMessage('ratelimit', { error: { message: 'Slow down', type: 'rate_limit_error' }, status: 429, retryAfter: 7 });
    mock.onMessage('overloaded', { error: { message: 'Overloaded', type: 'overloaded_error' }, status: 529 });
    mock.onMessage('wrongkey', { error: { message: 'Incorrect API key provided', type: 'authentication_error', code: 'invalid_api_key' }, status: 401 });
    mock.onMessage('broken', { error: { message: 'It broke', type: 'server_error' }, status: 500 });
    mock.onMessage('cutoff', { content: text }, { truncateAfterChunks: 3, chunkSize: 4 });
    await mock.start();
});
after(() => mock.stop());

for (const [provider, model] of [['openai', 'gpt-6-sol'], ['anthropic', 'claude-sonnet-5-5']]) {
    const base = () => provider === 'openai' ? `${mock.url}/v1` : mock.url;
    const ask = async (question) => {
        const env = { ...process.env, LLM_PROBE_KEY: 'mock-key' };
        const { stdout } = await run(process.env.LLM_PROBE, [provider, base(), model, question], { env, timeout: 30000 });
        return JSON.parse(stdout);
    };
    const fails = (question, error, more = {}) => test(`${provider}: ${question} is ${error}`, async () => {
        const outcome = await ask(question);
        assert.equal(outcome.error, error, outcome.message ?? JSON.stringify(outcome));
        assert.ok(outcome.message.length > 10, 'the failure is a sentence');
        for (const [name, value] of Object.entries(more))
            assert.equal(outcome[name], value, name);
    });

    test(`${provider}: streams a whole answer with its usage`, async () => {
        const outcome = await ask('success');
        assert.equal(outcome.text, text);
        assert.equal(outcome.streamed, text);
        assert.equal(outcome.complete, true);
        assert.equal(outcome.thought, false);
        assert.deepEqual([outcome.input, outcome.output], [21, 13]);
    });
    test(`${provider}: keeps thinking out of the answer`, async () => {
        const outcome = await ask('thinking');
        assert.equal(outcome.text, text);
        assert.equal(outcome.streamed, text);
        assert.equal(outcome.thought, true);
    });
    fails('ratelimit', 'RateLimited', { retryable: true, retryAfterMs: 7000 });
    fails('overloaded', 'Unavailable', { retryable: true, overloaded: true });
    fails('wrongkey', 'Unauthorized', { retryable: false });
    fails('broken', 'Unavailable', { retryable: true });
    fails('nothing-matches', 'NotFound', { retryable: false });
    test(`${provider}: knows a cut answer from a whole one`, async () => {
        const outcome = await ask('cutoff');
        assert.ok(['Incomplete', 'Unreachable'].includes(outcome.error), JSON.stringify(outcome));
        assert.equal(outcome.retryable, true);
        assert.ok(text.startsWith(outcome.streamed) && outcome.streamed.length < text.length);
    });
}
