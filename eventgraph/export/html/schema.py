"""The data of the page: what Python writes and the scripts read.

What is empty is left out of the JSON, and the scripts take it for its default. Articles and nodes are meant by
their index; nodes are entities, then events. Offsets are those of JavaScript, UTF-16 units in one passage.
"""

from __future__ import annotations

from msgspec import Struct, to_builtins


class TieRow(Struct, array_like=True, frozen=True):
    """A relation: two nodes, index of what it is called by, independent articles, nodes of its events."""

    a: int
    b: int
    kind: int
    weight: float
    events: list[int]


class KindRow(Struct, array_like=True, frozen=True):
    """What a relation is called by, see `eventgraph.model.Relation`."""

    kind: str
    event_type: str
    role: str


class EdgeRow(Struct, array_like=True, frozen=True, order=True):
    """An event node, a node that takes part in it, index of the role."""

    event: int
    entity: int
    role: int


class ClaimRow(Struct, array_like=True, frozen=True):
    """A figure: article -1 is one that is not shown, ``as_of`` an EDTF date."""

    kind: str
    low: float | None
    high: float | None
    text: str
    article: int
    as_of: str | None


class ReadRow(Struct, array_like=True, frozen=True):
    """What was read of a language, see `eventgraph.model.Coverage`."""

    language: str
    model: str | None
    dates: bool
    events: bool
    lacking: str | None
    more: str | None


# Passage, start and end; of an evidence article, sentence, start, end, then words and value of its date.
SentenceRow = tuple[int, int, int]
MarkRow = tuple[int, int, int, int]
EvidenceRow = tuple[int | str, ...]


class ArticleRow(Struct, kw_only=True, omit_defaults=True):
    """An article: passages of its text (``whole`` if none is left out), sentences quoted, names marked."""

    id: str
    source: str
    sources: list[str] = []
    title: str | None = None
    lang: str
    date: str | None = None
    basis: str | None = None
    why: str | None = None
    text: list[str] = []
    whole: bool = False
    sentences: list[SentenceRow] = []
    marks: list[MarkRow] = []
    x: int
    y: int


class EntityRow(Struct, kw_only=True, omit_defaults=True):
    """An entity: ``names`` by language where they say more than its name, ``at`` latitude and longitude."""

    id: str
    type: str
    name: str
    names: list[tuple[str, list[str]]] = []
    country: str | None = None
    known: str | None = None
    at: tuple[float, float] | None = None
    articles: list[int] = []
    mentions: int
    why: list[str] = []
    x: int
    y: int


class EventRow(Struct, kw_only=True, omit_defaults=True):
    """An event: ``date`` is EDTF, first day, last day, precision; status is left out where it is asserted."""

    id: str
    type: str
    name: str
    status: str | None = None
    by: str | None = None
    date: tuple[str | None, str | None, str | None, str]
    basis: str
    reason: str | None = None
    claims: list[ClaimRow] = []
    evidence: list[EvidenceRow] = []
    articles: list[int] = []
    why: list[str] = []
    x: int
    y: int


class Total(Struct):
    """How much there is, shown or not."""

    articles: int
    entities: int
    events: int
    skipped: int


class PageData(Struct, kw_only=True):
    """All that the page shows.

    Attributes:
        total: How much there is.
        skipped: Source and reason of inputs that could not be read.
        read: What was read of each language.
        articles: Every article.
        entities: The first nodes.
        events: The nodes after them.
        roles: What edges point at.
        edges: Who takes part in what.
        kinds: What ties point at.
        ties: The heaviest relations between shown entities.
        towns: Name, latitude and longitude of towns around, for the map.
    """

    total: Total
    skipped: list[tuple[str, str]]
    read: list[ReadRow]
    articles: list[ArticleRow]
    entities: list[EntityRow]
    events: list[EventRow]
    roles: list[str]
    edges: list[EdgeRow]
    kinds: list[KindRow]
    ties: list[TieRow]
    towns: list[tuple[str, float, float]] = []

    def plain(self) -> dict[str, object]:
        """As dicts and lists, for JSON."""
        plain: dict[str, object] = to_builtins(self)
        return plain
