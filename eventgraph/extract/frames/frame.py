"""A frame: words, the valency pattern that they need, and the concept that they then express."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from eventgraph.model import Voice


@dataclass(frozen=True, slots=True)
class Slot:
    """What one function of a clause must, or must not, be filled with.

    Attributes:
        functions: Functions ("subject", "object", …, "complement" for a governed clause) or prepositions;
            one of them is enough.
        fillers: Sorts, noun classes, "=word" for a dictionary form, "name", "pronoun", "plural",
            "amount"; empty for anything at all.
    """

    functions: tuple[str, ...]
    fillers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """Words with one valency pattern.

    Attributes:
        concept: Of the ontology ("attack.shell"); empty for words that report nothing here.
        needs: Slots that must be filled so.
        lacks: Slots that must not be filled so.
        roles: Role by function or preposition where it is not that of the concept; an empty role is none.
        counts: Quantity kind of a number at it where it is not that of the concept.
        voice: The only voice it has; none for both.
        row: Its place in the file, for messages and for which of two frames comes first.
    """

    concept: str
    needs: tuple[Slot, ...] = ()
    lacks: tuple[Slot, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    counts: str | None = None
    voice: Voice | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or fixed phrase of a frame.

    Attributes:
        pos: verb, noun or adjective: what its head is.
        head: Dictionary form of the head.
        others: Further words: objects, particles, prepositions or their nouns of a verb ("custody" and
            "into" of "take into custody"), modifiers or "of" nouns of a noun.
        frame: The frame.
        head_last: Whether the further words stand before the head.
    """

    pos: str
    head: str
    others: tuple[str, ...]
    frame: Frame
    head_last: bool = False


@dataclass(frozen=True, slots=True)
class Oblique:
    """The role of a prepositional phrase where its frame says nothing.

    Attributes:
        below: What it depends on: ``verb`` or ``noun``.
        words: Prepositions.
        role: The role; empty where such a phrase has none.
        types: Event types it holds for; empty for all.
        concepts: Concepts it holds for; empty for all.
        heads: Dictionary forms of the verb or event noun; empty for all.
        sorts: Sorts and noun classes of its noun, "name", "plain" (neither name nor event); empty for all.
    """

    below: str
    words: frozenset[str]
    role: str
    types: frozenset[str]
    concepts: frozenset[str]
    heads: frozenset[str]
    sorts: frozenset[str]
