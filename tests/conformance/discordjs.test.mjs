// discord.js judges the practice server: it logs in, talks in a DM, and comes back after a dropped connection.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { Client, DiscordAPIError, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import { Practice, within } from './practice.mjs';

let practice, client;

const next = async (event, wanted = () => true) => within((async () => {
    for (;;) {
        const args = await once(client, event);
        if (wanted(...args))
            return args;
    }
})(), event);

before(async () => {
    practice = await Practice.start();
    client = new Client({
        intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages, GatewayIntentBits.DirectMessageTyping],
        partials: [Partials.Channel, Partials.Message],
        rest: { api: practice.api.replace(/\/v10$/, ''), version: '10', retries: 1 },
        makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings }),
    });
    const ready = once(client, Events.ClientReady);
    await client.login(practice.bot.token);
    await within(ready, 'ready');
});

after(async () => {
    await client?.destroy();
    practice?.stop();
});

test('logs in as the bot', () => {
    assert.equal(client.user.id, practice.bot.id);
    assert.equal(client.user.bot, true);
    assert.equal(client.application.id, practice.bot.id);
});

test('receives a direct message and replies to it', async () => {
    const received = next(Events.MessageCreate);
    const { id } = await practice.say('hello there');
    const [message] = await received;
    assert.equal(message.id, id);
    assert.equal(message.content, 'hello there');
    assert.equal(message.author.id, practice.person.id);
    assert.equal(message.channel.isDMBased(), true);
    assert.equal(message.guild, null);
    await message.channel.sendTyping();
    const echo = next(Events.MessageCreate, (m) => m.author.id === client.user.id);
    const reply = await message.reply({ content: 'hello back', allowedMentions: { repliedUser: true } });
    assert.equal(reply.reference.messageId, id);
    assert.equal(reply.mentions.repliedUser.id, practice.person.id);
    assert.equal((await echo)[0].id, reply.id);
    const { messages } = await practice.do('messages');
    assert.deepEqual(messages.map((m) => m.content), ['hello there', 'hello back']);
});

test('edits, reads and deletes its message', async () => {
    const channel = await client.channels.fetch(practice.bot.dm);
    const message = await channel.send('first');
    const updated = next(Events.MessageUpdate, (_, m) => m.id === message.id);
    await message.edit('second');
    const [, now] = await updated;
    assert.equal(now.content, 'second');
    assert.ok(now.editedTimestamp >= message.createdTimestamp);
    const page = await channel.messages.fetch({ limit: 1 });
    assert.equal(page.first().content, 'second');
    const deleted = next(Events.MessageDelete, (m) => m.id === message.id);
    await message.delete();
    await deleted;
    await assert.rejects(channel.messages.fetch(message.id), (error) => error instanceof DiscordAPIError && error.code === 10008);
});

test('sees a person type, edit and delete', async () => {
    const typing = next(Events.TypingStart);
    await practice.do('type');
    assert.equal((await typing)[0].user.id, practice.person.id);
    const created = next(Events.MessageCreate);
    const { id } = await practice.say('typo');
    await created;
    const updated = next(Events.MessageUpdate);
    await practice.do('edit', { message: id, text: 'no typo' });
    assert.equal((await updated)[1].content, 'no typo');
    const deleted = next(Events.MessageDelete);
    await practice.do('erase', { message: id });
    assert.equal((await deleted)[0].id, id);
});

test('gets the same message for the same nonce', async () => {
    const channel = await client.channels.fetch(practice.bot.dm);
    const body = { content: 'once', nonce: 'once.1', enforceNonce: true };
    const [first, second] = [await channel.send(body), await channel.send(body)];
    assert.equal(first.id, second.id);
});

test('sees the server that it joins, and that it leaves', async () => {
    assert.equal(client.guilds.cache.size, 0);
    const joined = next(Events.GuildCreate);
    await practice.do('join');
    const [guild] = await joined;
    assert.equal(guild.id, practice.guild);
    assert.equal(guild.available, true);
    assert.equal(guild.members.me.id, client.user.id);
    assert.ok(guild.members.me.permissions.has('SendMessages'));
    const general = guild.channels.cache.find((channel) => channel.name === 'general');
    assert.equal(general.isTextBased(), true);
    assert.ok(general.permissionsFor(client.user).has('ViewChannel'));
    assert.equal((await guild.members.fetch(practice.person.id)).user.username, 'ana');
    assert.equal((await guild.roles.fetch()).size, 2);
    const left = next(Events.GuildDelete);
    await practice.do('leave');
    assert.equal((await left)[0].id, practice.guild);
    assert.equal(client.guilds.cache.size, 0);
});

test('is told of its server when it starts', async () => {
    await practice.do('join');
    const second = new Client({ intents: [GatewayIntentBits.Guilds],
        rest: { api: practice.api.replace(/\/v10$/, ''), version: '10', retries: 1 } });
    const ready = once(second, Events.ClientReady);
    await second.login(practice.bot.token);
    await within(ready, 'ready');
    assert.deepEqual([...second.guilds.cache.keys()], [practice.guild]);
    assert.equal(second.guilds.cache.first().available, true);
    await second.destroy();
    await practice.do('leave');
});

for (const [what, fault] of [
    ['a dropped connection', ['drop', {}]],
    ['a closed connection', ['drop', { code: 4000 }]],
    ['op 7', ['reconnect', {}]],
    ['an invalid but resumable session', ['invalidate', { resumable: true }]],
]) {
    test(`resumes after ${what} and receives what it missed`, async () => {
        const identifies = (await practice.do('count', { text: 'identify' })).count;
        const resumed = next(Events.ShardResume);
        const contents = [];
        const listen = (message) => contents.push(message.content);
        client.on(Events.MessageCreate, listen);
        await practice.do(...fault);
        await practice.say('missed 1');
        await practice.say('missed 2');
        await resumed;
        const live = next(Events.MessageCreate, (m) => m.content === 'live');
        await practice.say('live');
        await live;
        client.off(Events.MessageCreate, listen);
        assert.deepEqual(contents, ['missed 1', 'missed 2', 'live']);
        assert.equal((await practice.do('count', { text: 'identify' })).count, identifies);
    });
}

test('identifies anew after a session that is gone', async () => {
    const ready = next(Events.ShardReady);
    await practice.do('invalidate', { resumable: false });
    await ready;
    const received = next(Events.MessageCreate);
    await practice.say('are you back?');
    assert.equal((await received)[0].content, 'are you back?');
});

test('obeys real rate limits without losing a message', async () => {
    await practice.do('faults', { faults: { realLimits: true } });
    const channel = await client.channels.fetch(practice.bot.dm);
    const sent = await within(Promise.all(Array.from({ length: 7 }, (_, i) => channel.send(`limited ${i}`))), 'seven messages', 30000);
    await practice.do('faults');
    assert.equal(new Set(sent.map((m) => m.id)).size, 7);
});
