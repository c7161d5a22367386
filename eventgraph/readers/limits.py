"""How much of an input is read: what is larger is named and left out, so that no file stops a build."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import BinaryIO


class LimitError(ValueError):
    """Something of an input is larger than is read; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read; each can be set on the command line (``--limit text=5000000``).

    Attributes:
        file: Bytes of a file that is one article; a larger one is left out.
        line: Bytes of a line of JSON or of a value in a table; a larger one is left out.
        page: Bytes of a saved page; a larger one is left out.
        text: Code points of an article; the rest is cut off.
        records: Records of a container (JSONL, Parquet, WARC); the rest is not read.
        attributes: Attributes of one element of a page; a page that has more is left out.
        depth: Elements of a page inside one another; a page that has more is left out.
        named: Unreadable records that are named of one container; the rest is counted.
    """

    file: int = 50_000_000
    line: int = 10_000_000
    page: int = 10_000_000
    text: int = 2_000_000
    records: int = 1_000_000
    attributes: int = 1_000
    depth: int = 2_000
    named: int = 20

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """What can be limited.

        >>> Limits.names()[:3]
        ('file', 'line', 'page')
        """
        return tuple(field.name for field in fields(cls))

    def exceeded(self, name: str, what: str) -> LimitError:
        """The error that something is larger than a limit.

        >>> str(Limits(line=5).exceeded("line", "a line of more than 5 bytes"))
        'a line of more than 5 bytes (--limit line=5)'
        """
        return LimitError(f"{what} (--limit {name}={getattr(self, name)})")

    def whole(self, stream: BinaryIO, name: str) -> bytes:
        """All bytes of a stream.

        Raises:
            LimitError: There are more than the limit of that name.
        """
        most: int = getattr(self, name)
        data = stream.read(most + 1)
        if len(data) > most:
            raise self.exceeded(name, f"a {name} of more than {most} bytes")
        return data
