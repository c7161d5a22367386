"""How an input file is called in every output: never by the machine it lies on."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path


def name_sources(files: Sequence[tuple[Path, int]]) -> list[str]:
    """A name for each file: the last parts of its path, as many as asked for, more on a collision.

    Args:
        files: Paths, each with the number of parts that name it (1 for a file given directly).

    >>> name_sources([(Path("a/x.txt"), 1), (Path("b/x.txt"), 1), (Path("b/y.txt"), 1)])
    ['a/x.txt', 'b/x.txt', 'y.txt']
    """
    parts = [path.absolute().parts[1:] for path, _ in files]
    depths = [depth for _, depth in files]
    while clashes := _clashes(parts, depths):
        for index in clashes:
            depths[index] += 1
    return [_readable("/".join(part[-depth:])) for part, depth in zip(parts, depths, strict=True)]


def _clashes(parts: Sequence[tuple[str, ...]], depths: Sequence[int]) -> list[int]:
    """Files that share a name with another file and have a folder left to put in front."""
    named: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, (part, depth) in enumerate(zip(parts, depths, strict=True)):
        named[part[-depth:]].append(index)
    alike = (group for group in named.values() if len({parts[index] for index in group}) > 1)
    return [index for group in alike for index in group if depths[index] < len(parts[index])]


def _readable(name: str) -> str:
    """A file name that is not UTF-8 on disk, with U+FFFD for what cannot be read."""
    return os.fsencode(name).decode("utf-8", "replace")
