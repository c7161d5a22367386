-- Articles fall into head and content, and entities know the articles that name them by number, so that
-- a list of thousands of articles opens no text. `head`, `content` and `named_in` are functions of
-- eventgraph/store/migration_functions.py: what a build derived is carried over.
CREATE TABLE halved (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, head BLOB NOT NULL,
                     content BLOB NOT NULL);
INSERT INTO halved SELECT row_number() OVER (ORDER BY id), id, head(record), content(record)
    FROM articles ORDER BY id;
DROP TABLE articles;
ALTER TABLE halved RENAME TO articles;

-- Numbers of articles as a JSON list, in order.
ALTER TABLE entities ADD COLUMN articles TEXT NOT NULL DEFAULT '[]';
UPDATE entities SET articles =
    (SELECT json_group_array(number) FROM
        (SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(named_in(evidence)))
         ORDER BY number));
