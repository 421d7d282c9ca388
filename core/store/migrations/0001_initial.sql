-- A statement ends with a semicolon at the end of a line. Discord's ids are signed 64-bit integers, times are Unix ms.

-- Mates, their prompts, what was learnt about models, settings.
-- AUTOINCREMENT: a removed mate's number is never given to another one.
CREATE TABLE mate (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    identifier TEXT NOT NULL COLLATE NOCASE UNIQUE,
    name TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    base_url TEXT NOT NULL,
    temperature REAL,
    top_p REAL,
    max_tokens INTEGER,
    effort TEXT NOT NULL,
    bot INTEGER NOT NULL,
    application INTEGER NOT NULL,
    avatar TEXT NOT NULL,
    home TEXT NOT NULL,
    paused INTEGER NOT NULL,
    practice INTEGER NOT NULL,
    history_messages INTEGER NOT NULL,
    history_tokens INTEGER NOT NULL,
    merge_wait_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE prompt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mate INTEGER NOT NULL REFERENCES mate ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    saved INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    UNIQUE (mate, number)
) STRICT;

CREATE TABLE model_traits (
    base_url TEXT NOT NULL,
    model TEXT NOT NULL,
    refused TEXT NOT NULL, -- JSON: wire name to what is sent in its place
    context_limit INTEGER NOT NULL,
    token_ratio REAL NOT NULL,
    PRIMARY KEY (base_url, model)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal: what makes "once and only once" true.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    mate INTEGER NOT NULL REFERENCES mate ON DELETE CASCADE,
    parts TEXT NOT NULL, -- JSON array
    attempt INTEGER NOT NULL,
    notice INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_mate ON draft (mate);

CREATE TABLE posted (
    draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
    part INTEGER NOT NULL,
    message INTEGER NOT NULL,
    PRIMARY KEY (draft, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
    mate INTEGER NOT NULL REFERENCES mate ON DELETE CASCADE,
    channel INTEGER NOT NULL,
    message INTEGER NOT NULL,
    author INTEGER NOT NULL,
    settled INTEGER NOT NULL DEFAULT 0,
    draft INTEGER REFERENCES draft ON DELETE SET NULL,
    PRIMARY KEY (mate, message)
) STRICT, WITHOUT ROWID;

CREATE INDEX question_open ON question (mate, message) WHERE settled = 0;

CREATE INDEX question_settled ON question (mate, channel, message) WHERE settled = 1;

CREATE INDEX question_draft ON question (draft) WHERE draft IS NOT NULL;

CREATE TABLE mark (
    mate INTEGER NOT NULL REFERENCES mate ON DELETE CASCADE,
    channel INTEGER NOT NULL,
    message INTEGER NOT NULL,
    PRIMARY KEY (mate, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    mate INTEGER PRIMARY KEY REFERENCES mate ON DELETE CASCADE,
    session TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    resume_url TEXT NOT NULL,
    bot INTEGER NOT NULL,
    intents INTEGER NOT NULL
) STRICT;

CREATE TABLE identify (
    mate INTEGER NOT NULL REFERENCES mate ON DELETE CASCADE,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX identify_mate ON identify (mate, at);

-- The record: the log's events, for people to look at. It refers to no mate, because a batch may
-- arrive after its mate was removed.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    mate INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    at INTEGER NOT NULL,
    steady INTEGER NOT NULL, -- ms of the steady clock, to measure within one run
    kind TEXT NOT NULL,
    replay_of INTEGER, -- the turn that a TurnStarted runs again
    cost REAL, -- of a ResponseCompleted, US dollars
    form INTEGER NOT NULL, -- of the payload: 0 JSON, 1 deflated, 2 references to packs
    payload BLOB NOT NULL
) STRICT;

CREATE INDEX event_conversation ON event (mate, channel, seq);

CREATE INDEX event_at ON event (at);

CREATE INDEX event_cost ON event (mate, at, cost) WHERE cost IS NOT NULL;

CREATE INDEX event_turn ON event (turn) WHERE kind = 'TurnStarted';

CREATE INDEX event_answer ON event (mate, channel) WHERE kind = 'TurnStarted' AND replay_of IS NULL;

-- Pieces of long payloads, each stored once a day and conversation; events of that day refer to them.
CREATE TABLE pack (
    id INTEGER PRIMARY KEY,
    mate INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    day INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE INDEX pack_conversation ON pack (mate, channel, day);

CREATE INDEX pack_day ON pack (day);

CREATE TABLE conversation (
    mate INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    person TEXT NOT NULL,
    last_text TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (mate, channel)
) STRICT, WITHOUT ROWID;
