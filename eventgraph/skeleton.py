"""Consonant skeletons: what is left of a name in any script, and how alike two names sound.

News spells foreign names by ear. The consonants survive a change of script, short vowels do not, and
Arabic lacks p, v, g and ch. So a name is first turned into sounds (`skeleton.toml` says how, per script),
and two names are compared by a weighted edit distance over sounds, word by word.

Source:
    Kondrak (2000), A new algorithm for the alignment of phonetic sequences (ALINE), for the idea of
    weighted sounds; the weights are ours.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

Script = Literal["latin", "arabic", "cyrillic", "other"]

_VOWELS = frozenset("aeiouAIUEY")
_BETWEEN = re.compile(r"[^\w'’ʿʾʻ`]+|_+")
# One code per group of sounds that are easily taken for one another; h and vowels have none.
_COARSE = str.maketrans("bpvftdTDkgGjCSZszcxrlmn", "BBFFTTTTKKKKSSSSSSKRLMN")


@dataclass(frozen=True, slots=True)
class _Sounds:
    clusters: Mapping[str, tuple[tuple[str, str], ...]]
    endings: Mapping[str, tuple[tuple[str, str], ...]]
    irregular: Mapping[str, str]
    marked: Mapping[str, str]
    articles: frozenset[str]
    particles: frozenset[str]
    hyphened: frozenset[str]
    suffixes: frozenset[str]
    names: frozenset[str]
    servant: frozenset[str]
    father: frozenset[str]
    halves: Mapping[str, str]
    missing: Mapping[str, float]
    weight: Mapping[str, float]
    swap: Mapping[tuple[str, str], float]
    swap_arabic: Mapping[tuple[str, str], float]


@cache
def _sounds() -> _Sounds:
    data = tomllib.loads((files(__package__) / "skeleton.toml").read_text(encoding="utf-8"))
    swap = _pairs(data["costs"]["same_class"], data["costs"]["vowels"])
    return _Sounds(
        clusters={kind: _clusters(data[kind]["clusters"]) for kind in data["endings"]},
        endings={kind: _clusters(pairs) for kind, pairs in data["endings"].items()},
        irregular=data["irregular"],
        marked=dict(data["latin"]["marked"]),
        missing=data["costs"]["missing"],
        weight=data["costs"]["weight"],
        swap=swap,
        swap_arabic=swap | _pairs(data["costs"]["arabic"]),
        halves=data["words"].pop("halves"),
        **{key: frozenset(listed) for key, listed in data["words"].items()},
    )


def _clusters(pairs: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((letters, sound) for letters, sound in pairs)


def _pairs(*lists: Sequence[tuple[str, float]]) -> dict[tuple[str, str], float]:
    found = {}
    for both, cost in (pair for pairs in lists for pair in pairs):
        first, second = both[0], both[1]
        found[first, second] = found[second, first] = cost
    return found


def script(text: str) -> Script:
    """The script of the first letter.

    >>> [script(name) for name in ("Putin", "بوتين", "Путин", "普京", "7")]
    ['latin', 'arabic', 'cyrillic', 'other', 'other']
    """
    for char in text:
        if "a" <= char <= "z" or "A" <= char <= "Z" or "À" <= char <= "ɏ" or "Ḁ" <= char <= "ỿ":
            return "latin"
        if "\u0620" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f":
            return "arabic"
        if "\u0400" <= char <= "\u052f":
            return "cyrillic"
        if char.isalpha():
            return "other"
    return "other"


@lru_cache(maxsize=200_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell people apart: articles and particles dropped, halves joined.

    >>> words("Bashar al-Assad"), words("عبد الفتاح السيسي"), words("Abdel Fattah el-Sisi")
    (('bashar', 'assad'), ('عبدفتاح', 'السيسي'), ('abdfattah', 'sisi'))
    >>> words("Hassan Nasr Allah"), words("Mohammed bin Salman"), words("Ben Wallace")
    (('hassan', 'nasrlah'), ('mohammed', 'salman'), ('ben', 'wallace'))
    """
    data = _sounds()
    plain = [word for part in _BETWEEN.split(name.casefold()) if (word := part.strip("'’`"))]
    kept: list[str] = []
    half = ""
    for word in plain:
        if _is_small(word, name, first=not kept):
            continue
        if word in data.servant or word in data.father:
            half += "abd" if word[0] == "a" and word in data.servant else word
        elif word in data.halves and (kept or half):
            kept.append(_glued(half or kept.pop(), data.halves[word]))
            half = ""
        else:
            kept.append(half + (_bare(word) if half else word))
            half = ""
    return tuple([*kept, half] if half else kept) or tuple(plain)


def _glued(first: str, second: str) -> str:
    """Two halves of a name, a letter between them that both have written once."""
    return first + second.removeprefix(first[-1])


def _is_small(word: str, name: str, *, first: bool) -> bool:
    """Whether a word of a name is an article, a particle or a suffix that tells nobody apart."""
    data = _sounds()
    if first and word in data.hyphened:
        return name.casefold().startswith(f"{word}-")
    if word in data.articles:
        return True
    return (
        not (first and word in data.names | data.suffixes)
        and word in data.particles | data.suffixes
    )


