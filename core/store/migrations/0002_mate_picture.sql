-- A mate's picture: PNG, 256 pixels square. Most mates have none.
CREATE TABLE mate_picture (
    mate INTEGER PRIMARY KEY REFERENCES mate ON DELETE CASCADE,
    png BLOB NOT NULL
) STRICT;
