"""Which frame a clause meets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eventgraph.model import Clause, Constituent, Phrase

if TYPE_CHECKING:
    from eventgraph.extract.frames.frame import Entry, Frame, Slot
    from eventgraph.extract.frames.frames_file import Frames
    from eventgraph.languages.nouns import Nouns

_ACTIVE: Final = {"subject": ("subject",), "object": ("object",)}
_PASSIVE: Final = {"subject": ("agent",), "object": ("subject", "object")}
_PEOPLE: Final = frozenset({"person", "people", "organization", "body", "place"})


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a clause meets, and its constituents that are words of the entry."""

    entry: Entry
    consumed: frozenset[int]

    @property
    def frame(self) -> Frame:
        """The entry's frame."""
        return self.entry.frame


class Matcher:
    """Finds frames for the clauses of one article."""

    def __init__(self, frames: Frames, nouns: Nouns, clauses: Sequence[Clause]) -> None:
        self.frames = frames
        self.nouns = nouns
        self.clauses = clauses
        self.below: dict[int, list[int]] = {}
        for index, clause in enumerate(clauses):
            if clause.governor is not None:
                self.below.setdefault(clause.governor, []).append(index)

    def match(self, index: int) -> Match | None:
        """The first entry whose words and pattern a clause meets."""
        clause = self.clauses[index]
        head, *particles = clause.lemma.split()
        for pos in ("noun",) if clause.form == "nominal" else ("verb", "adjective"):
            for entry in self.frames.find(pos, head):
                consumed = self._words(entry, clause, particles, index)
                if consumed is not None and self._fits(entry.frame, index, consumed):
                    return Match(entry, consumed)
        return None

    def known(self, index: int) -> bool:
        """Whether a clause's head is in some frame, whatever its pattern."""
        clause = self.clauses[index]
        head = clause.lemma.split()[0]
        return any(self.frames.find(pos, head) for pos in ("verb", "noun", "adjective"))

    def _words(
        self, entry: Entry, clause: Clause, particles: Sequence[str], index: int
    ) -> frozenset[int] | None:
        """The constituents that are words of the entry; none where one of its words is missing."""
        if not entry.others:
            return frozenset()
        missing, consumed = set(entry.others), set[int]()
        missing -= {*particles, *clause.adverbs, *(("not",) if clause.negated else ())}
        if clause.phrase is not None:
            missing -= set(clause.phrase.modifiers)
        for number, part in enumerate(clause.constituents):
            if part.within or (part.function == "subject" and clause.voice == "active"):
                continue
            said = {part.phrase.lemma, *_words_of(part.phrase)}
            if hit := missing & said:
                missing -= hit
                consumed.add(number)
            missing -= set(part.preposition.split())
        for below in self.below.get(index, ()) if missing else ():
            inner = self.clauses[below]
            if inner.link in ("complement", "argument", "speech"):
                missing -= {inner.lemma, inner.marker, "not" if inner.negated else ""}
        return None if missing else frozenset(consumed)

    def _fits(self, frame: Frame, index: int, consumed: frozenset[int]) -> bool:
        clause = self.clauses[index]
        if frame.voice is not None and clause.voice != frame.voice:
            return False
        return all(self._filled(slot, index, consumed) for slot in frame.needs) and not any(
            self._filled(slot, index, frozenset()) for slot in frame.lacks
        )

    def _filled(self, slot: Slot, index: int, consumed: frozenset[int]) -> bool:
        clause = self.clauses[index]
        if "complement" in slot.functions and self._complemented(slot, index):
            return True
        own = clause.phrase if "self" in slot.functions else None
        if own is not None and self.suits(own, slot.fillers):
            return True
        parts = [
            part
            for number, part in _in_slot(slot, clause, within=bool(consumed))
            if number not in consumed
        ]
        above = (
            None
            if clause.form != "nominal" or clause.governor is None
            else self.clauses[clause.governor]
        )
        if above is not None and self.frames.carries("light", above.lemma.split()[0]):
            parts += [p for _, p in _in_slot(slot, above, within=True) if p.function == "oblique"]
        return any(self.suits(part.phrase, slot.fillers) for part in parts)

    def _complemented(self, slot: Slot, index: int) -> bool:
        for below in self.below.get(index, ()):
            inner = self.clauses[below]
            words = {inner.form, inner.marker, f"={inner.lemma}", inner.link}
            if inner.link in ("complement", "speech") and (
                not slot.fillers or words & slot.fillers
            ):
                return True
        return False

    def suits(self, phrase: Phrase, fillers: frozenset[str]) -> bool:
        """Whether a phrase is one of the fillers that a slot asks for."""
        if not fillers or phrase.sort in fillers or f"={phrase.lemma}" in fillers:
            return True
        if any(self.nouns.has(filler, phrase.lemma) for filler in fillers):
            return (
                phrase.mention is None
                or "name" in fillers
                or phrase.sort in ("place", "organization")
            )
        if phrase.pronoun and phrase.sort == "unknown":
            return bool(fillers & _PEOPLE) or "pronoun" in fillers
        return (
            ("name" in fillers and phrase.mention is not None)
            or ("plain" in fillers and phrase.mention is None and phrase.sort != "event")
            or ("plural" in fillers and phrase.number == "plural")
            or ("amount" in fillers and phrase.amount is not None)
            or ("clause" in fillers and phrase.sort == "event")
            or ("pronoun" in fillers and phrase.pronoun)
        )


def _in_slot(slot: Slot, clause: Clause, *, within: bool) -> Iterator[tuple[int, Constituent]]:
    turned = _PASSIVE if clause.voice == "passive" else _ACTIVE
    functions = {name for key in slot.functions for name in turned.get(key, (key,))}
    for number, part in enumerate(clause.constituents):
        if part.within and not within:
            continue
        preposition = part.preposition in slot.functions and part.function in ("oblique", "agent")
        if part.function in functions or preposition:
            yield number, part


def _words_of(phrase: Phrase) -> frozenset[str]:
    return frozenset((*phrase.modifiers, *phrase.text.lower().split()))
