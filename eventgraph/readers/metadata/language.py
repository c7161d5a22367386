"""Which language an article is in."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from eventgraph import integrity
from eventgraph.languages import varieties

WEIGHTS = "lid.176.ftz"
UNDETERMINED = "und"  # ISO 639-2 for a text without a language, such as one of digits
_NOISE = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[@#]\w+|[\W\d_]+")
_LOOKED_AT = 80  # code points: more of them bring in quotes and names of other languages
_LATIN = re.compile("[A-Za-z]+")
_CAPITALS = re.compile("[A-Z]+")
_CODE = re.compile(r"[a-z]{2,3}")
# Codes of varieties that are written like a language which has no folder to say so.
_VARIETIES = {
    "cmn": "zh",
    "wuu": "zh",
    "yue": "zh",
}
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARABIC_SCRIPT = {"ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug", "pnb", "azb", "mzn"}


def identify(text: str) -> str:
    """The ISO 639-1 code of a text; ``und`` when it has no words.

    Source:
        fastText's model of 176 languages, compressed (see ``LICENSE-lid.txt``).

    >>> identify("اتفق الرئيسان على تبادل الزيارات"), identify("2024-03-24")
    ('ar', 'und')
    """
    words = _NOISE.sub(" ", text[:8000]).strip()[:4000]
    if not words:
        return UNDETERMINED
    found = _guess(words[:_LOOKED_AT])
    code = {**_VARIETIES, **varieties()}.get(found, found)
    if code not in _ARABIC_SCRIPT and len(_ARABIC.findall(words)) > len(words) // 2:
        return "ar"
    return code


def _guess(words: str) -> str:
    """What fastText takes words for; in capitals alone it takes any Latin text for Japanese."""
    latin = sum(map(len, _LATIN.findall(words)))
    capitals = sum(map(len, _CAPITALS.findall(words)))
    if words.isupper() or (capitals > 0.8 * latin and len(words) > 5):
        words = words.lower()
    labels, _ = _identifier().predict(words)
    return str(labels[0]).removeprefix("__label__")


@cache
def _identifier() -> Any:
    """The model, verified before C code maps it."""
    from fasttext import load_model

    return load_model(str(integrity.checked(Path(str(files(__package__))) / WEIGHTS)))


@cache
def language_code(value: str) -> str | None:
    """The ISO 639-1 code that a tag (``en-GB``), longer code (``eng``) or English name stands for.

    >>> language_code("en-GB"), language_code("ara"), language_code("Arabic"), language_code("?")
    ('en', 'ar', 'ar', None)
    """
    code = re.split(r"[-_]", value.strip().lower(), maxsplit=1)[0]
    if len(code) == 2 and _CODE.fullmatch(code):
        return code
    from babel import Locale
    from babel.core import get_global

    aliases = {**get_global("language_aliases"), **_VARIETIES, **varieties()}
    by_name = {
        name.lower(): tag for tag, name in Locale("en").languages.items() if _CODE.fullmatch(tag)
    }
    found = aliases.get(code) or by_name.get(value.strip().lower()) or code
    return found if _CODE.fullmatch(found) else None


@cache
def is_language(code: str) -> bool:
    """Whether a code is that of any language, with or without data here.

    >>> is_language("sw"), is_language("xx")
    (True, False)
    """
    from babel import Locale
    from babel.core import get_global

    return code in Locale("en").languages or code in get_global("language_aliases")
