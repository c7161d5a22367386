-- What a relation is stands in fields, no longer in an English phrase that readers take apart.
UPDATE relations SET record = in_fields(record);
