"""Where the bytes of one input come from: the one thing that readers need of a disk or a bucket."""

from __future__ import annotations

from typing import BinaryIO, Protocol


class InputFile(Protocol):
    """One file, wherever it lies."""

    def open(self) -> BinaryIO:
        """Its bytes, read as they are asked for; whoever opens it closes it.

        Raises:
            OSError: They cannot be read, now or, by the stream, later.
        """
        ...
