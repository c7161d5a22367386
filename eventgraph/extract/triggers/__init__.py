"""Trigger tagging: which words of a parsed sentence name events, learned where word lists end."""

from eventgraph.extract.triggers.mentions import with_tagged

__all__ = ["with_tagged"]
