"""Files and folders of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.request import url2pathname

from eventgraph.model import Skipped

FILE_ADDRESSES = ("file://", "local://")


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file of this machine.

    Attributes:
        path: Where it is.
        depth: How many trailing parts of the path name it by default.
    """

    path: Path
    depth: int = 1

    def open(self) -> BinaryIO:
        """See `InputFile.open`."""
        return self.path.open("rb")


def find_local(given: str) -> Iterator[LocalFile | Skipped]:
    """The file of a path, or the files of a folder: sorted, hidden ones left out.

    A path may also be given as an address, such as ``file:///news/a.txt``.
    """
    path = Path(_path_of(given))
    if not _path_of(given):  # Path("") is the folder where the command runs
        yield _refused(given or "''", "an empty name; expected a file or folder")
    elif "\0" in given or not os.path.exists(path):  # noqa: PTH110 - Path.exists raises on long names
        yield _refused(given, "no such file or folder")
    elif path.is_dir():
        yield from _walk(path)
    else:
        yield LocalFile(path)


def _path_of(given: str) -> str:
    """The path of a file address, any other as it is."""
    for start in FILE_ADDRESSES:
        if given.lower().startswith(start):
            return url2pathname(given[len(start) :].removeprefix("localhost"))
    return given


def _refused(given: str, reason: str) -> Skipped:
    return Skipped(given.encode("utf-8", "replace").decode("utf-8"), reason)


def _walk(folder: Path) -> Iterator[LocalFile | Skipped]:
    problems: list[OSError] = []
    paths = []
    for here, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(here, name) for name in files if not name.startswith(".")]
    for path in sorted(paths, key=lambda path: path.relative_to(folder).as_posix()):
        if _is_special(path):
            name = path.relative_to(folder).as_posix()
            yield _refused(name, "a pipe, socket or device; expected a file")
        else:
            yield LocalFile(path, len(path.relative_to(folder).parts))
    for problem in problems:
        name = Path(problem.filename).relative_to(folder).as_posix()
        yield _refused(str(folder) if name == "." else name, f"cannot be read: {problem.strerror}")
    if not paths and not problems:
        yield _refused(str(folder), "an empty folder; expected text, HTML or JSONL files")


def _is_special(path: Path) -> bool:
    """Whether reading may wait for ever; a link that leads nowhere may not."""
    return path.exists() and not path.is_file()
