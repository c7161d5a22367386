"""From a text to the matches of a grammar."""
