"""The words of a name that tell people apart."""

from __future__ import annotations

import re
from functools import lru_cache

from eventgraph.skeleton.table import table

_LEFT = 3  # letters that make a word
_BETWEEN = re.compile(r"[^\w'’ʿʾʻ`]+|_+")


@lru_cache(maxsize=200_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell people apart: articles and particles dropped, halves joined.

    >>> words("Bashar al-Assad"), words("عبد الفتاح السيسي"), words("Abdel Fattah el-Sisi")
    (('bashar', 'assad'), ('عبدفتاح', 'السيسي'), ('abdfattah', 'sisi'))
    >>> words("Hassan Nasr Allah"), words("Mohammed bin Salman"), words("Ben Wallace")
    (('hassan', 'nasrlah'), ('mohammed', 'salman'), ('ben', 'wallace'))
    """
    data = table()
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
            kept.append(half + (bare(word) if half else word))
            half = ""
    return tuple([*kept, half] if half else kept) or tuple(plain)


def _glued(first: str, second: str) -> str:
    """Two halves of a name, a letter between them that both have written once."""
    return first + second.removeprefix(first[-1])


def _is_small(word: str, name: str, *, first: bool) -> bool:
    """Whether a word of a name is an article, a particle or a suffix that tells nobody apart."""
    data = table()
    if first and word in data.hyphened:
        return name.casefold().startswith(f"{word}-")
    if word in data.articles:
        return True
    return (
        not (first and word in data.names | data.suffixes)
        and word in data.particles | data.suffixes
    )


def bare(word: str) -> str:
    """A word without an article that is written as part of it.

    >>> bare("الأسد")
    'أسد'
    """
    return _without(word, table().glued)


def unglued(word: str) -> str:
    """A word without an article that is or sounds like a part of it.

    >>> unglued("الأسد"), unglued("alassad")
    ('أسد', 'assad')
    """
    return _without(word, table().glued_sound)


def _without(word: str, articles: tuple[str, ...]) -> str:
    """The word without the first of these that it begins with, where a word is left."""
    found = next((article for article in articles if word.startswith(article)), "")
    return word[len(found) :] if len(word) - len(found) >= _LEFT else word
