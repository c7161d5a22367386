"""Clauses of an Arabic sentence, put together from its pieces."""
