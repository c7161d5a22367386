"""Everything that eventgraph raises on purpose.

    EventgraphError
    ├── InputError       a source cannot be read as an article
    ├── DataError        a data file (language, ontology, aliases, decisions) is not as expected
    ├── DateError        a string is not a calendar date, TIMEX3 value or EDTF date
    ├── PluginError      a reader, exporter, language or engine is unknown or cannot be loaded
    ├── ModelError       what a language is read with is missing or damaged
    ├── StoreError       a store is missing, unreadable or cannot be written
    │   ├── BusyError    another program is writing there
    │   └── DamagedError what is stored is not what was written
    ├── NotFoundError    no entity, event or article answers to that name or id
    └── AmbiguousError   several entities answer to that name

A message is one line: it quotes the bad value, names the file (and line) and says what was expected.
"""

from __future__ import annotations

from typing import ClassVar


class EventgraphError(Exception):
    """The root of the tree; catching it catches all that eventgraph raises on purpose.

    Attributes:
        exit_code: What a command ends with that meets it.
    """

    exit_code: ClassVar[int] = 1


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

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        """As it crosses from one process to another."""
        return InputError, (self.source, self.reason)


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


class BusyError(StoreError):
    """Another program is writing there."""

    exit_code = 75  # EX_TEMPFAIL of sysexits.h: try again later


class DamagedError(StoreError):
    """What is stored is not what was written.

    Args:
        what: One line: what is damaged, and how that shows.
        directory: Where a build writes it anew, as far as that is known.
    """

    def __init__(self, what: str, directory: object = "DIR") -> None:
        super().__init__(
            f"{what}; your articles are untouched:"
            f" 'eventgraph build INPUT -o {directory}' writes all of it anew"
        )
        self.what = what


class NotFoundError(EventgraphError):
    """No entity, event or article answers to that name or id."""


class AmbiguousError(EventgraphError):
    """Several entities answer to that name, where one must be meant."""

    exit_code = 2
