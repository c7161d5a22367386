"""What is installed: versions, languages, models, plug-ins."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from eventgraph import __version__, plugins
from eventgraph.errors import ModelError
from eventgraph.integrity import DISTRIBUTION
from eventgraph.languages import language
from eventgraph.languages.coverage import coverage, described
from eventgraph.languages.models import Model, is_there, models, name_and_version, verify


def lines() -> Iterator[str]:
    """A report, a line at a time."""
    yield f"eventgraph {__version__}, Python {platform.python_version()}, {platform.system()}"
    yield "packages:"
    yield from (f"  {name} {_version(name)}" for name in _needed())
    yield "languages:"
    yield from (f"  {_language(code)}" for code in plugins.names("languages"))
    yield "  any other: dates that stand alone, known names and places"
    yield "models:"
    yield from (f"  {line}" for line in _models())
    for kind in ("readers", "exporters", "engines"):
        yield f"{kind}: {', '.join(plugins.names(kind))}"


def _needed() -> list[str]:
    """Names of the required packages, and of the optional ones that are installed."""
    try:
        declared = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        return []
    names = {d.split(";")[0].split("=")[0].split("<")[0].split(">")[0].strip() for d in declared}
    return sorted(name for name in names if _version(name) != "not installed")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _language(code: str) -> str:
    return f"{code} {language(code).name}: {described(coverage(code))}"


def _models() -> Iterator[str]:
    """Each model with the hash of what is on disk, and whether that is the one that was tested."""
    for code in plugins.names("languages"):
        for model in models(code):
            yield f"{code} {model}: {_state(model, code)}"


def _state(model: Model, code: str) -> str:
    if not is_there(model, code):
        return f"not installed; {model.install}"
    try:
        verify(model, code)
    except ModelError as problem:
        return f"DAMAGED: {problem}"
    pinned = "as tested" if model.sha256 or model.file else "as installed; no hash is pinned"
    return f"{name_and_version(model, code)} ({pinned})"
