"""stub."""

from collections.abc import Iterator, Mapping

from eventgraph.knowledge import tables

FILE = "cities.tsv"
COMMENT = "stub"
COLUMNS = (
    "id",
    "kind",
    "country",
    "within",
    "latitude",
    "longitude",
    "population",
    *tables.LANGUAGES,
)


def rows() -> Iterator[Mapping[str, str]]:
    """Rows."""
    return iter(())
