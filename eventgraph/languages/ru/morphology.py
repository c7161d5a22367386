"""The form in which a Russian word stands on its own."""

from __future__ import annotations

from functools import lru_cache

from eventgraph.languages.ru.lemmas import best_reading


@lru_cache(maxsize=1 << 14)
def citation_form(word: str, tag: str) -> str:
    """The nominative of a noun or of what agrees with it, in its number, with the capital that it has.

    Args:
        word: As written.
        tag: Part of speech and features of Universal Dependencies: "NOUN|Case=Loc|Number=Sing".

    >>> citation_form("обрушении", "NOUN|Case=Loc|Gender=Neut|Number=Sing")
    'обрушение'
    >>> citation_form("Ракетного", "ADJ|Case=Gen|Gender=Masc|Number=Sing")
    'Ракетный'
    """
    reading = best_reading(word, tag)
    inflected = reading.inflect({"nomn"}) if reading is not None else None
    if inflected is None:
        return word
    form = str(inflected.word)
    return form[0].upper() + form[1:] if word[0].isupper() else form
