"""Languages are data: one folder per language, one TOML file per subject.

``timex.toml`` holds the words of dates, ``boilerplate.toml`` the words that mark what is not article,
``names.toml`` titles, offices and clitics, ``events.toml`` words of status, quantity and attribution.
A stage asks for the section that it needs; a language that lacks it gives an empty one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from eventgraph import integrity, plugins
from eventgraph.errors import DataError, PluginError


@dataclass(frozen=True, slots=True)
class Language:
    """A language and where its data is.

    Attributes:
        code: ISO 639-1 code, such as ``ar``.
        name: English name.
        direction: Of its script.
        package: The package that holds its TOML files.
    """

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    package: str

    def section(self, name: str) -> Mapping[str, Any]:
        """One TOML file of this language, parsed; empty when the language has none.

        >>> "months" in language("en").section("timex")
        True
        """
        return _section(self.package, name)


@cache
def _section(package: str, name: str) -> Mapping[str, Any]:
    path = files(package) / f"{name}.toml"
    if not path.is_file():
        return MappingProxyType({})
    try:
        return MappingProxyType(tomllib.loads(integrity.text(path)))
    except tomllib.TOMLDecodeError as problem:
        raise DataError(f"{path}: not a TOML file: {problem}") from problem


def language(code: str) -> Language:
    """The language of a code; an unknown one is a language without data, never an error.

    >>> language("ar").name
    'Arabic'
    >>> language("xx").section("timex")
    mappingproxy({})
    """
    try:
        found: Language = plugins.load("languages", code)
    except PluginError:
        return Language(code=code, name=code, direction="ltr", package=__name__)
    return found
