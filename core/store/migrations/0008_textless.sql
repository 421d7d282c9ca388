-- Of this mate's conversations only times and counts are recorded (0), or all of it (1).
ALTER TABLE mate ADD COLUMN records_text INTEGER NOT NULL DEFAULT 1;

-- 1: recorded without what people and models wrote.
ALTER TABLE event ADD COLUMN textless INTEGER NOT NULL DEFAULT 0;

-- 1: there is a newest line, but its text was not recorded.
ALTER TABLE conversation ADD COLUMN textless INTEGER NOT NULL DEFAULT 0;
