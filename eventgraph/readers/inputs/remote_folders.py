"""The files that an address means: ``s3://bucket/folder``, ``memory://news/*.txt``.

What a protocol needs (keys, regions) comes from the environment, in the way of its own package. Web
pages are no inputs: they change, and a build must give the same again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from glob import has_magic
from importlib import import_module
from typing import Any

from eventgraph.model import Skipped
from eventgraph.readers.inputs.address import one_line, shown
from eventgraph.readers.inputs.remote_file import RemoteFile, told

_FIXED = re.compile(r"[^*?\[]*(?=/)")  # what stands before the first part with a wildcard
_HIDDEN = re.compile(r"(^|/)\.")
_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gs", "gcs": "gs"}
_EXAMPLE = "a file, a folder or an address such as s3://bucket/folder"


def find_remote(given: str) -> Iterator[RemoteFile | Skipped]:
    """The file of an address, or those of a folder or pattern: sorted, hidden ones left out."""
    protocol, slashes, rest = given.partition("://")
    address = protocol.lower() + slashes + rest
    if "::" in address:
        yield Skipped(shown(address), f"a chain of addresses; expected {_EXAMPLE}")
    elif protocol.lower() in {"http", "https"}:
        yield Skipped(
            shown(address),
            "a web address; expected a file or folder: save the page and give the file",
        )
    else:
        yield from _find(address, protocol.lower())


def _find(address: str, protocol: str) -> Iterator[RemoteFile | Skipped]:
    try:
        with told():
            fsspec: Any = import_module("fsspec")
            fsspec.get_filesystem_class(protocol)
    except OSError as problem:
        yield Skipped(shown(address), _unusable(problem, protocol))
        return
    try:
        with told():
            system, path = fsspec.url_to_fs(address)
            names, problems = _names(system, path)
    except OSError as problem:
        yield _refused(address, problem)
        return
    files = list(_files(system, path, names, address))
    yield from files
    yield from (_refused(address, problem) for problem in problems)
    if not files and not problems:
        found = "nothing matches" if has_magic(path) else "an empty folder"
        yield Skipped(shown(address), f"{found}; expected text, HTML or JSONL files")


def _refused(address: str, problem: OSError) -> Skipped:
    if isinstance(problem.__cause__ or problem, FileNotFoundError):
        return Skipped(shown(address), "no such file or folder")
    return Skipped(shown(address), f"cannot be read: {one_line(problem)}")


def _unusable(problem: OSError, protocol: str) -> str:
    """Why addresses of a protocol cannot be read here."""
    if isinstance(problem.__cause__, ValueError):
        return f"{protocol!r} is no protocol that is known; expected {_EXAMPLE}"
    extra = _EXTRAS.get(protocol, "remote")
    if extra != "remote" or "fsspec" in str(problem):
        return f"an address; reading it needs: pip install 'eventgraph-news[{extra}]'"
    return f"an address whose protocol needs a package of its own: {problem}"


def _names(system: Any, path: str) -> tuple[list[str], list[OSError]]:
    """The paths of all files meant, sorted, as they are now; and why a folder gave none."""
    system.invalidate_cache()
    if system.isfile(path):
        return [path], []
    found, problems = set[str](), list[OSError]()
    for folder in _folders(system, path, found):
        found.update(_walk(system, folder, problems))
    return sorted(found), problems


def _walk(system: Any, folder: str, problems: list[OSError]) -> Iterator[str]:
    """The files below a folder; fsspec's own walk says nothing of folders that it may not list."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with told():
                listed = system.ls(here, detail=True)
        except OSError as problem:
            problems.append(problem)
            continue
        below = [info for info in listed if not _is_itself(info, here)]
        waiting += [_name(info) for info in below if _is_folder(info) and not _is_hidden(info)]
        yield from (_name(info) for info in below if not _is_folder(info))


def _name(info: dict[str, Any]) -> str:
    return str(info["name"]).rstrip("/")


def _is_itself(info: dict[str, Any], folder: str) -> bool:
    """Whether it is the empty object by which a bucket marks a folder."""
    return _name(info) == folder.rstrip("/") and (_is_folder(info) or not info.get("size"))


def _is_folder(info: dict[str, Any]) -> bool:
    return bool(info["type"] == "directory")


def _is_hidden(info: dict[str, Any]) -> bool:
    return _name(info).rpartition("/")[2].startswith(".")


def _folders(system: Any, path: str, found: set[str]) -> list[str]:
    """The folders to walk; files that a pattern matches are added to those found."""
    if not has_magic(path):
        return [path]
    matches: dict[str, Any] = system.glob(path, detail=True)
    if not matches:
        system.ls(_fixed(path))  # raises where that is why
    found |= {name for name, info in matches.items() if not _is_folder(info)}
    return sorted(matches.keys() - found)


def _files(system: Any, path: str, names: list[str], address: str) -> Iterator[RemoteFile]:
    """Each file with its address: that of the folder given, and what stands below it."""
    if names == [path]:
        yield RemoteFile(system, path, shown(address))
        return
    protocol, _, folder = shown(address).partition("://")
    top = path
    if has_magic(path):
        folder, top = _fixed(folder), _fixed(path)
    for name in names:
        below = name[len(top) :].lstrip("/")
        if below and not _HIDDEN.search(below):
            parts = (folder.rstrip("/"), shown(below))
            yield RemoteFile(system, name, f"{protocol}://{'/'.join(filter(None, parts))}")


def _fixed(pattern: str) -> str:
    found = _FIXED.match(pattern)
    return found[0] if found else ""
