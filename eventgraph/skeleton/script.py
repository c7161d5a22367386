"""Which script a name is written in."""

from __future__ import annotations

from typing import Literal

Script = Literal["latin", "arabic", "cyrillic", "other"]


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
