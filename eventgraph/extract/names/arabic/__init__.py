"""Names in Arabic text, which writes them without capitals and glues small words to them."""
