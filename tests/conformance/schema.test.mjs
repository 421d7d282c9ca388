// Discord's OpenAPI description judges every body that Loopflow sends and every answer of the practice server.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, afterEach, before, test } from 'node:test';
import { Practice } from './practice.mjs';
import { judgeAnswer, judgeBody, template, unknownFields } from './schema.mjs';

let practice, bot, person, messages;
const covered = new Set();

/** Calls the practice server and judges the answer; `code` is the error that Discord would give. */
const caller = (headers) => async (method, path, { body, raw, type = 'application/json', status = 200, code } = {}) => {
    const answer = await fetch(practice.api + path, {
        method, headers: { ...headers, ...(type && (body ?? raw) !== undefined && { 'content-type': type }) },
        body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const text = await answer.text();
    const json = text ? JSON.parse(text) : undefined;
    assert.equal(answer.status, status, `${method} ${path}: ${text}`);
    assert.deepEqual(judgeAnswer(method, path, answer.status, json), [], `${method} ${path}: ${text}`);
    if (code !== undefined)
        assert.equal(json.code, code, text);
    covered.add(`${method} ${template(method, path)}`);
    return json;
};

before(async () => {
    practice = await Practice.start();
    messages = `/channels/${practice.bot.dm}/messages`;
    const agent = { 'user-agent': 'DiscordBot (https://example.org, 1)' };
    bot = caller({ ...agent, authorization: `Bot ${practice.bot.token}` });
    person = caller({ authorization: practice.person.token });
});
afterEach(() => practice.do('faults'));
after(() => practice?.stop());

test('the judge itself finds what is wrong', () => {
    assert.notDeepEqual(judgeBody('POST', '/channels/1/messages', { content: 'x'.repeat(2001) }), []);
    assert.notDeepEqual(judgeBody('POST', '/channels/1/messages', { content: 5 }), []);
    assert.deepEqual(judgeBody('POST', '/channels/1/messages', { contents: 'x' }), ['/contents is unknown']);
    assert.deepEqual(unknownFields({ $ref: '#/components/schemas/MessageCreateRequest' }, { allowed_mentions: { users: [], reply: true } }),
        ['/allowed_mentions/reply is unknown']);
    assert.notDeepEqual(judgeAnswer('GET', '/users/@me', 200, { id: '1' }), []);
    assert.notDeepEqual(judgeAnswer('POST', '/channels/1/messages', 200, undefined), []);
});

test('every call that Loopflow makes has a body as described, and is accepted', async () => {
    const { id } = await practice.say('a question');
    const own = await bot('POST', messages, { body: { content: 'to be edited' } });
    const lines = execFileSync(process.env.REST_PROBE, [practice.bot.dm, id, practice.person.id], { encoding: 'utf8' });
    const calls = lines.trim().split('\n').map((line) => JSON.parse(line));
    assert.ok(calls.length > 10);
    for (const { method, path, body } of calls) {
        const json = body ? JSON.parse(body) : undefined;
        assert.deepEqual(judgeBody(method, path, json), [], `${method} ${path}: ${body}`);
        const target = method === 'PATCH' ? path.replace(id, own.id) : path;
        await bot(method, target, { body: json, status: path.endsWith('/typing') ? 204 : 200 });
    }
});

test('users, applications and the gateway are answered as described', async () => {
    await bot('GET', '/gateway');
    await bot('GET', '/gateway/bot');
    await bot('GET', '/users/@me');
    await person('GET', '/users/@me');
    await bot('GET', `/users/${practice.person.id}`);
    await bot('GET', '/users/1', { status: 404, code: 10013 });
    await bot('GET', '/applications/@me');
    await bot('PATCH', '/users/@me', { body: { username: 'Maja', avatar: null } });
    await bot('PATCH', '/users/@me', { body: { username: '@' }, status: 400, code: 50035 });
    const install = { scopes: ['bot', 'applications.commands'], permissions: '377957239872' };
    await bot('PATCH', '/applications/@me', { body: {
        flags: 1 << 19, description: 'Helps', tags: ['chat'], install_params: install,
        integration_types_config: { 0: { oauth2_install_params: install }, 1: {} },
    } });
    await bot('PATCH', '/applications/@me', { body: { flags: 1 << 18 }, status: 400, code: 50035 });
    await person('GET', '/gateway/bot', { status: 403, code: 20002 });
});

test('channels and messages are answered as described', async () => {
    await bot('POST', '/users/@me/channels', { body: { recipient_id: practice.person.id } });
    await bot('POST', '/users/@me/channels', { body: { recipient_id: '1' }, status: 400, code: 50033 });
    await bot('GET', `/channels/${practice.bot.dm}`);
    await bot('GET', '/channels/1', { status: 404, code: 10003 });
    const question = await person('POST', messages, { body: { content: `<@${practice.bot.id}> what?`, nonce: 12 } });
    assert.equal(question.nonce, 12);
    assert.equal(question.mentions[0].id, practice.bot.id);
    const reply = await bot('POST', messages, { body: { content: 'that', nonce: 'n', message_reference: { message_id: question.id } } });
    assert.equal(reply.type, 19);
    await bot('PATCH', `${messages}/${reply.id}`, { body: { content: 'this' } });
    await bot('GET', `${messages}/${reply.id}`);
    for (const query of ['', '?limit=1', `?before=${reply.id}`, `?after=${question.id}`, `?around=${reply.id}&limit=5`])
        await bot('GET', messages + query);
    await bot('POST', `/channels/${practice.bot.dm}/typing`, { status: 204 });
    await person('DELETE', `${messages}/${question.id}`, { status: 204 });
    const orphan = await bot('GET', `${messages}/${reply.id}`);
    assert.equal(orphan.referenced_message, null);
    await bot('DELETE', `${messages}/${reply.id}`, { status: 204 });
    await bot('GET', `${messages}/${reply.id}`, { status: 404, code: 10008 });
});

test('the server, its channels, roles and members are answered as described', async () => {
    const guild = `/guilds/${practice.guild}`;
    await bot('GET', guild, { status: 403, code: 50001 });
    await practice.do('join');
    assert.equal((await bot('GET', '/users/@me/guilds'))[0].id, practice.guild);
    assert.equal((await bot('GET', guild)).owner_id, (await bot('GET', '/applications/@me')).owner.id);
    const channels = await bot('GET', `${guild}/channels`);
    await bot('GET', `${guild}/roles`);
    await bot('GET', `${guild}/members/${practice.bot.id}`);
    await bot('GET', `${guild}/members/${practice.person.id}`);
    await bot('GET', `${guild}/members/${practice.other.id}`, { status: 404, code: 10007 });
    await bot('GET', `/channels/${channels[0].id}`);
    await bot('GET', `/channels/${channels[0].id}/messages`);
    await bot('GET', '/guilds/1', { status: 404, code: 10004 });
    await bot('DELETE', `/users/@me/guilds/${practice.guild}`, { status: 204 });
    await bot('GET', `/channels/${channels[0].id}`, { status: 403, code: 50001 });
});

test('every refusal is answered as described', async () => {
    const nobody = caller({ 'user-agent': 'DiscordBot (x, 1)' });
    await nobody('GET', '/users/@me', { status: 401, code: 0 });
    const browser = caller({ authorization: `Bot ${practice.bot.token}`, 'user-agent': 'Mozilla/5.0' });
    await browser('GET', '/users/@me', { status: 403, code: 40333 });
    const other = caller({ authorization: `Bot ${practice.other.token}`, 'user-agent': 'DiscordBot (x, 1)' });
    await other('GET', messages, { status: 403, code: 50001 });
    const refused = (body, code, more) => bot('POST', messages, { body, status: 400, code, ...more });
    await refused(undefined, 50109, { raw: '{' });
    await refused(undefined, 50035, { raw: '[]' });
    await refused({ content: 'x' }, 50035, { type: 'text/plain' });
    await refused({}, 50006);
    await refused({ content: '' }, 50006);
    await refused({ content: [] }, 50035);
    await refused({ content: 'x'.repeat(2001) }, 50035);
    await refused({ content: 'x'.repeat(4001) }, 50035);
    await refused({ content: 'x', nonce: 'n'.repeat(26) }, 50035);
    await refused({ content: 'x', tts: 'yes' }, 50035);
    await refused({ content: 'x', message_reference: { message_id: '1' } }, 50035);
    await refused({ content: 'x', message_reference: {} }, 50035);
    await refused({ content: 'x', allowed_mentions: { parse: ['users'], users: [practice.person.id] } }, 50035);
    await refused({ content: 'x', allowed_mentions: { parse: ['all'] } }, 50035);
    for (const query of ['?limit=0', '?limit=101', '?limit=x', '?before=x'])
        await bot('GET', messages + query, { status: 400, code: 50035 });
    const { id } = await practice.say('mine');
    await bot('PATCH', `${messages}/${id}`, { body: { content: 'yours' }, status: 403, code: 50005 });
    await bot('DELETE', `${messages}/${id}`, { status: 403, code: 50003 });
    await practice.do('faults', { faults: { limitEvery: 1, limitRetryAfter: 0.3 } });
    const limited = await bot('GET', '/users/@me', { status: 429 });
    assert.equal(limited.retry_after, 0.3);
});

test('every endpoint of the practice server was judged', () => {
    assert.deepEqual([...covered].sort(), [
        'DELETE /channels/{channel_id}/messages/{message_id}', 'DELETE /users/@me/guilds/{guild_id}', 'GET /applications/@me', 'GET /channels/{channel_id}',
        'GET /channels/{channel_id}/messages', 'GET /channels/{channel_id}/messages/{message_id}', 'GET /gateway',
        'GET /gateway/bot', 'GET /guilds/{guild_id}', 'GET /guilds/{guild_id}/channels',
        'GET /guilds/{guild_id}/members/{user_id}', 'GET /guilds/{guild_id}/roles', 'GET /users/@me',
        'GET /users/@me/guilds', 'GET /users/{user_id}', 'PATCH /applications/@me',
        'PATCH /channels/{channel_id}/messages/{message_id}', 'PATCH /users/@me', 'POST /channels/{channel_id}/messages',
        'POST /channels/{channel_id}/typing', 'POST /users/@me/channels',
    ]);
});
