-- What people think of replays: 1 better, 2 worse, 0 only a note.
CREATE TABLE replay_mark (
    turn INTEGER PRIMARY KEY,
    verdict INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- Whoever removes a replay from the record removes its mark.
CREATE TRIGGER replay_mark_goes AFTER DELETE ON event WHEN OLD.replay_of IS NOT NULL
BEGIN DELETE FROM replay_mark WHERE turn = OLD.turn; END;

-- One turn's events, by its number alone.
DROP INDEX event_turn;

CREATE INDEX event_turn ON event (turn) WHERE turn > 0;

-- A mate's newest turns, in whatever conversation.
CREATE INDEX event_answer_of_mate ON event (mate) WHERE kind = 'TurnStarted' AND replay_of IS NULL;

CREATE INDEX event_replay ON event (replay_of) WHERE replay_of IS NOT NULL;
