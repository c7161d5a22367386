CREATE TABLE articles (id TEXT PRIMARY KEY, source TEXT, record BLOB) WITHOUT ROWID;
CREATE TABLE extractions (article TEXT, fingerprint TEXT, record BLOB,
                          PRIMARY KEY (article, fingerprint)) WITHOUT ROWID;
CREATE TABLE skipped (source TEXT, reason TEXT);
CREATE TABLE settings (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE entities (id TEXT PRIMARY KEY, type TEXT, name TEXT, mentions INTEGER,
                       record BLOB) WITHOUT ROWID;
CREATE TABLE names (folded TEXT, entity TEXT REFERENCES entities(id) ON DELETE CASCADE,
                    PRIMARY KEY (folded, entity)) WITHOUT ROWID;
CREATE TABLE events (id TEXT PRIMARY KEY, type TEXT, earliest TEXT, latest TEXT,
                     record BLOB) WITHOUT ROWID;
CREATE INDEX events_by_day ON events (earliest, latest);
CREATE TABLE participants (entity TEXT REFERENCES entities(id) ON DELETE CASCADE,
                           event TEXT REFERENCES events(id) ON DELETE CASCADE, role TEXT,
                           PRIMARY KEY (entity, event, role)) WITHOUT ROWID;
CREATE INDEX participants_of_event ON participants (event);
CREATE TABLE relations (source TEXT, target TEXT, kind TEXT, weight REAL, record BLOB,
                        PRIMARY KEY (source, target, kind)) WITHOUT ROWID;
CREATE INDEX relations_by_target ON relations (target);
