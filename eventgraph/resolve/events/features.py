"""What speaks for or against two drafts being one event: a table of features and their weights.

A row is what `why` says, what it counts and how much that weighs. The weights are log-odds, learned by
``eventgraph train-events``; their sum with the bias tells how sure it is that two drafts are one event.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from eventgraph import integrity
from eventgraph.errors import DataError
from eventgraph.resolve.events.drafts import AGENT, PATIENT, is_symmetric, ordinal
from eventgraph.resolve.events.pairs import Pair, likest
from eventgraph.resolve.places.geography import COUNTRY, SAME, STRANGE, WITHIN

WEIGHTS = files("eventgraph.resolve.events") / "pair_weights.toml"
NEAR = 2  # days between publications that tell one piece of news
VERY = 0.6  # cosine from which two words are nearly one
STORY = 0.4  # likeness of articles that is as good as more
MOST = 2.0  # what shared entities count at most

Function = Callable[[Pair], float]


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that two drafts may have in common or not.

    Attributes:
        name: What its weight is filed under.
        function: Its value, about 0 to 2.
        weight: Log-odds for one unit of the value.
        explanation: What `why` says.
    """

    name: str
    function: Function
    weight: float
    explanation: str


@dataclass(frozen=True, slots=True)
class Features:
    """The table, and what its sums are measured against.

    Attributes:
        rows: One a feature.
        bias: Log-odds of two drafts of which nothing is known.
        enough: Log-odds from which on two drafts are taken for one event.
    """

    rows: tuple[Feature, ...]
    bias: float
    enough: float

    def score(self, pair: Pair) -> float:
        """Log-odds that two drafts are one event."""
        telling = (row.weight * row.function(pair) for row in self.rows if row.weight)
        return math.fsum((self.bias, *telling))

    def reasons(self, pair: Pair) -> list[tuple[float, str]]:
        """What each row adds to the score of two drafts, with its explanation."""
        points = ((row.weight * row.function(pair), row.explanation) for row in self.rows)
        return [(value, label) for value, label in points if round(value, 1)]


@cache
def features() -> Features:
    """The packaged table.

    Raises:
        DataError: The weights are not those of the rows.
    """
    data = tomllib.loads(integrity.text(WEIGHTS))
    if (found := set(data["weights"])) != (expected := set(NAMES)):
        raise DataError(
            f"{WEIGHTS}: weights of other features than expected:"
            f" {', '.join(sorted(found ^ expected))}"
        )
    return table(data["weights"], data["bias"], data["enough"])


def table(weights: Mapping[str, float], bias: float = 0.0, enough: float = 0.0) -> Features:
    """The rows with some weights; a row that has none weighs nothing."""
    rows = (
        Feature(name, function, weights.get(name, 0.0), explanation)
        for name, function, explanation in _ROWS
    )
    return Features(tuple(rows), bias, enough)


def _news_gap(pair: Pair) -> float | None:
    """Days between what both tell, by exact dates or publications; none where one has neither."""
    if not (pair.a.told and pair.b.told):
        return None
    return max(0.0, _days(pair.a.told[1], pair.b.told[0]), _days(pair.b.told[1], pair.a.told[0]))


def _days(first: str, last: str) -> float:
    return float(ordinal(last) - ordinal(first))


def _long_after(pair: Pair) -> float:
    gap = _news_gap(pair)
    return 0.0 if gap is None else min(1.0, math.log1p(max(0.0, gap - NEAR)) / 5)


def _same_type(pair: Pair) -> bool:
    """Whether both are of one type that says what happened."""
    return not pair.a.types.isdisjoint(pair.b.types) and not pair.is_wide


def _nobody_in_common(pair: Pair) -> bool:
    return bool(pair.a.people and pair.b.people) and pair.a.people.isdisjoint(pair.b.people)


def _strangers(pair: Pair) -> bool:
    """Whether both name somebody or some place, and no name of the one stands beside the other."""
    a, b = pair.a, pair.b
    named = bool(a.entities and b.entities)
    return named and (a.entities | a.context).isdisjoint(b.entities | b.context)


def _two_sides(pair: Pair) -> bool:
    """Whether both have two sides that act alike (a meeting, a call), and these are the same."""
    if not is_symmetric(pair.a, pair.ontology):
        return False
    sides = (pair.a.people | pair.a.context) & (pair.b.people | pair.b.context)
    return len(sides & (pair.a.people | pair.b.people)) > 1


