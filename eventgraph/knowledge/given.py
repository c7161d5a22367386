"""Words that are personal names, so that Vladimir is not taken for the city of that name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from eventgraph.knowledge import tables
from eventgraph.knowledge.folding import fold_all

NameClass = Literal["given", "name", ""]


def read_classes() -> Mapping[str, NameClass]:
    """Class by folded word: ``given`` names, and other words that occur in people's names.

    >>> read_classes()["владимир"]
    'given'
    """
    classes: dict[str, NameClass] = {}
    for _, row in tables.read(tables.DATA / "given_names.tsv"):
        name_class: NameClass = "given" if row["class"] == "given" else "name"
        for name in fold_all(tables.cells(row["names"])):
            classes.setdefault(name, name_class)
    return classes
