"""Names in languages that write them with capitals."""
