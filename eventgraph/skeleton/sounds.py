"""From letters to sounds, per script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from eventgraph.skeleton.script import Script, script
from eventgraph.skeleton.table import table


@lru_cache(maxsize=200_000)
def sounds(word: str) -> str:
    """The sounds of one word, vowels included.

    >>> sounds("Soleimani"), sounds("سليماني"), sounds("Сулеймани")
    ('solImani', 'slImAnI', 'suleImani')
    """
    kind = script(word)
    if kind == "other":
        return word
    if word in table().irregular:
        return table().irregular[word]
    text = word.casefold()
    if kind == "latin":
        text = "".join(table().marked.get(char, char) for char in text)
    if kind == "latin":
        text = _without_marks(text)
    text = _compound(text, kind)
    sound = _spell(text, kind)
    return _ended(sound if kind == "arabic" else doubled(sound), kind)


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _compound(text: str, kind: Script) -> str:
    if kind == "latin":
        return re.sub(r"^abd[aeou]l?(?=[a-z]{3})", "abd", text)
    if kind == "arabic":
        return re.sub(r"^عبدال(?=..)", "عبد", text)
    return text


def _spell(text: str, kind: Script) -> str:
    pattern, spelled = _spelling(kind)
    sound = "".join(
        spelled.get(letters) or _own_sound(letters, spelled) for letters in pattern.findall(text)
    )
    # A bare alef at the start carries any vowel.
    return f"E{sound[1:]}" if text.startswith("ا") else sound


def _own_sound(letters: str, spelled: Mapping[str, str]) -> str:
    return letters if letters not in spelled and letters.isalnum() else ""


@cache
def _spelling(kind: Script) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """A pattern that cuts a word into letters and clusters, and their sounds."""
    spelled = dict(table().clusters[kind])
    return re.compile("|".join([*map(re.escape, spelled), "."]), re.DOTALL), spelled


def _ended(sound: str, kind: Script) -> str:
    for ending, becomes in table().endings[kind]:
        if sound.endswith(ending) and len(sound) > len(ending) + 1:
            return sound.removesuffix(ending) + becomes
    return sound


def doubled(sound: str) -> str:
    """Sounds without immediate repetition."""
    return re.sub(r"(.)\1+", r"\1", sound)
