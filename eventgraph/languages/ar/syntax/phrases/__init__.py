"""Noun phrases of an Arabic sentence, and the row of pieces that it is cut into."""
