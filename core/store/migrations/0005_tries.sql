-- Another try at a question that was settled: which one it is, and after which message its reply is looked for.
ALTER TABLE question ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1;

ALTER TABLE question ADD COLUMN posts_after INTEGER NOT NULL DEFAULT 0;

-- How long the newest turn of a conversation took (-1 before the first), whether the newest line is the sentence of
-- one that failed, and how many ended since somebody looked.
ALTER TABLE conversation ADD COLUMN last_duration INTEGER NOT NULL DEFAULT -1;

ALTER TABLE conversation ADD COLUMN failed INTEGER NOT NULL DEFAULT 0;

ALTER TABLE conversation ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
