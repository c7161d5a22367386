"""Event types: their traits, roles, labels and titles, and what their words can say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from eventgraph.titles import Template

ROLES: Final = ("agent", "patient", "participant", "place", "instrument", "beneficiary", "source")

FUNCTIONS: Final = (
    "subject",
    "object",
    "indirect",
    "agent",
    "predicative",
    "possessor",
    "compound",
)

UNTYPED: Final = "other"  # the type of what no other type fits; every ontology has it

TRAITS: Final = (
    "harm", "deliberate", "outcome", "caused", "physical", "placed", "going", "gathering", "personal",
    "speech", "uttered", "verbal", "blaming", "monetary", "reaction", "fresh", "broad", "recurring",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word or phrase that reports an event.

    Attributes:
        type: Event type.
        pos: verb, noun, adjective, noun_phrase or verb_phrase.
        words: Dictionary forms; a placeholder such as ``<person>`` stands for an object.
        quantity: What a number at it counts (killed, arrested …), if anything.
    """

    type: str
    pos: str
    words: tuple[str, ...]
    quantity: str | None = None

    @property
    def literals(self) -> tuple[str, ...]:
        """Its words without the placeholders."""
        return tuple(word for word in self.words if not word.startswith("<"))


@dataclass(frozen=True, slots=True)
class Concept:
    """What a word of any language says: «قصف», "shelled" and «обстрелял» are one.

    Attributes:
        name: Its type and its own name, such as ``attack.shell``.
        type: Event type.
        roles: Role by function of a clause: of an active subject, of an object (and a passive subject),
            of an indirect object, a predicative, a possessor and a name that is compounded with a noun.
        counts: What a number of people or things that undergo it counts, if anything.
        leaves: Whether its place is where somebody leaves from.
        unaccusative: Whether a subject without an object undergoes it ("the ferry sank").
    """

    name: str
    type: str
    roles: Mapping[str, str]
    counts: str | None = None
    unaccusative: bool = False
    leaves: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """Titles for some words of a type: the general "attack" is a "bombing" where that is the word.

    Attributes:
        words: Dictionary forms of triggers, of any language.
        titles: Templates per language, best first.
        otherwise: The type of an event that only these words report, where they leave open whether
            it was one of this type: an explosion may be no attack. Empty where they do not.
        settled: Words in the trigger's phrase that leave nothing open ("bomb" in "bomb blast").
    """

    words: tuple[str, ...]
    titles: Mapping[str, tuple[Template, ...]]
    otherwise: str = ""
    settled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event.

    Attributes:
        name: Key, such as ``attack``.
        plover: PLOVER event type, none where PLOVER has none.
        symmetric: Whether subject and object take part alike (a meeting).
        roles: Roles that an event of this type may have.
        labels: What a reader calls it, per language.
        titles: Templates per language, best first.
        negated_titles: Templates for an event that is denied; where there are none, a label says so.
        variants: Titles for some of its words only.
        concepts: What its words can say, by full name.
        traits: What is true of all events of the type, of `TRAITS`.
        family: Shared by types that may be names for one happening; the type itself where it stands alone.
    """

    name: str
    plover: str | None
    symmetric: bool
    roles: tuple[str, ...]
    labels: Mapping[str, str]
    titles: Mapping[str, tuple[Template, ...]]
    negated_titles: Mapping[str, tuple[Template, ...]] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    traits: frozenset[str] = frozenset()
    family: str = ""

    def label(self, language: str) -> str:
        """What a reader of that language calls the type; English when it has no label there.

        >>> from eventgraph.ontology import load
        >>> load().types["call"].label("en")
        'Phone call'
        """
        return self.labels.get(language) or self.labels.get("en") or self.name

    def otherwise(self, lemma: str, clause: str) -> str | None:
        """The type of an event that nothing but such a trigger calls one of this type.

        Args:
            lemma: Dictionary form of the trigger.
            clause: Its phrase.

        Returns:
            None where the trigger leaves nothing open.

        >>> from eventgraph.ontology import load
        >>> load().types["attack"].otherwise("explosion", "massive explosion")
        'disaster'
        >>> load().types["attack"].otherwise("explosion", "car bomb explosion") is None
        True
        """
        said = {word for word in clause.lower().replace("-", " ").split() if word != lemma}
        for variant in self.variants:
            if variant.otherwise and lemma in variant.words and said.isdisjoint(variant.settled):
                return variant.otherwise
        return None

    def title(
        self, language: str, slots: Mapping[str, str], *, lemma: str = "", negated: bool = False
    ) -> str:
        """The title of an event, from the first template whose slots are filled.

        Args:
            language: Of the reader; English when there are no templates in it.
            slots: Fillers by slot: a role, ``people``, ``clause``, a quantity kind; see `titles`.
            lemma: Trigger of most of its mentions, which may have titles of its own.
            negated: Whether the text denies the event; a type without templates for that
                falls back to those of the event, and the caller marks it.

        >>> from eventgraph.ontology import load
        >>> load().types["attack"].title("en", {"patient": "Crocus City Hall", "place": "Moscow"})
        'Attack on Crocus City Hall, Moscow'
        >>> load().types["attack"].title("en", {"place": "Kerman"}, lemma="bombing")
        'Bombing in Kerman'
        >>> load().types["attack"].title("en", {})
        'Attack'
        """
        for template in self._templates(language, lemma, negated=negated):
            if title := template.fill(slots):
                return title[0].upper() + title[1:]
        return self.label(language)

    def _templates(self, language: str, lemma: str, *, negated: bool) -> Iterator[Template]:
        if negated and self.negated_titles:
            yield from _in(self.negated_titles, language)
            return
        for variant in self.variants:
            if lemma in variant.words:
                yield from _in(variant.titles, language)
        yield from _in(self.titles, language)


def _in(titles: Mapping[str, tuple[Template, ...]], language: str) -> tuple[Template, ...]:
    """The templates of a language, or the English ones."""
    return titles.get(language) or titles.get("en") or ()
