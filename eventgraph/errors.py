"""Everything that eventgraph raises on purpose.

    EventgraphError
    ├── InputError       a source cannot be read as an article
    ├── DataError        a data file (language, ontology, aliases, decisions) is not as expected
    ├── DateError        a string is not a calendar date, TIMEX3 value or EDTF date
    ├── PluginError      a reader, exporter, language or engine is unknown or cannot be loaded
    ├── ModelError       what a language is read with is missing or damaged
    ├── StoreError       a store is missing, unreadable or cannot be written
    └── NotFoundError    no entity, event or article answers to that name or id

A message is one line: it quotes the bad value, names the file (and line) and says what was expected.
"""

from __future__ import annotations


class EventgraphError(Exception):
    """The root of the tree; catching it catches all that eventgraph raises on purpose."""


class InputError(EventgraphError):
    """A source cannot be read as an article.

    Args:
        source: The path, URL or ``FILE#LINE`` as the user gave it.
        reason: One line: what was found and what was expected.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class DataError(EventgraphError):
    """A data file (language, ontology, aliases, decisions) is not as expected."""


class DateError(EventgraphError, ValueError):
    """A string is not a calendar date, a TIMEX3 value or an EDTF date."""


class PluginError(EventgraphError):
    """A reader, exporter, language or engine is unknown or cannot be loaded."""


class ModelError(EventgraphError):
    """What a language is read with is missing or damaged; the message ends with the command that helps."""


class StoreError(EventgraphError):
    """A store is missing, unreadable or cannot be written."""


class NotFoundError(EventgraphError):
    """No entity, event or article answers to that name or id."""
