-- A statement ends with a semicolon at the end of a line.

-- What can be found: messages, replies, sentences of failed turns. The id is the event's seq.
CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    mate INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    message INTEGER NOT NULL, -- 0: a turn's own words
    turn INTEGER NOT NULL, -- that said it or answers it; 0: none
    at INTEGER NOT NULL,
    author TEXT NOT NULL, -- '': the mate
    attachment INTEGER NOT NULL,
    failed INTEGER NOT NULL DEFAULT 0,
    slow INTEGER NOT NULL DEFAULT 0,
    ignored INTEGER NOT NULL DEFAULT 0,
    replayed INTEGER NOT NULL DEFAULT 0 -- 1: its turn was run again; 2: what the new run said
) STRICT;

CREATE INDEX search_entry_conversation ON search_entry (mate, channel);

CREATE INDEX search_entry_mate ON search_entry (mate);

CREATE INDEX search_entry_message ON search_entry (message) WHERE message <> 0;

CREATE INDEX search_entry_turn ON search_entry (turn) WHERE turn <> 0;

CREATE INDEX search_entry_attachment ON search_entry (id) WHERE attachment = 1;

CREATE INDEX search_entry_failed ON search_entry (id) WHERE failed = 1;

CREATE INDEX search_entry_slow ON search_entry (id) WHERE slow = 1;

CREATE INDEX search_entry_ignored ON search_entry (id) WHERE ignored = 1;

CREATE INDEX search_entry_replayed ON search_entry (id) WHERE replayed > 0;

-- Apart from the entries, so that those can be walked without reading texts.
CREATE TABLE search_body (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    names TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_text USING fts5 (
    text, names, content='search_body', content_rowid='id', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2'
);

-- How far the index is: indexed is the newest seq of the record as it was before there was an index, -1 once all of it
-- is in. untidy: the index still holds words of what was deleted.
CREATE TABLE search_state (
    indexed INTEGER NOT NULL,
    untidy INTEGER NOT NULL
) STRICT;

INSERT INTO search_state (indexed, untidy) SELECT iif(EXISTS (SELECT 1 FROM event), 0, -1), 0;

-- Whoever deletes an event deletes what can be found of it.
CREATE TRIGGER search_event_deleted AFTER DELETE ON event BEGIN DELETE FROM search_entry WHERE id = old.seq; UPDATE search_state SET untidy = 1 WHERE untidy = 0; END;

CREATE TRIGGER search_entry_deleted AFTER DELETE ON search_entry BEGIN DELETE FROM search_body WHERE id = old.id; END;

CREATE TRIGGER search_body_added AFTER INSERT ON search_body BEGIN INSERT INTO search_text (rowid, text, names) VALUES (new.id, new.text, new.names); END;

CREATE TRIGGER search_body_changed AFTER UPDATE ON search_body BEGIN INSERT INTO search_text (search_text, rowid, text, names) VALUES ('delete', old.id, old.text, old.names); INSERT INTO search_text (rowid, text, names) VALUES (new.id, new.text, new.names); END;

CREATE TRIGGER search_body_deleted AFTER DELETE ON search_body BEGIN INSERT INTO search_text (search_text, rowid, text, names) VALUES ('delete', old.id, old.text, old.names); END;
