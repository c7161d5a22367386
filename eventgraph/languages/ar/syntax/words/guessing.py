"""Verbs that no list has, told by how many of their forms are frequent words."""

from __future__ import annotations

from functools import cache

from eventgraph.languages.ar.clitics import ARTICLE
from eventgraph.languages.ar.morphology import VerbForm, present_of
from eventgraph.languages.ar.syntax.words.lexicon import Verb, ranks

_ENOUGH = 4  # attested forms of a paradigm
_LONGEST = 8


@cache
def guessed(word: str) -> tuple[Verb, VerbForm] | None:
    """The reading of a folded word as a form of an unlisted verb, if its paradigm is attested.

    >>> guessed("راهنت")[0].lemma
    'راهن'
    >>> guessed("طاولة") is None
    True
    """
    if not 4 <= len(word) <= _LONGEST or word.startswith(ARTICLE) or ARTICLE + word in ranks():
        return None
    for past, form in _possible(word):
        if _attested(past) >= _ENOUGH:
            return Verb(past), form
    return None


def _possible(word: str) -> list[tuple[str, VerbForm]]:
    found: list[tuple[str, VerbForm]] = []
    if word.endswith("ت"):
        found.append((word[:-1], VerbForm(word, "past", "s", feminine=True)))
    if word.endswith("وا"):
        found.append((word[:-2], VerbForm(word, "past", "p")))
    if word[0] in "يت":
        stem = word[1:].removesuffix("ون")
        number = "p" if word.endswith("ون") else "s"
        form = VerbForm(word, "present", number, feminine=word[0] == "ت")
        found += [("ا" + stem, form), (stem, form)]
    return found


def _attested(past: str) -> int:
    """How many of the commonest forms of a verb are frequent words."""
    if len(past) < 3 or past not in ranks():
        return 0
    present = present_of(past)[1:]
    forms = (
        past,
        past + "ت",
        past + "وا",
        "ي" + present,
        "ت" + present,
        "ن" + present,
        "ي" + present + "ون",
    )
    return sum(form in ranks() for form in forms)