def _other_speaker(pair: Pair) -> bool:
    same = pair.a.with_role(AGENT) & pair.b.with_role(AGENT)
    return pair.a.has("speech") and not same


def _unalike_objects(pair: Pair) -> bool:
    return bool(pair.a.objects and pair.b.objects) and not pair.objects


def _shares(role: str) -> Function:
    return lambda pair: not pair.a.with_role(role).isdisjoint(pair.b.with_role(role))


def _place(agreement: float) -> Function:
    return lambda pair: pair.agreement == agreement


_ROWS: tuple[tuple[str, Function, str], ...] = (
    ("same_word", lambda p: bool(p.words), "the same word"),
    ("rare_word", lambda p: p.rarity, "a rare word"),
    ("like_word", lambda p: p.word_similarity, "words alike"),
    ("very_like_word", lambda p: max(0.0, p.word_similarity - VERY), "words nearly the same"),
    ("same_type", _same_type, "the same type"),
    ("two_types", lambda p: p.a.types.isdisjoint(p.b.types), "two types"),
    ("wide", lambda p: p.is_wide and not p.words, "types that hold anything, and two words"),
    ("general", lambda p: p.a.general or p.b.general, "a word for anything of its kind"),
    ("story", lambda p: p.likeness, "articles alike"),
    ("some_story", lambda p: min(p.likeness, STORY), "articles alike to some degree"),
    (
        "same_word_story", lambda p: bool(p.words) * min(p.likeness, STORY),
        "the same word in articles alike",
    ),
    (
        "like_word_story", lambda p: p.word_similarity * min(p.likeness, STORY),
        "words alike in articles alike",
    ),
    ("same_day", lambda p: p.same_day, "the same day stated"),
    (
        "same_type_day", lambda p: p.same_day and _same_type(p), "the same type on one day",
    ),
    (
        "same_type_place", lambda p: p.agreement >= SAME and _same_type(p),
        "the same type in one place",
    ),
    (
        "days_agree", lambda p: bool(p.a.window and p.b.window) and not p.same_day,
        "dates that agree",
    ),
    ("same_news", lambda p: (gap := _news_gap(p)) is not None and gap <= NEAR, "told at one time"),
    ("long_after", _long_after, "told long after"),
    ("same_place", _place(SAME), "the same place"),
    ("within", _place(WITHIN), "one place in the other"),
    ("same_country", _place(COUNTRY), "the same country"),
    ("strange_places", _place(STRANGE), "two places"),
    ("in_role", lambda p: min(MOST, p.weight(p.in_role)), "the same participants in their roles"),
    ("same_agent", _shares(AGENT), "the same doer"),
    ("same_patient", _shares(PATIENT), "done to the same"),
    (
        "other_role", lambda p: min(MOST, p.weight((p.a.people & p.b.people) - p.in_role)),
        "the same participants in other roles",
    ),
    ("two_sides", _two_sides, "the same two sides"),
    ("beside", lambda p: min(MOST, p.weight(p.beside)), "the same names beside it"),
    ("objects", lambda p: min(MOST, float(len(p.objects))), "the same words for who or what"),
    (
        "like_objects", lambda p: 0.0 if p.objects else likest(p.a.objects, p.b.objects),
        "words alike for who or what",
    ),
    ("other_objects", _unalike_objects, "other words for who or what"),
    (
        "same_word_other_objects", lambda p: bool(p.words) and _unalike_objects(p),
        "the same word of other things",
    ),
    ("nobody_shared", _nobody_in_common, "other participants"),
    ("strangers", _strangers, "nobody and nowhere in common"),
    ("numbers", lambda p: p.numbers, "the same numbers"),
    (
        "other_numbers",
        lambda p: bool(p.a.telling_numbers and p.b.telling_numbers) and not p.numbers,
        "other numbers",
    ),
    (
        "one_expected", lambda p: p.a.expected != p.b.expected and not p.same_day,
        "one is only expected",
    ),
    ("other_speaker", _other_speaker, "different or unknown speakers"),
)  # fmt: skip
NAMES = tuple(name for name, _, _ in _ROWS)
# What speaks against one event by its meaning; all else speaks for it.
AGAINST = frozenset(
    {
        "two_types", "wide", "general", "long_after", "strange_places", "other_objects",
        "same_word_other_objects", "nobody_shared", "strangers", "other_numbers", "one_expected",
        "other_speaker",
    }
)  # fmt: skip
