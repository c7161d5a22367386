"""stub."""

from collections.abc import Iterator, Mapping

FILE = "given_names.tsv"
COMMENT = "stub"
COLUMNS = ("class", "names")


def rows() -> Iterator[Mapping[str, str]]:
    """Rows."""
    yield {"class": "given", "names": "Vladimir|Владимир|فلاديمير"}
