"""Dictionary forms of Russian words, chosen among the analyser's readings by the tagger's word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

_CYRILLIC = re.compile("[Ѐ-ӿ][Ѐ-ӿ-]*")
_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})  # OpenCorpora marks of proper names

# Parts of speech and grammemes of OpenCorpora, as Universal Dependencies has them.
_PARTS: Mapping[str, frozenset[str]] = {
    "NOUN": frozenset({"NOUN", "PROPN"}),
    "ADJF": frozenset({"ADJ", "DET", "NUM", "PRON"}),
    "ADJS": frozenset({"ADJ", "DET"}),
    "COMP": frozenset({"ADJ", "ADV"}),
    "VERB": frozenset({"VERB", "AUX"}),
    "INFN": frozenset({"VERB", "AUX"}),
    "PRTF": frozenset({"VERB", "ADJ"}),
    "PRTS": frozenset({"VERB", "ADJ"}),
    "GRND": frozenset({"VERB"}),
    "NUMR": frozenset({"NUM"}),
    "ADVB": frozenset({"ADV"}),
    "NPRO": frozenset({"PRON"}),
    "PRED": frozenset({"ADV", "VERB", "ADJ"}),
    "PREP": frozenset({"ADP"}),
    "CONJ": frozenset({"CCONJ", "SCONJ"}),
    "PRCL": frozenset({"PART"}),
    "INTJ": frozenset({"INTJ"}),
}
_FEATURES: Mapping[str, str] = {
    "nomn": "Case=Nom",
    "gent": "Case=Gen",
    "gen2": "Case=Gen",
    "datv": "Case=Dat",
    "accs": "Case=Acc",
    "ablt": "Case=Ins",
    "loct": "Case=Loc",
    "loc2": "Case=Loc",
    "sing": "Number=Sing",
    "plur": "Number=Plur",
    "masc": "Gender=Masc",
    "femn": "Gender=Fem",
    "neut": "Gender=Neut",
    "anim": "Animacy=Anim",
    "inan": "Animacy=Inan",
    "perf": "Aspect=Perf",
    "impf": "Aspect=Imp",
    "past": "Tense=Past",
    "pres": "Tense=Pres",
    "futr": "Tense=Fut",
}


@lru_cache(maxsize=1 << 17)  # news use a word in the same form again and again
def dictionary_form(word: str, tag: str) -> str:
    """The dictionary form, in lower case and with е for ё.

    Participles and gerunds have the infinitive of their verb, passives in -ся the verb they are made
    of; any other verb in -ся keeps it.

    Args:
        word: As written.
        tag: Part of speech and features of Universal Dependencies: "NOUN|Case=Acc|Number=Sing".
    """
    best = best_reading(word, tag)
    if best is None:
        return word.lower()
    form = str(best.normal_form).replace("ё", "е")
    return active(form) if "Voice=Pass" in tag else form


def best_reading(word: str, tag: str) -> Any:
    """The analyser's reading that agrees best with a tag, none of a word that is not Cyrillic.

    Of several that agree as well the first, which is the likeliest.
    """
    if not _CYRILLIC.fullmatch(word):
        return None
    part, *features = tag.split("|")
    wanted = set(features)
    return max(readings(word.lower()), key=lambda reading: _agreement(reading, part, wanted))


def active(infinitive: str) -> str:
    """The verb that one in -ся is made of: «вести» of «вестись».

    >>> active("обвиняться"), active("вестись"), active("пасти")
    ('обвинять', 'вести', 'пасти')
    """
    return infinitive.removesuffix("ся").removesuffix("сь")


def _agreement(reading: Any, part: str, wanted: set[str]) -> tuple[bool, bool, int]:
    grammemes = reading.tag.grammemes
    fits = part in _PARTS.get(str(reading.tag.POS), ())
    proper = part == "PROPN" and not _PROPER.isdisjoint(grammemes)
    return fits, proper, sum(_FEATURES.get(g) in wanted for g in grammemes)


def readings(word: str) -> list[Any]:
    """What the analyser makes of a word, the likeliest reading first."""
    return list(_analyser().parse(word))


@cache
def _analyser() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


@cache
def name_form(word: str) -> str:
    """The nominative of a word of a name, written with the capitals that it has.

    Names come before other readings of a capitalised word. A word in another script stays as it is;
    the analyser fails on letters that Unicode does not name.
    """
    if not _CYRILLIC.fullmatch(word):
        return word
    found = readings(word)
    reading = next(_proper(word, found), found[0])
    form = _nominative(reading)
    if word.isupper():
        return form.upper()
    return form.capitalize() if word[:1].isupper() else form


def _proper(word: str, found: list[Any]) -> Iterator[Any]:
    return (r for r in found if word[:1].isupper() and not _PROPER.isdisjoint(r.tag.grammemes))


def _nominative(reading: Any) -> str:
    """The nominative of the same gender and number, so that a woman's surname stays one."""
    inflected = reading.inflect({"nomn"})
    return str(inflected.word if inflected else reading.normal_form)
