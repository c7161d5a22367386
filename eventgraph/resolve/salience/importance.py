"""How much a chronology needs an event: a sum of checkable features, weighed by what editors kept.

Importance says nothing about how sure an event is; that is its confidence. The weights are those of a
logistic regression over events that careful readers called key, acceptable or noise; see ``training``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import msgspec

from eventgraph import integrity
from eventgraph.errors import DataError
from eventgraph.model import Entity
from eventgraph.ontology import UNTYPED, Ontology
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.events.mentions import Report

WEIGHTS = "importance.json"
# What is less important than this is no row: its like were called noise.
MINOR = 0.3
MANY = 6  # sources, or mentions, from which on more of them say nothing new
STATED = frozenset({"explicit", "relative", "anchored"})
OUTER = frozenset({"main", "coordinate"})
LESSER = frozenset({"relative", "manner", "time", "cause", "purpose", "condition", "concession"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What the importance of a draft is read against.

    Attributes:
        ontology: The event types and their traits.
        copies: Article id to the id of the source that it counts as.
        spread: Entity id to the share of articles that name it, 0 to 1.
        shared: Article id to the share of its entities that other articles name, too, as a share of the
            largest: how much it is of the story that the others tell, 0 to 1.
        known: Entity ids that several articles name.
    """

    ontology: Ontology
    copies: Mapping[str, str]
    spread: Mapping[str, float]
    shared: Mapping[str, float] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


def standing(ontology: Ontology, copies: Mapping[str, str], entities: Iterable[Entity]) -> Standing:
    """The standing of a corpus."""
    total = max(1, len(copies))
    named = {entity.id: entity.articles for entity in entities}
    known = frozenset(entity for entity, articles in named.items() if len(articles) > 1)
    counts = Counter(article for articles in named.values() for article in articles)
    common = Counter(article for entity in known for article in named[entity])
    return Standing(
        ontology,
        copies,
        {entity: len(articles) / total for entity, articles in named.items()},
        _relative({article: common[article] / count for article, count in counts.items()}),
        known,
    )


