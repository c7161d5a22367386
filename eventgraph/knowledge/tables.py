"""Tables of the knowledge base: UTF-8, tab-separated, ``#`` comments, a header line, ``|`` in a cell."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from eventgraph import integrity
from eventgraph.errors import DataError

LANGUAGES = ("en", "ar", "ru", "fr")
DATA = files("eventgraph.knowledge") / "data"


def read(path: Traversable) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with their line numbers, each a mapping from column to cell.

    Raises:
        DataError: A row has more or fewer cells than the header.

    >>> line, row = next(read(DATA / "organizations.tsv"))
    >>> sorted(row)
    ['ar', 'country', 'en', 'fr', 'id', 'kind', 'ru']
    """
    header: list[str] = []
    for number, line in enumerate(integrity.text(path).split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
        elif len(cells) == len(header):
            yield number, dict(zip(header, cells, strict=True))
        else:
            raise DataError(f"{path}:{number}: {len(cells)} cells, expected {len(header)}")


def cells(cell: str) -> tuple[str, ...]:
    """The values of one cell.

    >>> cells("UN|United Nations"), cells("")
    (('UN', 'United Nations'), ())
    """
    return tuple(cell.split("|")) if cell else ()
