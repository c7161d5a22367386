"""The words and rules of a language, compiled."""
