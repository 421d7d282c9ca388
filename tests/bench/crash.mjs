// Kills a headless Loopflow (kill -9) at random moments of a busy conversation and counts how often every question
// was answered. Half of the times Discord has forgotten its nonces before Loopflow is back.
//
//   node tests/bench/crash.mjs --loopflow build/loopflow --server build/test/tests/conformance/practice_server [--kills 50]
//
// Ends with 0 when every question was answered once.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const argument = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : process.argv[at + 1];
};
const loopflow = resolve(argument('loopflow', 'build/loopflow'));
process.env.PRACTICE_SERVER = resolve(argument('server', 'build/test/tests/conformance/practice_server'));
const kills = Number(argument('kills', 50)), people = 6;
const { Practice } = await import('../conformance/practice.mjs');

const sleep = ms => new Promise(done => setTimeout(done, ms));
const folder = mkdtempSync(join(tmpdir(), 'loopflow-crash-'));
const server = await Practice.start();
// Long enough for two messages, slow enough to be killed in the middle of.
const part = word => `${`${word}${'-'.repeat(180)} `.repeat(10)}`;
await server.do('modelFaults', { faults: { tokenMs: 8, answer: `${part('word')}\n\n${part('end')}` } });
await server.do('faults', { faults: { delayMs: 20 } });

const environment = {
    ...process.env, LOOPFLOW_DISCORD_API: server.api, LOOPFLOW_TOKEN_CRASH: server.bot.token,
    OPENAI_BASE_URL: server.llm, OPENAI_API_KEY: 'none',
};
execFileSync(loopflow, ['--data-dir', join(folder, 'data'), 'init', 'crash', '--provider', 'openai', '--model', 'practice'],
    { env: environment, stdio: 'ignore' });
const start = () => spawn(loopflow, ['--headless', '--data-dir', join(folder, 'data')], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });

const call = async (token, method, path, body) => {
    const answer = await fetch(server.api + path, {
        method, headers: { authorization: token, 'content-type': 'application/json' }, body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
};

const all = async person => {
    const messages = [];
    for (let after = '1'; ;) {
        const page = await call(person.token, 'GET', `/channels/${person.dm}/messages?limit=100&after=${after}`);
        messages.push(...page.reverse());
        if (page.length < 100) return messages;
        after = messages.at(-1).id;
    }
};
// Parts of an answer: from the message that refers to the question to the next reference.
const answers = messages => {
    const byQuestion = new Map();
    let current;
    for (const m of messages) {
        if (m.author.id !== server.bot.id) continue;
        const to = m.message_reference?.message_id;
        if (to) (byQuestion.get(to) ?? byQuestion.set(to, []).get(to)).push(current = []);
        current?.push(m.content);
    }
    return byQuestion;
};
const isWhole = parts => parts.length === 2 && parts[0].startsWith('word') && parts[1].startsWith('end');

let running = true;
// Each person asks again as soon as the last question has its whole answer.
const talk = async person => {
    while (running) {
        const question = await call(person.token, 'POST', `/channels/${person.dm}/messages`, { content: `question ${person.asked.length}` });
        person.asked.push(question.id);
        for (let tries = 0; tries < 600; ++tries) {
            await sleep(50);
            const page = await call(person.token, 'GET', `/channels/${person.dm}/messages?limit=20&after=${question.id}`);
            if (page.filter(m => m.author.id === server.bot.id).length >= 2) break;
        }
        await sleep(Math.random() * 300);
    }
};

let host = start();
process.on('exit', () => host.kill('SIGKILL'));
await sleep(1500);
const crowd = [];
for (let i = 0; i < people; ++i) crowd.push({ ...await server.do('addPerson', { text: `person${i}` }), asked: [] });
const talks = crowd.map(talk);
await sleep(1500); // every channel is known before the first crash: a first message ever that nobody hears is lost
for (let i = 0; i < kills; ++i) {
    await sleep(200 + Math.random() * 1800);
    const gone = new Promise(done => host.once('exit', done));
    host.kill('SIGKILL');
    await gone;
    if (i % 2) await server.do('forgetNonces');
    host = start();
}
await sleep(2000);
running = false;
await Promise.all(talks);
await sleep(2000);

const counts = { kills, questions: 0, once: 0, unanswered: 0, twice: 0, incomplete: 0 };
for (const person of crowd) {
    const byQuestion = answers(await all(person));
    for (const id of person.asked) {
        const given = byQuestion.get(id) ?? [];
        ++counts.questions;
        if (!given.length) ++counts.unanswered;
        else if (given.length > 1) ++counts.twice;
        else if (!isWhole(given[0])) ++counts.incomplete;
        else ++counts.once;
    }
}
const ended = new Promise(done => host.once('exit', done));
host.kill('SIGTERM');
await ended;
server.stop();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(counts));
process.exit(counts.once === counts.questions ? 0 : 1);