@lru_cache(maxsize=200_000)
def sounds(word: str) -> str:
    """The sounds of one word, vowels included.

    >>> sounds("Soleimani"), sounds("سليماني"), sounds("Сулеймани")
    ('solImani', 'slImAnI', 'suleImani')
    """
    kind = script(word)
    if kind == "other":
        return word
    if word in _sounds().irregular:
        return _sounds().irregular[word]
    text = word.casefold()
    if kind == "latin":
        text = "".join(_sounds().marked.get(char, char) for char in text)
    if kind == "latin":
        text = _without_marks(text)
    text = _compound(text, kind)
    sound = _spell(text, kind)
    return _ended(sound if kind == "arabic" else _doubled(sound), kind)


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
    spelled = dict(_sounds().clusters[kind])
    return re.compile("|".join([*map(re.escape, spelled), "."]), re.DOTALL), spelled


def _ended(sound: str, kind: Script) -> str:
    for ending, becomes in _sounds().endings[kind]:
        if sound.endswith(ending) and len(sound) > len(ending) + 1:
            return sound.removesuffix(ending) + becomes
    return sound


def _doubled(sound: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sound)


def skeleton(name: str) -> tuple[str, ...]:
    """The consonants of each word that tells people apart.

    >>> skeleton("Vladimir Putin"), skeleton("فلاديمير بوتين"), skeleton("Владимир Путин")
    (('vldmr', 'ptn'), ('fldmr', 'btn'), ('vldmr', 'ptn'))
    """
    return tuple(_consonants(sounds(_bare(word))) for word in words(name))


def _consonants(sound: str) -> str:
    return "".join(char for char in sound if char not in _VOWELS)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@lru_cache(maxsize=200_000)
def coarse(word: str) -> str:
    """A key that spellings of one word share: consonant groups, vowels and h left out.

    >>> coarse("Putin") == coarse("بوتين") == coarse("Путин")
    True
    """
    return _doubled(_consonants(sounds(_bare(word))).replace("h", "").translate(_COARSE))


@lru_cache(maxsize=400_000)
def word_similarity(a: str, b: str) -> float:
    """How alike two words sound, from 0 to 1.

    >>> word_similarity("hussein", "حسين") > 0.9 > 0.85 > word_similarity("hassan", "حسين")
    True
    """
    if a == b:
        return 1.0
    arabic = "arabic" in (script(a), script(b))
    return max(_alike(x, y, arabic=arabic) for x in _variants(a) for y in _variants(b))


def _variants(word: str) -> tuple[str, ...]:
    """The word as it is, without an article that is glued to it, and with an English long a."""
    glued = len(word) > 4 and word.startswith(("ال", "al", "el"))
    english = _LONG_A.sub(r"ei\1\2", word)
    return tuple(dict.fromkeys(map(sounds, (word, word[2:] if glued else word, english))))


_LONG_A = re.compile(r"a([bdfgklmnprstvz])e(s?)$")


def _alike(a: str, b: str, *, arabic: bool) -> float:
    data = _sounds()
    weight = sum(data.weight.get(char, 1.0) for char in a + b) / 2
    return max(
        0.0, 1 - _distance(a, b, data.swap_arabic if arabic else data.swap) / max(weight, 0.1)
    )


def _distance(a: str, b: str, swap: Mapping[tuple[str, str], float]) -> float:
    missing = _sounds().missing
    row = [0.0]
    for char in b:
        row.append(row[-1] + missing.get(char, 1.0))
    for first in a:
        gone = missing.get(first, 1.0)
        previous, row = row, [row[0] + gone]
        for column, second in enumerate(b):
            change = 0.0 if first == second else swap.get((first, second), 1.0)
            row.append(
                min(
                    previous[column] + change,
                    previous[column + 1] + gone,
                    row[column] + missing.get(second, 1.0),
                )
            )
    return row[-1]


@lru_cache(maxsize=200_000)
def similarity(a: str, b: str) -> float:
    """How alike two names sound, from 0 to 1, words in the same order.

    A word that only one of them has costs its share of the name; a blank more or less costs little.

    >>> similarity("Qassem Soleimani", "قاسم سليماني") > 0.9
    True
    >>> similarity("Hussein Arnous", "صدام حسين") < 0.5
    True
    """
    left, right = words(a), words(b)
    if not left or not right:
        return 0.0
    joined = (
        0.97 * word_similarity("".join(left), "".join(right)) if len(left) != len(right) else 0.0
    )
    return min(max(_aligned(left, right), joined), 1.0)


def _aligned(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Best order-keeping alignment of words; each counts by its length in sounds."""
    best = [0.0] * (len(right) + 1)
    for a in left:
        previous, best = best, [0.0]
        for column, b in enumerate(right):
            pair = (_weight(a) + _weight(b)) * word_similarity(a, b)
            best.append(max(previous[column] + pair, previous[column + 1], best[column]))
    return best[-1] / sum(_weight(word) for word in (*left, *right))


@lru_cache(maxsize=200_000)
def _weight(word: str) -> float:
    weight = _sounds().weight
    return max(sum(weight.get(char, 1.0) for char in sounds(_bare(word))), 0.3)
