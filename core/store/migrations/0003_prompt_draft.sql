-- A statement ends with a semicolon at the end of a line.

-- What a person wrote and did not save: it outlives a crash.
CREATE TABLE prompt_draft (
    mate INTEGER PRIMARY KEY REFERENCES mate ON DELETE CASCADE,
    base INTEGER NOT NULL, -- the version it was made from
    text TEXT NOT NULL,
    kept INTEGER NOT NULL
) STRICT;

-- How often a version answered. Counted, because the record is removed after a while; it refers to
-- no mate for the same reason as the record.
CREATE TABLE prompt_use (
    mate INTEGER NOT NULL,
    version INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    cost REAL NOT NULL, -- US dollars
    PRIMARY KEY (mate, version)
) STRICT, WITHOUT ROWID;
