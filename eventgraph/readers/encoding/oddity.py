"""How natural a run of characters looks for its script; tells right from wrong decodings."""

from __future__ import annotations

import re
import unicodedata

_URDU = frozenset(
    "ہںٹڈڑے"
)  # rare in files this old; Cyrillic capitals read as windows-1256 give them
_WORD = re.compile(r"[^\W\d_]{2,}")


def _script(character: str) -> str:
    return unicodedata.name(character, "UNKNOWN").split(" ", 1)[0]


def _is_odd(word: str) -> bool:
    """A word of two scripts, or with a capital after a small letter."""
    scripts = {_script(character) for character in word} - {"MODIFIER", "COMBINING"}
    return len(scripts) > 1 or not (
        word.islower() or word.isupper() or word.istitle() or word == word.swapcase()
    )


def oddity(text: str) -> float:
    """The share of letters in words of mixed script or mixed case, and of signs amid letters (0 to 1).

    >>> oddity("Москва и Дамаск") < oddity("њОЯЙБЮ Х дЮЛЮЯЙ")
    True
    """
    words = _WORD.findall(text[:20_000])
    letters = sum(map(len, words)) or 1
    odd = sum(len(word) for word in words if _is_odd(word))
    odd += sum(1 for character in text[:20_000] if character in _URDU)
    signs = sum(1 for character in text[:20_000] if character > "\x7f" and not character.isalpha())
    marks = sum(1 for character in text[:20_000] if character in "«»—–“”’‘…،؛؟№„\xa0")
    return (odd + max(0, signs - marks)) / letters
