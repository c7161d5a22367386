"""What kind of thing a common noun names: the noun classes of a language (``nouns.toml``).

A class is a sort of `eventgraph.model.Sort` ("people", "body", "location", "event", "time", "thing") or one
that frames ask for ("weapon", "vehicle", "market"); a noun may be in several.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final, cast, get_args

from eventgraph.errors import DataError
from eventgraph.languages import language
from eventgraph.model import Sort

SORTS: Final = frozenset(get_args(Sort))
_KEYS: Final = ("classes", "endings", "sorts")


@dataclass(frozen=True, slots=True)
class Nouns:
    """The noun classes of one language.

    Attributes:
        classes: Dictionary forms by class.
        endings: Sort of a noun of no class by the letters it ends in ("-man", "-ist").
        sorts: Sort of the classes that are no sort themselves: a weapon is a thing.
    """

    classes: Mapping[str, frozenset[str]]
    endings: Mapping[Sort, tuple[str, ...]]
    sorts: Mapping[str, Sort]

    def has(self, class_: str, lemma: str) -> bool:
        """Whether a noun is in a class.

        >>> nouns("xx").has("weapon", "missile")
        False
        """
        return lemma in self.classes.get(class_, ())

    def sort(self, lemma: str) -> Sort:
        """What kind of thing a noun names, ``unknown`` where the data does not say.

        >>> nouns("xx").sort("qwerty")
        'unknown'
        """
        for class_, members in self.classes.items():
            if lemma in members:
                return self.sorts.get(class_) or cast("Sort", class_)
        if (last := lemma.rpartition("-")[2]) not in ("", lemma):
            return self.sort(last)  # «экс-министр», "vice-gouverneur"
        for sort, endings in self.endings.items():
            if lemma.endswith(endings):
                return sort
        return "unknown"


@cache
def nouns(code: str) -> Nouns:
    """The noun classes of a language; a language without the file has none.

    Raises:
        DataError: A key is unknown, a class has no sort, or a list is not one of strings.
    """
    tables = language(code).section("nouns")
    where = f"languages/{code}/nouns.toml"
    if unknown := [key for key in tables if key not in _KEYS]:
        raise DataError(f"{where}: {unknown[0]!r} is unknown, expected one of {', '.join(_KEYS)}")
    sorts = {class_: _sort(sort, where) for class_, sort in tables.get("sorts", {}).items()}
    classes = {
        class_: frozenset(_strings(words, f"{where}: classes.{class_}"))
        for class_, words in tables.get("classes", {}).items()
    }
    if unsorted := [class_ for class_ in classes if class_ not in SORTS and class_ not in sorts]:
        raise DataError(f"{where}: class {unsorted[0]!r} is no sort and has none in [sorts]")
    endings = {
        _sort(sort, where): _strings(found, f"{where}: endings.{sort}")
        for sort, found in tables.get("endings", {}).items()
    }
    return Nouns(MappingProxyType(classes), MappingProxyType(endings), MappingProxyType(sorts))


def _sort(value: object, where: str) -> Sort:
    if value not in SORTS:
        raise DataError(
            f"{where}: {value!r} is no sort, expected one of {', '.join(sorted(SORTS))}"
        )
    return cast("Sort", value)


def _strings(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise DataError(f"{where} is {value!r}, expected a list of strings")
    return tuple(value)
