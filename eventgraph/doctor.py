"""What is installed: versions, languages, models, plug-ins."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from importlib.util import find_spec

from eventgraph import __version__, plugins
from eventgraph.languages import Language, language

DISTRIBUTION = "eventgraph-news"
SUBJECTS = ("timex", "names", "events", "boilerplate")


def lines() -> Iterator[str]:
    """A report, a line at a time."""
    yield f"eventgraph {__version__}, Python {platform.python_version()}, {platform.system()}"
    yield "packages:"
    yield from (f"  {name} {_version(name)}" for name in _needed())
    yield "languages:"
    yield from (f"  {_language(code)}" for code in plugins.names("languages"))
    yield "  any other: dates that stand alone, known names and places"
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


def _tagger(found: Language) -> str | None:
    """The trained weights that come with a language."""
    weights = files(found.package) / "ner.crfsuite"
    return weights.name if weights.is_file() and find_spec("pycrfsuite") else None


def _language(code: str) -> str:
    from eventgraph.extract.pipelines import installed

    found = language(code)
    data = ", ".join(name for name in SUBJECTS if found.section(name)) or "no data"
    model = (
        installed(code)
        or _tagger(found)
        or ("natasha" if code == "ru" and find_spec("natasha") else None)
    )
    return f"{code} {found.name}: {data}; model: {model or 'none, rules only'}"
