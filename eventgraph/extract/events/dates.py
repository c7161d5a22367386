"""Which time expression dates a trigger: the one that grammar attaches to it or to its clause.

Another clause's date never crosses a verb of saying: in "said on Monday that the bridge had
collapsed" Monday dates the saying.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventgraph.extract.events.numbers import Number
from eventgraph.extract.events.roles import Scene
from eventgraph.extract.events.status import HIGHEST
from eventgraph.extract.events.syntax import clause_of, is_verb, kids, lemma, speaks, words
from eventgraph.extract.events.triggers import Trigger
from eventgraph.model import Timex

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

    from eventgraph.extract.passages import Passage

_NOT_AT = ("before", "until", "till")
_SHARED = ("nsubj", "nsubjpass", "dobj", "attr")


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression in a sentence.

    Attributes:
        index: Into the article's timexes.
        head: Its syntactic head.
        governor: The trigger or verb that it is attached to, none in a fragment.
        as_of: Whether it says until when a number holds ("by 24 January").
    """

    index: int
    head: Token
    governor: Token | None
    as_of: bool


class Calendar:
    """The time expressions of one sentence and what they are attached to."""

    def __init__(
        self, dated: Sequence[Dated], timexes: Sequence[Timex], scene: Scene, tokens: frozenset[int]
    ) -> None:
        self.timexes = timexes
        self.scene = scene
        self._tokens = tokens
        self._dated = tuple(dated)
        self._at: dict[int, list[Dated]] = {}
        for item in dated:
            if item.governor is not None and not item.as_of:
                self._at.setdefault(item.governor.i, []).append(item)

    def without_dates(self, numbers: Iterable[Number]) -> list[Number]:
        """The numbers that are no part of a time expression: "the March 22 attack" counts nothing."""
        return [n for n in numbers if self._tokens.isdisjoint(range(n.first, n.last + 1))]

    def as_of(self) -> str | None:
        """EDTF date that the numbers of the sentence hold for."""
        return next((self.timexes[item.index].edtf for item in self._dated if item.as_of), None)

    def date(self, trigger: Trigger, said: Token | None) -> int | None:
        """Index of the timex that dates a trigger.

        Args:
            trigger: The event.
            said: The verb of saying above it: its date is also that of an accusation or denial.
        """
        found = self._near(trigger)
        if found is None and said is not None and trigger.type in ("accusation", "claim", "threat"):
            found = self._pick(said, trigger.token)
        if (
            found is None
            and len(self._dated) == 1
            and self._dated[0].governor is None
            and not self._dated[0].as_of
        ):
            return self._dated[0].index
        return found

    def _near(self, trigger: Trigger) -> int | None:
        begun = kids(trigger.carrier, "xcomp") if trigger.carrier is not None else []
        for token in (trigger.token, trigger.clause, *begun):  # "is scheduled to begin on Monday"
            if (found := self._pick(token, trigger.token)) is not None:
                return found
        if trigger.nominal and trigger.carrier is None:
            return self._of_noun(trigger.token)
        return self._of_verb(trigger.clause, 0)

    def _pick(self, governor: Token, near: Token) -> int | None:
        """The best timex at a governor: one with a calendar date, then the nearest."""
        items = self._at.get(governor.i, ())
        ranked = sorted(
            items,
            key=lambda d: (self.timexes[d.index].edtf is None, abs(d.head.i - near.i), d.index),
        )
        return ranked[0].index if ranked else None

    def _of_noun(self, noun: Token) -> int | None:
        for clause in kids(noun, "relcl", "acl"):
            if not speaks(clause) and (found := self._pick(clause, noun)) is not None:
                return found
        verb: Token | None = noun.head
        if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "by", "at"):
            verb = clause_of(noun)
        elif noun.dep_ not in _SHARED:
            return None
        if verb is None or not is_verb(verb) or speaks(verb) or self._apart(verb, noun):
            return None
        found = self._pick(verb, noun)
        return self._of_verb(verb, 0) if found is None else found

    def _apart(self, verb: Token, noun: Token) -> bool:
        """Whether the verb is an event of its own time: "lifted the sanctions", "cancelled a visit"."""
        if verb.i not in self.scene.triggers or words().has("verbs.causing", lemma(verb)):
            return False
        strikes = self.scene.triggers[noun.i].type in ("attack", "disaster", "accident", "death")
        return not (strikes and noun.dep_ in ("nsubj", "pobj"))

    def _of_verb(self, verb: Token, depth: int) -> int | None:
        above, label = verb.head, verb.dep_
        if depth > HIGHEST or label == "ROOT":
            return None
        if label in ("relcl", "acl") and above.i in self.scene.triggers:
            return self._pick(above, verb)
        if not is_verb(above) or speaks(above) or not self._passes(verb, above):
            return None
        items = [
            d
            for d in self._at.get(above.i, ())
            if label != "conj" or d.head.i < min(verb.i, above.i)
        ]
        if items:
            return self._pick(above, verb)
        return self._of_verb(above, depth + 1)

    def _passes(self, verb: Token, above: Token) -> bool:
        """Whether the clause above happens at the same time."""
        if verb.dep_ == "conj":
            return True
        if verb.dep_ == "xcomp":
            return not words().has("verbs.planning", lemma(above))
        marked = kids(verb, "mark", "aux") or any(child.tag_ == "WRB" for child in verb.children)
        return verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN") and not marked


