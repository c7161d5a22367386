"""Which script a name is written in."""

from __future__ import annotations

from typing import Literal

Script = Literal["latin", "arabic", "cyrillic", "other"]


def script(text: str) -> Script:
    """The script of the first letter.

    >>> [script(name) for name in ("Putin", "بوتين", "Путин", "普京", "7")]
    ['latin', 'arabic', 'cyrillic', 'other', 'other']
    """
    return next((_of(char) for char in text if char.isalpha()), "other")


def scripts_of(text: str) -> frozenset[Script]:
    """The scripts of all letters.

    >>> sorted(scripts_of("القبض على Putin 7"))
    ['arabic', 'latin']
    """
    return frozenset(_of(char) for char in text if char.isalpha())


def _of(char: str) -> Script:
    """The script of a letter."""
    if "a" <= char <= "z" or "A" <= char <= "Z" or "À" <= char <= "ɏ" or "Ḁ" <= char <= "ỿ":
        return "latin"
    if "\u0620" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f":
        return "arabic"
    return "cyrillic" if "\u0400" <= char <= "\u052f" else "other"
