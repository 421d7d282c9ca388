-- The order that people gave their mates. NULL: added since it was last given, so at the end.
ALTER TABLE mate ADD COLUMN position INTEGER;
