"""A noun phrase while its sentence is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from eventgraph.languages.ar.syntax.words.sentences import Sentence
from eventgraph.languages.ar.syntax.words.tags import Tag
from eventgraph.model import Amount, Sort
from eventgraph.model.clause import Determiner, Gender, Number

NAME_SORTS: Final[dict[str, Sort]] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
}
_FEMININE: Final = frozenset(
    ("حرب", "نار", "سوق", "ارض", "قوات", "طايرات", "بلاد", "كارثه", "نيران", "جماعات")
)
_BROKEN: Final = ("مياه", "وجوه", "شفاه")  # plurals whose last letter looks like a feminine's


@dataclass(slots=True)
class Noun:
    """A noun phrase while the sentence is read; indices are of words.

    Attributes:
        start: First word, its hedge and determiner included.
        end: Index after the last word.
        head: The head word.
        tag: Of the head word.
        lemma: Of the head.
        sort: What kind of thing it is.
        mention: The name that it is, or that stands in apposition.
        holder: The name that its head belongs to.
        amount: How many.
        event: Whether its head names a happening.
        owner: What an event noun is in construct with ("مقتل جندي"), or the event in a plain noun ("خطر حرب").
        others: Conjuncts of the owner ("لقاء بدر وسامي").
        pronoun: Possessive suffix of the head.
        modifiers: Lemmas of its adjectives.
        described: Index, verb and voice of a participle among its adjectives ("القتيل").
        determiner: What introduces it.
        gender: Grammatical gender.
        number: Grammatical number.
        accusative: Whether its ending can be no subject's.
        kin: Whether its head names somebody by whose he is: a relative, a lawyer, a friend.
        tail: The noun of persons that its head is in construct with ("أرملة الصحفي").
        joined: Whether "و" joins it to what stands before.
        preposition: Clinging to it.
    """

    start: int
    end: int
    head: int
    tag: Tag
    lemma: str
    sort: Sort = "unknown"
    mention: int | None = None
    holder: int | None = None
    amount: Amount | None = None
    event: bool = False
    owner: Noun | None = None
    pronoun: str = ""
    modifiers: list[str] = field(default_factory=list)
    described: tuple[int, str, str] | None = None
    determiner: Determiner = "none"
    gender: Gender = "unknown"
    number: Number = "unknown"
    accusative: bool = False
    others: list[Noun] = field(default_factory=list)
    kin: bool = False
    tail: Noun | None = None
    joined: bool = False
    preposition: str = ""


def gender_of(sentence: Sentence, index: int, tag: Tag) -> Gender:
    """Gender of a noun by its ending and the data's list of feminines."""
    text, stem = sentence.words[index].text, tag.split.stem
    if tag.split.pronoun:
        return "feminine" if stem.endswith("ت") else "masculine"
    if text.endswith("ة") or stem.endswith(("ات", "تان", "تين")) or stem in _FEMININE:
        return "feminine"
    return "masculine"


def number_of_noun(tag: Tag) -> Number:
    """Number of a noun as far as its ending or the data tells."""
    stem = tag.split.stem
    if stem.endswith(("ون", "ين", "ان", "ات", "وا")) and len(stem) > 4:
        return "plural"
    return "singular" if stem.endswith("ه") and stem not in _BROKEN else "unknown"
