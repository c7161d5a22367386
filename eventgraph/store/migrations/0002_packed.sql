-- Records become compressed, large ones leave the tables that are scanned, and full text is indexed.
-- What a build derives is dropped: the next build writes it again. `settings` has no 'built' until then.
DROP TABLE participants;
DROP TABLE names;
DROP TABLE relations;
DROP TABLE events;
DROP TABLE entities;
DROP TABLE skipped;
DROP TABLE articles;
DROP TABLE extractions;
DELETE FROM settings;

CREATE TABLE articles (id TEXT PRIMARY KEY, source TEXT NOT NULL, record BLOB NOT NULL);
-- `key` hashes all that the extraction depends on: the extractor, and how the article was read.
CREATE TABLE extractions (article TEXT PRIMARY KEY, key TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE skipped (source TEXT NOT NULL, reason TEXT NOT NULL);

-- `record` is the entity without its evidence, which only a look at this one entity needs.
CREATE TABLE entities (id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL,
                       mentions INTEGER NOT NULL, record BLOB NOT NULL, evidence BLOB NOT NULL);
CREATE TABLE names (folded TEXT NOT NULL,
                    entity TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
                    PRIMARY KEY (folded, entity)) WITHOUT ROWID;

-- `first` and `last` bound the days when it may have happened: '~' sorts after every day.
CREATE TABLE events (id TEXT PRIMARY KEY, type TEXT NOT NULL, first TEXT NOT NULL,
                     last TEXT NOT NULL, until TEXT, record BLOB NOT NULL);
CREATE INDEX events_in_time ON events (first, last, id, until, type);
CREATE TABLE participants (entity TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
                           event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
                           role TEXT NOT NULL,
                           PRIMARY KEY (entity, event, role)) WITHOUT ROWID;
CREATE INDEX participants_of_event ON participants (event);

CREATE TABLE relations (source TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
                        target TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
                        kind TEXT NOT NULL, weight REAL NOT NULL, record BLOB NOT NULL,
                        PRIMARY KEY (source, target, kind));
CREATE INDEX relations_out ON relations (source, target, weight);
CREATE INDEX relations_in ON relations (target, source, weight);

-- Full text holds folded words only; `searched` says whose words they are.
CREATE TABLE searched (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL);
CREATE VIRTUAL TABLE search USING fts5(head, body, content='',
                                       tokenize="unicode61 remove_diacritics 0");
-- Names by their runs of three letters, for spellings that are near.
CREATE TABLE spellings (number INTEGER PRIMARY KEY, folded TEXT NOT NULL);
CREATE VIRTUAL TABLE near USING fts5(folded, content='', detail=none, tokenize='trigram');
