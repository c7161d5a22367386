"""Files and folders of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.request import url2pathname

from eventgraph.model import Skipped
from eventgraph.readers.inputs.own_output import is_own_output

_BUFFER = 1 << 20  # bytes: the end of a line of gigabytes is found a buffer at a time
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
        return self.path.open("rb", buffering=_BUFFER)


def find_local(given: str, *, follow_links: bool = False) -> Iterator[LocalFile | Skipped]:
    """The file of a path, or the files of a folder: sorted, hidden ones and own output left out.

    A path may also be given as an address, such as ``file:///news/a.txt``.

    Args:
        given: The path. That it is itself a link is the user's will.
        follow_links: Whether links in a folder that lead out of it, and links to folders, are followed.
    """
    path = Path(_path_of(given))
    if not _path_of(given):  # Path("") is the folder where the command runs
        yield _refused(given or "''", "an empty name; expected a file or folder")
    elif "\0" in given or not os.path.exists(path):  # noqa: PTH110 - Path.exists raises on long names
        yield _refused(given, "no such file or folder")
    elif path.is_dir():
        yield from _walk(path, follow=follow_links)
    elif is_own_output(path):
        yield _refused(given, "output of this program; expected articles")
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


def _walk(folder: Path, *, follow: bool) -> Iterator[LocalFile | Skipped]:
    """The files of a folder in the order of their paths, then the folders in it that cannot be read."""
    problems: list[OSError] = []
    found = sorted(_entries(folder, problems, follow=follow), key=lambda entry: entry[0])
    for name, refusal in found:
        path = folder / name
        if refusal:
            yield _refused(name, refusal)
        elif not is_own_output(path):
            yield LocalFile(path, len(PurePosixPath(name).parts))
    for problem in problems:
        name = Path(problem.filename).relative_to(folder).as_posix()
        yield _refused(str(folder) if name == "." else name, f"cannot be read: {problem.strerror}")
    if not found and not problems:
        yield _refused(str(folder), "an empty folder; expected text, HTML or JSONL files")


def _entries(folder: Path, problems: list[OSError], *, follow: bool) -> Iterator[tuple[str, str]]:
    """Paths in a folder, each with why it is not read; files and links that lead out of it or in circles."""
    root = Path(os.path.realpath(folder))
    been = set()
    for here, folders, files in os.walk(folder, onerror=problems.append, followlinks=follow):
        been.add(os.path.realpath(here))
        shown = sorted(name for name in folders if not name.startswith("."))
        folders[:] = []
        for name in shown:
            path = Path(here, name)
            if refusal := _refused_folder(path, been, follow=follow):
                yield path.relative_to(folder).as_posix(), refusal
            else:
                folders.append(name)
        for name in files:
            if not name.startswith("."):
                path = Path(here, name)
                yield path.relative_to(folder).as_posix(), _refused_file(path, root, follow=follow)


def _refused_folder(path: Path, been: set[str], *, follow: bool) -> str:
    """Why a folder in a folder is not looked into; empty when it is."""
    if not path.is_symlink():
        return ""
    if not follow:
        return "a link to a folder; --follow-links follows it"
    return "a link to a folder that is read already" if os.path.realpath(path) in been else ""


def _refused_file(path: Path, root: Path, *, follow: bool) -> str:
    """Why a file in a folder is not read; empty when it is.

    Reading a pipe may wait for ever; a link that leads nowhere may be tried.
    """
    if path.is_symlink() and not follow and not Path(os.path.realpath(path)).is_relative_to(root):
        return "a link out of the input folder; --follow-links follows it"
    if path.exists() and not path.is_file():
        return "a pipe, socket or device; expected a file"
    return ""
