"""Floors under what is read from the project's own sample articles: lowering one shows in the diff."""
