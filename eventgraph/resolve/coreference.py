"""Which reports tell one event: within an article by pointing back, across articles by evidence.

Pairs are compared only inside blocks (same day, same entity, same trigger in a like story), joined from
the best-supported down, and never across a conflict of date, place or participants; so the outcome
does not depend on the order of the articles, and the work grows with their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from eventgraph.ontology import Ontology
from eventgraph.resolve.anaphora import is_general
from eventgraph.resolve.drafts import AGENT, PATIENT, Draft, conflict, is_symmetric
from eventgraph.resolve.geography import Geography
from eventgraph.resolve.outcomes import with_outcomes
from eventgraph.resolve.reports import Report
from eventgraph.resolve.story import Stories
from eventgraph.resolve.union import Pairs, Union

ENOUGH = 2.0  # support that makes two drafts one event; see `Evidence.support` for the units
MUCH_TOLD = 5  # reports from which on an event is what an article is about
BLOCK = 60  # drafts compared with one another; in larger blocks each meets its nearest ones
NEAREST = 12

# Types in which the one who speaks makes the event: without the same speaker it is another event.
# Types that hold happenings of every sort: only the same trigger is a reason.
WIDE = frozenset({"other", "statement", "movement", "economy"})
SPOKEN = frozenset({"statement", "claim", "condolence", "accusation", "threat"})


class Coreference:
    """Clusters reports into drafts of events."""

    def __init__(self, ontology: Ontology, geography: Geography, stories: Stories) -> None:
        self._ontology = ontology
        self._geography = geography
        self._stories = stories

    def cluster(
        self, reports: Iterable[Report], together: Pairs = (), apart: Pairs = ()
    ) -> list[Draft]:
        """Drafts of all events, in the order of their keys.

        Args:
            reports: Of all articles, in any order.
            together: Keys of reports that a person has called one event.
            apart: Keys of reports that a person has called two.
        """
        local = self._within_articles(sorted(reports, key=lambda report: report.key))
        union = Union(local, apart)
        for one, other in together:
            union.force(one, other)
        for _, a, b in self._ranked(local):
            union.join(a, b, self._compatible, self._because(local[a], local[b]))
        return union.drafts()

    def _because(self, a: Draft, b: Draft) -> str:
        """One line that says why two drafts were joined."""
        told = " = ".join(f"“{draft.reports[0].mention.text}”" for draft in (a, b))
        reasons = "; ".join(f"{reason} ({points:+.1f})" for points, reason in self.reasons(a, b))
        return f"{told}, support {self.support(a, b):.1f}: {reasons}"

    def _within_articles(self, reports: Sequence[Report]) -> list[Draft]:
        told: dict[tuple[str, int, str], list[Draft]] = defaultdict(list)
        for unit in with_outcomes(reports):
            drafts, new = told[*unit[0].where, unit[0].family], Draft.of(unit)
            found = self._antecedent(new, drafts)
            if found is None:
                drafts.append(new)
            else:
                drafts[found] = drafts[found].joined(new)
        return [draft for where in sorted(told) for draft in told[where]]

    def _antecedent(self, new: Draft, drafts: Sequence[Draft]) -> int | None:
        """The number of the event that a new draft tells again: the most told, then the latest."""
        best, best_support = None, 0.0
        for number in reversed(range(len(drafts))):
            if self._compatible(drafts[number], new):
                support = max(_points_at(report, new, drafts[number]) for report in new.reports)
                told = support and support + 0.1 * min(len(drafts[number].reports), MUCH_TOLD)
                if told > best_support:
                    best, best_support = number, told
        return best

    def _compatible(self, a: Draft, b: Draft) -> bool:
        return not conflict(a, b, self._geography, self._ontology)

    def _ranked(self, drafts: Sequence[Draft]) -> list[tuple[float, int, int]]:
        """Pairs with enough support, the best first."""
        seen: set[tuple[int, int]] = set()
        ranked = []
        for block in self._blocks(drafts):
            for a, b in _pairs(block):
                if (a, b) in seen or not self._compatible(drafts[a], drafts[b]):
                    continue
                seen.add((a, b))
                support = self.support(drafts[a], drafts[b])
                if support >= ENOUGH:
                    ranked.append((-support, a, b))
        return sorted(ranked)

    def _blocks(self, drafts: Sequence[Draft]) -> list[list[int]]:
        """Drafts that have something in common that one event would have."""
        blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, draft in enumerate(drafts):
            for key in self._block_keys(draft):
                blocks[draft.family, *key].append(number)
        return [blocks[key] for key in sorted(blocks) if len(blocks[key]) > 1]

    def _block_keys(self, draft: Draft) -> Iterator[tuple[str, ...]]:
        if draft.window and draft.window[0] == draft.window[1]:
            yield "day", draft.window[0]
        for value in sorted(draft.partial_dates):
            yield "partial", value
        for entity in sorted(draft.entities):
            yield "entity", entity
        for kind, low, high in sorted(_numbers(draft), key=str):
            yield "number", kind, str(low), str(high)
        words = sorted(draft.lemmas) if draft.types & WIDE else [""]
        for article in sorted(draft.articles):
            for feature in self._stories.salient(article):
                yield from (("story", word, feature) for word in words)

    def support(self, a: Draft, b: Draft) -> float:
        """How much speaks for two drafts being one event; one unit is about one good reason."""
        return sum(points for points, _ in self.reasons(a, b))

    def reasons(self, a: Draft, b: Draft) -> list[tuple[float, str]]:
        """Each reason for (or against) two drafts being one event, with its points."""
        story = self._likeness(a, b)
        shared = sorted(a.people & b.people)
        points = [
            (2.0 * story, f"articles alike {story:.2f}"),
            (_words(a, b), "triggers " + _list(a.lemmas) + " / " + _list(b.lemmas)),
            (_dates(a, b), "dates agree"),
            (self._geography.agreement(a.places, b.places), "places agree"),
            (
                min(2.0, sum(1.3 * self._stories.weight(e) for e in shared)),
                f"{len(shared)} shared participants",
            ),
            (_roles(a, b), "the same roles"),
            (self._context(a, b), "the same names beside it"),
            (self._same_pair(a, b), "the same two sides"),
            (_described(a, b), "others are described"),
            (1.5 if _numbers(a) & _numbers(b) else 0.0, "the same numbers"),
        ]
        if a.types & SPOKEN and not a.with_role(AGENT) & b.with_role(AGENT):
            points.append((-2.0, "different or unknown speakers"))
        return [(value, reason) for value, reason in points if value]

    def _same_pair(self, a: Draft, b: Draft) -> float:
        """Whether both have two sides that act alike (a meeting, a call), and these are the same."""
        sides = (a.people | a.context) & (b.people | b.context)
        people = sides & (a.people | b.people)
        return (
            2.0 if is_symmetric(a, self._ontology) and len(sides) > 1 and len(people) > 1 else 0.0
        )

    def _context(self, a: Draft, b: Draft) -> float:
        """Entities in the sentences of both that are not known to take part in both."""
        beside = (a.context & b.context) - (a.entities & b.entities)
        scenes = {p for p in beside & (a.places | b.places) if self._geography.is_specific(p)}
        named = sum(self._stories.weight(entity) for entity in sorted(beside))
        return min(1.8, named + 0.6 * len(scenes))

    def _likeness(self, a: Draft, b: Draft) -> float:
        """How much alike the articles of two drafts are; an article is no evidence about itself."""
        pairs = ((x, y) for x in sorted(a.articles)[:4] for y in sorted(b.articles)[:4] if x != y)
        return max((self._stories.likeness(x, y) for x, y in pairs), default=0.0)


def _points_at(report: Report, new: Draft, old: Draft) -> float:
    """How much speaks for a report telling an event of its own article again; 0 is too little."""
    shared = len(old.entities & new.entities)
    if report.mention.type in SPOKEN:
        same = report.mention.lemma in old.lemmas and new.with_role(AGENT) & old.with_role(AGENT)
        return 1.0 + shared if same else 0.0
    same_word = report.mention.lemma in old.lemmas
    if same_word or (_is_general(new) and _is_general(old)):
        same_day, announced = _same_day(new, old), all(_is_announcement(r) for r in old.reports)
        return _again(report, shared, same_word=same_word, same_day=same_day, announced=announced)
    same_kind = report.mention.type in old.types and shared and _same_day(new, old)
    return 1.0 + shared if same_kind else 0.0


def _is_general(draft: Draft) -> bool:
    return any(is_general(lemma, draft.family) for lemma in draft.lemmas)


def _again(
    report: Report, shared: int, *, same_word: bool, same_day: bool, announced: bool
) -> float:
    """How much speaks for a report whose word fits telling the same event again."""
    if shared or same_day:
        return 1.0 + same_word + shared
    if announced:
        return 1.0 + same_word
    if report.definite or report.part_kind == "caption":  # a caption tells of one happening
        return 1.0 + same_word - 0.5 * bool(report.entities)
    return 1.0 if same_word and _bare(report) else 0.0


def _is_announcement(report: Report) -> bool:
    """Whether a report is a headline that names nobody and nowhere: the text below tells who and where."""
    return report.headline and _bare(report)


def _bare(report: Report) -> bool:
    """Whether a report names nobody, nowhere and no day: all it can do is point at what was told."""
    return not (report.entities or report.timex or report.mention.quantities)


def _words(a: Draft, b: Draft) -> float:
    if common := a.lemmas & b.lemmas:
        return 0.7 if all(is_general(lemma, a.family) for lemma in common) else 1.2
    if a.types | b.types <= WIDE:
        return -2.0
    if _is_general(a) or _is_general(b):
        return 0.6
    return 0.3 if a.types & b.types else 0.0


def _dates(a: Draft, b: Draft) -> float:
    if _same_day(a, b) or a.partial_dates & b.partial_dates:
        return 1.5
    return 0.4 if a.window and b.window else 0.0


def _same_day(a: Draft, b: Draft) -> bool:
    return bool(a.window and b.window and a.window == b.window and a.window[0] == a.window[1])


def _roles(a: Draft, b: Draft) -> float:
    return 0.5 * sum(
        bool(a.with_role(role) & b.with_role(role)) for role in (AGENT, PATIENT, "beneficiary")
    )


def _described(a: Draft, b: Draft) -> float:
    """Less when both describe to whom it was done, and nothing in the words or numbers agrees."""
    if not (a.described and b.described) or a.numbers & b.numbers:
        return 0.0
    return 0.5 if a.described & b.described else -0.5


def _numbers(draft: Draft) -> frozenset[tuple[str, float | None, float | None]]:
    """Claims that two articles would hardly share by chance."""
    return frozenset(number for number in draft.numbers if (number[1] or number[2] or 0) > 2)


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:4])


def _pairs(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    reach = len(block) if len(block) <= BLOCK else NEAREST
    for i, a in enumerate(block):
        for b in block[i + 1 : i + 1 + reach]:
            yield (a, b) if a < b else (b, a)
