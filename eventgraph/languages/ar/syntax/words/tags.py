"""What a word is in its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from eventgraph.languages.ar.clitics import ARTICLE
from eventgraph.languages.ar.morphology import VerbForm
from eventgraph.languages.ar.syntax.words.lexicon import Verb, ranks
from eventgraph.languages.ar.tokens import Split

Kind = Literal[
    "sign", "name", "date", "number", "preposition", "complementizer", "relative", "subordinator", "coordinator",
    "negation", "particle", "verb", "noun", "pronoun", "demonstrative", "adverb", "result", "inside",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tag:
    """A word in its sentence.

    Attributes:
        kind: What it is.
        lemma: Dictionary form of a listed word; the folded stem of others.
        split: Its clitics.
        verb: Of a verb.
        form: Of a verb.
        event: Whether it is a noun that names a happening.
        link: The class of what opens a clause ("time", "condition").
        length: Words that it takes, of a phrase ("بالقرب من").
    """

    kind: Kind
    lemma: str = ""
    split: Split = field(default=Split(""))
    verb: Verb | None = None
    form: VerbForm | None = None
    event: bool = False
    link: str = ""
    length: int = 1

    @property
    def conjoined(self) -> bool:
        """Whether a conjunction clings to it."""
        return bool(self.split.conjunction)


def is_name_like(tag: Tag) -> bool:
    """Whether a word may be a name that no list has: no common noun stands so with an article."""
    split = tag.split
    bare = not (split.article or split.pronoun or split.preposition or tag.event or tag.link)
    return (
        tag.kind == "noun" and bare and len(split.stem) > 2 and ARTICLE + split.stem not in ranks()
    )


def is_place_like(tag: Tag) -> bool:
    """Whether a word behind "in" may be a place that no list has: "في مونغونو", "في السويداء"."""
    unlisted = tag.kind == "noun" and not (tag.event or tag.link or tag.split.pronoun)
    if tag.split.article:
        return unlisted and tag.split.stem not in ranks()
    return unlisted and is_name_like(tag)


def is_closed(tag: Tag) -> bool:
    """Whether a noun cannot be in construct with what follows: definite, owned, a full plural."""
    return (
        tag.split.article or bool(tag.split.pronoun) or tag.split.stem.endswith(("ون", "ين", "ان"))
    )
