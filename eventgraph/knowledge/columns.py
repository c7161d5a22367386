"""What languages of other packages add to the knowledge base: their ``knowledge.tsv``.

Two columns, ``id`` and ``names`` (``|`` between names, the preferred one first, ``?`` before one that is also
a common word). An id is that of an entry (``country:SY``), ``role:`` with a role id (``role:president``), or
``demonym:`` with a country code, whose names are dictionary forms. The languages of this package stand
together in its tables: a row is one place, derived as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from eventgraph.errors import DataError
from eventgraph.knowledge import tables
from eventgraph.languages import all_languages

FILE = "knowledge.tsv"
_OTHER = ("role", "demonym")  # kinds of rows that are no entries


class Row(NamedTuple):
    """The names that a language has for something.

    Attributes:
        id: Of an entry, of a role, or of a country.
        language: ISO 639-1 code.
        names: Preferred name first; ``?`` still before those that need context.
    """

    id: str
    language: str
    names: tuple[str, ...]


def named(kind: str) -> Iterator[Row]:
    """The rows of a kind, ``role``, ``demonym`` or ``entry``, without the kind in front of the id."""
    for row in _rows():
        prefix, _, rest = row.id.partition(":")
        if prefix == kind:
            yield row._replace(id=rest)
        elif kind == "entry" and prefix not in _OTHER:
            yield row


@cache
def _rows() -> tuple[Row, ...]:
    found = []
    for language in all_languages():
        path = files(language.package) / FILE
        if path.is_file():
            for line, row in tables.read(path):
                if row.keys() != {"id", "names"} or not row["names"]:
                    raise DataError(
                        f"{path}:{line}: expected the columns id and names, both filled"
                    )
                found.append(Row(row["id"], language.code, tables.cells(row["names"])))
    return tuple(found)