def calendar(
    passage: Passage,
    sentence: Sentence,
    timexes: Sequence[Timex],
    indices: Iterable[int],
    scene: Scene,
) -> Calendar:
    """The time expressions of a sentence.

    Args:
        passage: The passage around it.
        sentence: The sentence.
        timexes: All of the article.
        indices: Which of them lie in the sentence.
        scene: Its triggers.
    """
    found: list[Dated] = []
    tokens: set[int] = set()
    for index in indices:
        inside = _tokens(passage, sentence, timexes[index])
        tokens.update(token.i for token in inside)
        dates = timexes[index].type in ("DATE", "TIME")
        if inside and dates and (item := _dated(index, inside, scene)) is not None:
            found.append(item)
    return Calendar(found, timexes, scene, frozenset(tokens))


def _tokens(passage: Passage, sentence: Sentence, timex: Timex) -> list[Token]:
    start, end = timex.span.start - passage.start, timex.span.end - passage.start
    return [token for token in sentence if token.idx < end and token.idx + len(token) > start]


def _dated(index: int, inside: list[Token], scene: Scene) -> Dated | None:
    indices = {token.i for token in inside}
    head = next(
        (token for token in inside if token.head.i not in indices or token.head == token), inside[0]
    )
    path = [head, *head.ancestors]
    as_of = False
    for token in path:
        if token.i in indices and token.pos_ != "ADP":
            continue
        if token.pos_ in ("ADP", "SCONJ") and token.lower_ in _NOT_AT:
            return None
        as_of = as_of or _as_of(token)
        if token.i not in indices and (token.i in scene.triggers or is_verb(token)):
            return Dated(index, head, _beside(inside[0], scene) or token, as_of)
    return Dated(index, head, None, as_of)


def _beside(first: Token, scene: Scene) -> Token | None:
    """The event noun right before "in 2020": nearer than what the parser may attach the year to."""
    if first.i < 2 or first.nbor(-1).lower_ not in ("in", "of"):
        return None
    noun = first.nbor(-2)
    return noun if noun.i in scene.triggers and scene.triggers[noun.i].nominal else None


def _as_of(token: Token) -> bool:
    """Whether a preposition says until when: "by 24 January", "as of Monday"."""
    if token.lower_ == "by":
        return True
    return token.lower_ == "of" and token.i > 0 and token.nbor(-1).lower_ == "as"
