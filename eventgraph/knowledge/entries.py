"""One known person, organisation or place, and how it is read from its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from eventgraph.errors import DataError
from eventgraph.knowledge import columns, tables
from eventgraph.model import EntityType

# Tables of entries: the file, the entity type of its rows, and the fame of a row that states no
# population. Fame orders entries that share a name, in people; a country is best known of all.
SOURCES: tuple[tuple[str, EntityType, int], ...] = (
    ("countries.tsv", "place", 2_000_000_000),
    ("regions.tsv", "place", 2_000_000),
    ("organizations.tsv", "organization", 4_000_000),
    ("people.tsv", "person", 3_000_000),
    ("cities.tsv", "place", 0),
)
AMBIGUOUS = "?"  # before a name that is also a common word or a given name


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, organisation or place of the knowledge base.

    Attributes:
        id: ``country:RU``, ``place:palmyra``, ``org:islamic-state``, ``person:vladimir-putin``.
        type: Entity type.
        kind: Finer type: country, city, region, sea, militia, broadcaster, politician, …
        names: Names per language code, preferred name first.
        country: ISO 3166 alpha-2 code; empty when it has none or several.
        latitude: Degrees north, of places.
        longitude: Degrees east, of places.
        population: People, of countries and cities; 0 when not stated.
        within: Id of the place around it, or empty.
        titles: Role ids that a person has held, the latest first, see `Knowledge.held`.
        fame: What orders entries that share a name; higher is better known.
    """

    id: str
    type: EntityType
    kind: str
    names: Mapping[str, tuple[str, ...]]
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    within: str = ""
    titles: tuple[str, ...] = ()
    fame: int = field(default=0, compare=False)

    def name(self, language: str) -> str:
        """The preferred name in a language, else in English, else in any."""
        for code in (language, "en", *self.names):
            if self.names.get(code):
                return self.names[code][0]
        return self.id


def read(
    file: str, entity_type: EntityType, fame: int, titles: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """The entries of one table, each with those of its names that are ambiguous.

    Args:
        file: Name of the table.
        entity_type: Of its rows.
        fame: Of a row that states no population.
        titles: Role ids by id of the person who held them.

    Raises:
        DataError: A cell is not what its column asks for.
    """
    path = tables.DATA / file
    for line, row in tables.read(path):
        try:
            yield _entry(row, entity_type, fame, titles.get(row["id"], ())), _ambiguous(row)
        except (KeyError, ValueError) as problem:
            raise DataError(f"{path}:{line}: {problem}") from problem


def with_columns(
    known: Sequence[tuple[Entry, tuple[str, ...]]],
) -> list[tuple[Entry, tuple[str, ...]]]:
    """Entries with the names that the languages of other packages have for them.

    Raises:
        DataError: A language names an entry that there is not.
    """
    added: dict[str, list[columns.Row]] = {}
    for row in columns.named("entry"):
        added.setdefault(row.id, []).append(row)
    if unknown := added.keys() - {entry.id for entry, _ in known}:
        row = added[min(unknown)][0]
        raise DataError(f"{columns.FILE} of {row.language!r}: no entry has the id {row.id!r}")
    return [_with_rows(pair, added.get(pair[0].id, ())) for pair in known]


def _with_rows(
    pair: tuple[Entry, tuple[str, ...]], rows: Iterable[columns.Row]
) -> tuple[Entry, tuple[str, ...]]:
    entry, ambiguous = pair
    for _, code, names in rows:
        plain = tuple(name.removeprefix(AMBIGUOUS) for name in names)
        entry = replace(entry, names=MappingProxyType({**entry.names, code: plain}))
        ambiguous += tuple(name[1:] for name in names if name.startswith(AMBIGUOUS))
    return entry, ambiguous


def _entry(
    row: Mapping[str, str], entity_type: EntityType, fame: int, titles: tuple[str, ...]
) -> Entry:
    population = int(row.get("population") or 0)
    return Entry(
        id=row["id"],
        type=entity_type,
        kind=row["kind"],
        names=_names(row),
        country=row["country"],
        latitude=_degrees(row.get("latitude")),
        longitude=_degrees(row.get("longitude")),
        population=population,
        within=row.get("within") or (f"country:{row['country']}" if _inside(row) else ""),
        titles=titles,
        fame=fame + population,
    )


def _names(row: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {
            code: tables.cells(row[code].replace(AMBIGUOUS, ""))
            for code in tables.LANGUAGES
            if row[code]
        }
    )


def _ambiguous(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(
        name.removeprefix(AMBIGUOUS)
        for code in tables.LANGUAGES
        if AMBIGUOUS in row[code]
        for name in tables.cells(row[code])
        if name.startswith(AMBIGUOUS)
    )


def _degrees(cell: str | None) -> float | None:
    return float(cell) if cell else None


def _inside(row: Mapping[str, str]) -> bool:
    return bool(row["country"]) and "latitude" in row and row["kind"] != "country"
