"""Addresses of inputs that are not of this machine, and how they may be shown."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PASSWORD = re.compile(r"(?<=://)([^/@:]+):[^/@]*@")
_COLONS = "github://"  # whose addresses part owner and repository with a colon


def is_address(given: str) -> bool:
    r"""Whether an input is an address, not a path.

    >>> is_address("s3://bucket/news"), is_address("notes: a.txt"), is_address(r"C:\news")
    (True, False, False)
    """
    return _ADDRESS.match(given) is not None or ("::" in given and "://" in given)


def shown(address: str) -> str:
    """An address without password, and with what cannot be written replaced.

    >>> shown("ftp://ann:secret@example.org/news")
    'ftp://ann@example.org/news'
    """
    text = address.encode("utf-8", "replace").decode("utf-8")
    return text if text.startswith(_COLONS) else _PASSWORD.sub(r"\1@", text)


def one_line(problem: Exception) -> str:
    r"""What an exception says, on one short line and without password.

    >>> one_line(RuntimeError("no\nanswer")), one_line(TimeoutError())
    ('no answer', 'TimeoutError')
    """
    said = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
    return shown(" ".join(str(said).split())[:200])
