"""What results depend on beside their input, as short strings: the keys of what a store keeps."""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from eventgraph import plugins
from eventgraph.extract import ExtractOptions
from eventgraph.languages import language
from eventgraph.languages.models import chosen, name_and_version

# The parts of this package that decide what is extracted; the rest may change freely.
DECIDING = (
    "extract",
    "knowledge",
    "languages",
    "timex",
    "skeleton",
    "model",
    "vectors",
    "names.py",
    "ontology",
    "ontology.toml",
    "titles.py",
)
_DISTRIBUTION = "eventgraph-news"


def fingerprint(options: ExtractOptions) -> str:
    """A hash of what extracts: this package's parts, all languages, the models, the user's own files."""
    digest = hashlib.sha256(_digest(DECIDING) + _other_languages())
    packages = dict(options.models)
    for code in sorted({*plugins.names("languages"), *packages}):
        model = chosen(code, packages.get(code))
        digest.update(f"{code}={name_and_version(model, code) if model else 'none'};".encode())
    for path in (options.ontology, options.aliases):
        digest.update(Path(path).read_bytes() if path else b"-")
    return digest.hexdigest()[:16]


@cache
def release() -> str:
    """A hash of all of this package, of all languages and of the versions of what it stands on."""
    digest = hashlib.sha256(_digest(tuple(item.name for item in files("eventgraph").iterdir())))
    digest.update(_other_languages())
    digest.update(platform.python_version().encode())
    for requirement in sorted(_requirements()):
        digest.update(f"{requirement}=={_version(requirement)};".encode())
    return digest.hexdigest()[:16]


def _requirements() -> list[str]:
    """Names of the distributions that this one needs; none when it runs from a bare checkout."""
    try:
        stated = requires(_DISTRIBUTION) or []
    except PackageNotFoundError:
        return []
    return [found[0] for text in stated if (found := re.match(r"[\w.-]+", text))]


@cache
def _digest(names: tuple[str, ...]) -> bytes:
    root = files("eventgraph")
    return _of_files(root / name for name in names)


@cache
def _other_languages() -> bytes:
    """A hash of the files of every language that is not of this package: a version says too little."""
    packages = {language(code).package for code in plugins.names("languages")}
    own = {package.partition(".")[0] for package in packages} - {"eventgraph"}
    return _of_files(files(package) for package in sorted(own))


def _of_files(roots: Iterable[Traversable]) -> bytes:
    digest = hashlib.sha256()
    for file in _files(roots):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.digest()


def _files(roots: Iterable[Traversable]) -> Iterator[Traversable]:
    for root in sorted(roots, key=lambda item: item.name):
        if root.is_file():
            yield root
        elif root.name != "__pycache__":
            yield from _files(root.iterdir())


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"
