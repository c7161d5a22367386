"""What a reader is shown first, what is folded under what, and how many independent sources tell it."""
