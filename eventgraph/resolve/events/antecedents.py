"""Which reports of one article tell one event: by pointing back, as a reader takes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from eventgraph.resolve.events.causation import with_outcomes
from eventgraph.resolve.events.drafts import AGENT, Draft, exact_day, same_day
from eventgraph.resolve.events.mentions import Report

MUCH_TOLD = 5  # reports from which on an event is what an article is about
REACH = 100  # possible antecedents that are tried, the latest first

Compatible = Callable[[Draft, Draft], bool]


def within_articles(reports: Iterable[Report], compatible: Compatible) -> list[Draft]:
    """The drafts of each article by itself.

    Args:
        reports: In the order of their keys.
        compatible: Whether two drafts can be one event at all.
    """
    told: dict[tuple[str, int, str], _Told] = defaultdict(_Told)
    for unit in with_outcomes(reports):
        told[*unit[0].where, unit[0].family].add(Draft.of(unit), compatible)
    return [draft for where in sorted(told) for draft in told[where].drafts]


@dataclass
class _Told:
    """What a part of an article has told so far of one family, by what a later report may repeat."""

    drafts: list[Draft] = field(default_factory=list)
    _numbers: dict[tuple[str, ...], dict[int, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, new: Draft, compatible: Compatible) -> None:
        """Join a new draft to the event that it tells again, if it does."""
        found = self._antecedent(new, compatible)
        if found is None:
            self.drafts.append(new)
            found = len(self.drafts) - 1
        else:
            self.drafts[found] = self.drafts[found].joined(new)
        for key in _keys(new):
            self._numbers[key][found] = None

    def _antecedent(self, new: Draft, compatible: Compatible) -> int | None:
        """The number of the event that a new draft tells again: the most told, then the latest."""
        best, best_support = None, 0.0
        for number in self._possible(new):
            if compatible(self.drafts[number], new):
                support = max(
                    _points_at(report, new, self.drafts[number]) for report in new.reports
                )
                much = min(len(self.drafts[number].reports), MUCH_TOLD)
                told = support and support + 0.1 * much
                if told > best_support:
                    best, best_support = number, told
        return best

    def _possible(self, new: Draft) -> list[int]:
        """Numbers of the drafts with the same word, day or generality, the latest first."""
        found = {number for key in _keys(new) for number in self._numbers.get(key, ())}
        return sorted(found, reverse=True)[:REACH]


def _keys(draft: Draft) -> Iterator[tuple[str, ...]]:
    yield from (("word", lemma) for lemma in draft.lemmas)
    if draft.general:
        yield ("general",)
    if day := exact_day(draft):
        yield from (("day", day, kind) for kind in draft.types)


def _points_at(report: Report, new: Draft, old: Draft) -> float:
    """How much speaks for a report telling an event of its own article again; 0 is too little."""
    if _another(new, old):
        return 0.0
    shared = len(old.entities & new.entities)
    if report.has("speech"):  # without the same speaker it is another event
        same = report.mention.lemma in old.lemmas and new.with_role(AGENT) & old.with_role(AGENT)
        return 1.0 + shared if same else 0.0
    same_word = report.mention.lemma in old.lemmas
    if same_word or (new.general and old.general):
        announced = _is_announced(new, old)
        on_day = same_day(new, old)
        return _again(report, shared, same_word=same_word, on_day=on_day, announced=announced)
    same_kind = report.mention.type in old.types and shared and same_day(new, old)
    return 1.0 + shared if same_kind else 0.0


def _another(new: Draft, old: Draft) -> bool:
    """Whether a text that told one event tells another of its kind: done to others, or only planned."""
    others = bool(new.described and old.described) and not new.described & old.described
    return (others and not new.numbers & old.numbers) or (
        new.expected != old.expected and not same_day(new, old)
    )


def _again(report: Report, shared: int, *, same_word: bool, on_day: bool, announced: bool) -> float:
    """How much speaks for a report whose word fits telling the same event again."""
    if shared or on_day:
        return 1.0 + same_word + shared
    if announced:
        return 1.0 + same_word
    if report.definite or report.part_kind == "caption":  # a caption tells of one happening
        return 1.0 + same_word - 0.5 * bool(report.entities)
    return 1.0 if same_word and _bare(report) else 0.0


def _is_announced(new: Draft, old: Draft) -> bool:
    """Whether an event has only been told in headlines, and the text below may now tell it.

    A headline that names nobody and nowhere leaves that to the text; of one that says where, the places
    must be known to fit, which is settled before.
    """
    if not all(report.headline for report in old.reports):
        return False
    return all(map(_bare, old.reports)) or bool(new.places and old.places)


def _bare(report: Report) -> bool:
    """Whether a report names nobody, nowhere and no day: all it can do is point at what was told."""
    return not (report.entities or report.timex or report.mention.quantities)
