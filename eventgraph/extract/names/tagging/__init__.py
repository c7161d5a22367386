"""The trained tagger of names, and its training."""
