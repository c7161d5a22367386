"""Figures side by side: who said how many of what, when, and which figures another one replaces.

Nothing is averaged and nothing is dropped. Two figures that may both be true ("113", "at least 113") are one
value; of two that may not, the later one supersedes the earlier of the same voice, and of different voices
they are disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import Literal

from eventgraph.model import Article, Claim, Event
from eventgraph.names import fold
from eventgraph.store import Store

State = Literal["stands", "superseded", "disputed", "denied"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim, and where it stands among the others of its event and kind.

    Attributes:
        event: The event.
        claim: The figure.
        article: The article that has it, without text and parts.
        value: Number of its value among those of its event and kind, from 1: equal numbers in different words
            are one value.
        state: Whether another figure replaces or contradicts it, or the event itself is denied.
    """

    event: Event
    claim: Claim
    article: Article
    value: int
    state: State

    @property
    def report_day(self) -> str | None:
        """When it was published, as EDTF; none when unknown."""
        return self.article.published.date if self.article.published else None


def claims(store: Store, event: str | None = None) -> tuple[Figure, ...]:
    """All figures, by event in order of time, then by kind, day and article.

    Args:
        store: Where to look.
        event: Id of the only event to look at.

    >>> from eventgraph.model import Corpus
    >>> from eventgraph.store import in_memory
    >>> claims(in_memory(Corpus()))
    ()
    """
    where, values = (" WHERE id = ?", (event,)) if event else ("", ())
    sql = f"SELECT record FROM events{where} ORDER BY first, last, id"  # noqa: S608 - fixed clauses
    events = [found for found in store.select(Event, sql, *values) if found.claims]
    ids = sorted({claim.article for found in events for claim in found.claims})
    articles = {article.id: article for article in store.articles(ids).heads()}
    return tuple(figure for found in events for figure in _of_event(found, articles))


def _of_event(event: Event, articles: dict[str, Article]) -> Iterable[Figure]:
    by_kind = sorted(event.claims, key=lambda claim: (claim.kind, claim.unit))
    for _, same in groupby(by_kind, key=lambda claim: (claim.kind, claim.unit)):
        told = sorted(same, key=lambda claim: (_day(claim, articles), claim.article, claim.span))
        values = _values(told)
        states = _states(told, articles, denied=event.status == "negated")
        for claim, value, state in zip(told, values, states, strict=True):
            yield Figure(event, claim, articles[claim.article], value, state)


def _day(claim: Claim, articles: dict[str, Article]) -> str:
    """The day that a figure is of: the one it states, else that of the report; unknown days last."""
    published = articles[claim.article].published
    return claim.as_of or (published.date if published else "~")


def _values(told: Sequence[Claim]) -> list[int]:
    """The number of the value of each claim: bounds of one number are that number."""
    numbers: dict[tuple[float | None, ...], int] = {}
    return [numbers.setdefault(_value(claim), len(numbers) + 1) for claim in told]


def _value(claim: Claim) -> tuple[float | None, ...]:
    if claim.low is None or claim.high is None:
        return (claim.high if claim.low is None else claim.low,)
    return (claim.low,) if claim.low == claim.high else (claim.low, claim.high)


def _states(told: Sequence[Claim], articles: dict[str, Article], *, denied: bool) -> list[State]:
    states: list[State] = ["denied" if denied else "stands"] * len(told)
    for a, b in combinations(range(len(told)), 2):  # told is in order of days
        if denied:
            continue
        is_later = _day(told[a], articles) < _day(told[b], articles)
        if replaces(told[b], told[a], is_later=is_later):
            states[a] = "superseded"
        elif contradict(told[a], told[b]):
            states[b] = "disputed"
            states[a] = "disputed" if states[a] == "stands" else states[a]
    return states


def contradict(a: Claim, b: Claim) -> bool:
    """Whether no one number fits both: "12" and "30", not "12" and "at least 10", and never "dozens"."""
    if _is_vague(a) or _is_vague(b):
        return False
    return max(_least(a), _least(b)) > min(_most(a), _most(b))


def replaces(new: Claim, old: Claim, *, is_later: bool) -> bool:
    """Whether a figure takes the place of an earlier one: it says so, or the same voice says more of it later.

    Args:
        new: The figure that may replace.
        old: The figure that may be replaced.
        is_later: Whether the new one is of a later day.
    """
    if _value(new) == _value(old):
        return False
    if new.update and not old.update:
        return True
    return is_later and _one_voice(new, old) and (contradict(new, old) or _least(new) > _least(old))


def _is_vague(claim: Claim) -> bool:
    """Whether its words name no number: "dozens"."""
    return claim.low is not None and claim.high is not None and claim.low < claim.high


def _least(claim: Claim) -> float:
    return claim.low if claim.low is not None else float("-inf")


def _most(claim: Claim) -> float:
    return claim.high if claim.high is not None else float("inf")


def _one_voice(a: Claim, b: Claim) -> bool:
    """Whether a later figure can replace an earlier one: no two named speakers stand against each other."""
    return not (a.speaker and b.speaker) or fold(a.speaker) == fold(b.speaker)
