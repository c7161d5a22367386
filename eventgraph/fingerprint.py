"""What an extraction depends on beside its article, as one short string: the key of the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from eventgraph.extract import ExtractOptions
from eventgraph.extract.pipelines import PACKAGES, installed

# The parts of this package that decide what is extracted; the rest may change freely.
DECIDING = (
    "extract",
    "knowledge",
    "languages",
    "timex",
    "model.py",
    "names.py",
    "ontology.py",
    "ontology.toml",
)


def fingerprint(options: ExtractOptions) -> str:
    """A hash of this package's extracting parts, of the models' versions and of the user's own files."""
    digest = hashlib.sha256(_own_digest())
    models = {**{code: installed(code) for code in PACKAGES}, **dict(options.models)}
    for code, package in sorted(models.items()):
        digest.update(f"{code}={package}=={_version(package)};".encode())
    for path in (options.ontology, options.aliases):
        digest.update(Path(path).read_bytes() if path else b"-")
    return digest.hexdigest()[:16]


@cache
def _own_digest() -> bytes:
    digest = hashlib.sha256()
    root = files("eventgraph")
    for file in _files(root / name for name in DECIDING):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.digest()


def _files(roots: Iterable[Traversable]) -> Iterator[Traversable]:
    for root in sorted(roots, key=lambda item: item.name):
        if root.is_file():
            yield root
        elif root.name != "__pycache__":
            yield from _files(root.iterdir())


def _version(package: str | None) -> str:
    if package is None:
        return "none"
    distributions = packages_distributions().get(package, [package])
    try:
        return version(distributions[0])
    except PackageNotFoundError:
        return "unknown"
