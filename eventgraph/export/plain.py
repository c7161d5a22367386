"""Text that every format can carry and every terminal can show.

No control characters, no broken code points, nothing that turns the direction of what stands beside it.
"""

from __future__ import annotations

import json
import re
from typing import Any

# What XML 1.0 (Char, section 2.2) cannot hold, which is also what no other format needs: C0 controls but
# tab and line ends, C1 controls, lone surrogates, noncharacters.
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9): what they open
# reaches beyond the text that holds them. Marks of one place (U+200E, U+200F) stay.
_TURNING = "\u202a-\u202e\u2066-\u2069"
_TURNS = re.compile(f"[{_TURNING}]")
# What a terminal obeys although it stands inside a string of JSON.
_OBEYED = re.compile(f"[\x7f-\x9f{_TURNING}]")
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
    r"""Plain text on one line, without what turns the direction of its surroundings.

    >>> line(" one\r\n two\x1b \u202e")
    'one two�'
    """
    return " ".join(plain(unturned(text)).split())


def unturned(text: str) -> str:
    r"""Text without direction embeddings, overrides and isolates.

    Source:
        Unicode Standard Annex 9, explicit formatting characters.

    >>> unturned("a\u202eb")
    'ab'
    """
    return _TURNS.sub("", text)


def inert_json(text: str) -> str:
    r"""JSON that no terminal obeys: C1 controls and direction overrides as escapes, the value the same.

    >>> inert_json('"\u009b31m"')
    '"\\u009b31m"'
    """
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def shown(text: str) -> str:
    r"""Any text as a terminal may have it: what it would obey stands there as an escape.

    >>> shown("a\x1b[31m\u202e\n")
    'a\\u001b[31m\\u202e\n'
    """
    return _BROKEN.sub(lambda found: f"\\u{ord(found[0]):04x}", inert_json(text))


def json_text(value: Any, indent: int | None = None) -> str:
    r"""JSON in which no string ends a ``script`` element; the value is the same when read back.

    >>> json_text({"b": "</script>", "a": 1})
    '{"a": 1, "b": "\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, sort_keys=True)
    return inert_json(plain(text).translate(_LIVE))