def _relative(shares: Mapping[str, float]) -> dict[str, float]:
    """Shares of the largest of them: where no article has anything to share, all tell a story of their own."""
    most = max(shares.values(), default=0.0)
    return {article: share / most if most else 1.0 for article, share in shares.items()}


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason why an event matters, or does not.

    Attributes:
        name: Key of its weight.
        of: Its value for a draft, 0 to 1.
        explanation: What it says, for people.
    """

    name: str
    of: Callable[[Draft, Standing], float]
    explanation: str


def _any(test: Callable[[Report], bool]) -> Callable[[Draft, Standing], float]:
    return lambda draft, _: float(any(map(test, draft.reports)))


def _all(test: Callable[[Report], bool]) -> Callable[[Draft, Standing], float]:
    return lambda draft, _: float(all(map(test, draft.reports)))


def _with(trait: str) -> Callable[[Draft, Standing], float]:
    return lambda draft, _: float(draft.has(trait))


def _in_role(*roles: str) -> Callable[[Draft, Standing], float]:
    return lambda draft, _: float(any(p.role in roles for p in draft.roles))


def is_dated(report: Report) -> bool:
    """Whether its own words date it to a day."""
    timex = report.timex
    return timex is not None and timex.earliest is not None and timex.earliest == timex.latest


def _is_in_lead(report: Report) -> bool:
    return report.order == 0 and not report.headline and report.part_kind == "main"


def _is_main(report: Report) -> bool:
    return report.mention.link in OUTER and report.mention.form == "finite"


def _is_described(report: Report) -> bool:
    return any(a.mention is None and a.role != "place" for a in report.mention.arguments)


def _many(count: int) -> float:
    return min(1.0, math.log(max(1, count)) / math.log(MANY))


def sources(draft: Draft, copies: Mapping[str, str]) -> int:
    """How many independent sources tell a draft: copies of one text count once."""
    return len({copies.get(article, article) for article in draft.articles})


def _protagonist(draft: Draft, standing: Standing) -> float:
    """How widely the best known of those who take part is named."""
    return max((standing.spread.get(entity, 0.0) for entity in draft.people), default=0.0)


def _beside(draft: Draft, standing: Standing) -> float:
    """How widely the best known of all who stand in its sentences is named."""
    return max((standing.spread.get(entity, 0.0) for entity in draft.context), default=0.0)


def _company(draft: Draft, standing: Standing) -> float:
    """The share of those in its sentences whom other articles name, too."""
    beside = draft.context
    return len(beside & standing.known) / len(beside) if beside else 0.0


def _on_story(draft: Draft, standing: Standing) -> float:
    """How much the article of it that is most of the common story is of it."""
    return max(standing.shared.get(article, 0.0) for article in draft.articles)


def _status(*statuses: str) -> Callable[[Draft, Standing], float]:
    return _all(lambda report: report.mention.status in statuses)


FEATURES: Sequence[Feature] = (
    Feature("headline", _any(lambda r: r.headline), "told in a headline"),
    Feature("lead", _any(_is_in_lead), "told in the first paragraph"),
    Feature("main", _any(_is_main), "told in a main clause"),
    Feature("lesser", _all(lambda r: r.mention.link in LESSER), "told in subordinate clauses only"),
    Feature("nominal", _all(lambda r: r.mention.form == "nominal"), "named, but told by no verb"),
    Feature("day", _any(is_dated), "dated to a day"),
    Feature("undated", _all(lambda r: r.timex is None), "no words date it"),
    Feature("agent", _in_role("agent", "participant"), "who did it is named"),
    Feature("patient", _in_role("patient", "beneficiary"), "to whom it was done is named"),
    Feature("place", lambda draft, _: float(bool(draft.places)), "its place is named"),
    Feature("described", _any(_is_described), "somebody unnamed takes part"),
    Feature("bare", lambda draft, _: float(not draft.entities), "nobody and no place is named"),
    Feature("figures", lambda draft, _: float(bool(draft.numbers)), "figures are given"),
    Feature("untyped", _all(lambda r: r.mention.type == UNTYPED), "of no known type"),
    Feature("speech", _with("reaction"), "somebody said something"),
    Feature("harm", _with("harm"), "people or places were harmed"),
    Feature("negated", _status("negated"), "denied"),
    Feature("unsure", _status("alleged", "unknown"), "only alleged"),
    Feature("planned", _status("planned", "conditional"), "only planned or possible"),
    Feature("sources", lambda draft, s: _many(sources(draft, s.copies)), "told by several sources"),
    Feature("retold", lambda draft, _: _many(len(draft.reports)), "told again and again"),
    Feature("titled", _any(lambda r: bool(r.mention.title)), "its clause can be printed"),
    Feature("beside", _beside, "the story's protagonists stand beside it"),
    Feature("company", _company, "other articles name those who stand beside it"),
    Feature("story", _on_story, "its article tells the story that others tell"),
    Feature("protagonist", _protagonist, "the story's protagonists take part"),
)  # fmt: skip


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weight of each feature, and of none.

    Attributes:
        bias: What an event without any feature has.
        features: Feature name to weight.
    """

    bias: float
    features: dict[str, float]


@cache
def weights() -> Weights:
    """The packaged weights.

    Raises:
        DataError: The file is damaged or does not fit the features.
    """
    path = files(__package__) / WEIGHTS
    try:
        found = msgspec.json.decode(integrity.read(path), type=Weights)
    except (OSError, msgspec.DecodeError) as problem:
        raise DataError(f"{path}: cannot be read as weights of importance: {problem}") from problem
    names = {feature.name for feature in FEATURES}
    if found.features.keys() != names:
        raise DataError(
            f"{path}: expected a weight for each of {sorted(names)}, got {sorted(found.features)}"
        )
    return found


def values(draft: Draft, standing: Standing) -> tuple[float, ...]:
    """The value of every feature, in the order of `FEATURES`."""
    return tuple(feature.of(draft, standing) for feature in FEATURES)


def importance(draft: Draft, standing: Standing) -> float:
    """How much a chronology needs a draft, 0 to 1."""
    table = weights()
    score = table.bias + math.fsum(
        table.features[feature.name] * value
        for feature, value in zip(FEATURES, values(draft, standing), strict=True)
    )
    return round(1 / (1 + math.exp(-score)), 3)


def explained(draft: Draft, standing: Standing) -> Iterator[tuple[float, str]]:
    """What speaks for and against a draft: points and words, the heaviest first."""
    table = weights()
    points = [
        (round(table.features[feature.name] * value, 2), feature.explanation)
        for feature, value in zip(FEATURES, values(draft, standing), strict=True)
        if value
    ]
    yield from sorted(points, key=lambda point: (-abs(point[0]), point[1]))
