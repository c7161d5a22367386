"""Text that every format can carry: no control characters, no broken code points, JSON safe in HTML."""

from __future__ import annotations

import json
import re
from typing import Any

# What XML 1.0 (Char, section 2.2) cannot hold, which is also what no other format needs: C0 controls but
# tab and line ends, C1 controls, lone surrogates, noncharacters.
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Characters that end a script element or a line of JavaScript, as JSON escapes.
_LIVE = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def plain(text: str) -> str:
    r"""Text in which U+FFFD stands for what no format can hold; tabs and line ends stay.

    Source:
        XML 1.0, production 2 (Char).

    >>> plain("a\x00b\ud800c\n")
    'a�b�c\n'
    """
    return _BROKEN.sub("\ufffd", text)


def line(text: str) -> str:
    r"""Plain text on one line.

    >>> line(" one\r\n two\x1b ")
    'one two�'
    """
    return " ".join(plain(text).split())


def json_text(value: Any, indent: int | None = None) -> str:
    r"""JSON in which no string ends a ``script`` element; the value is the same when read back.

    >>> json_text({"b": "</script>", "a": 1})
    '{"a": 1, "b": "\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, sort_keys=True)
    return plain(text.translate(_LIVE))
