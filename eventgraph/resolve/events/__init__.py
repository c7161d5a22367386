"""From event mentions to the events of a corpus: coreference, salience and what people see of each."""
