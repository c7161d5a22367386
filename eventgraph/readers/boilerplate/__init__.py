"""Which lines of a text are article, and which only stand around it."""
