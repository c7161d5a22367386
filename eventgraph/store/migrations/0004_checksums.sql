-- Every record ends in a checksum. `checksummed` is a function of eventgraph/store/migration_functions.py.
UPDATE articles SET head = checksummed(head), content = checksummed(content);
UPDATE extractions SET record = checksummed(record);
UPDATE settings SET value = checksummed(value);
UPDATE entities SET record = checksummed(record), evidence = checksummed(evidence);
UPDATE events SET record = checksummed(record);
UPDATE relations SET record = checksummed(record);
