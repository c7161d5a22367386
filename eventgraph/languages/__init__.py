"""Languages are data: one folder per language, one TOML file per subject.

``language.toml`` says what the language is and what it is read with; what may stand in the other files
is in `eventgraph.languages.schema` and docs/languages.md. A stage asks for the section that it needs; a
language that lacks it gives an empty one. A language of somebody else is a package with these files and

    LANGUAGE = eventgraph.languages.load(__name__)

named under the entry point group ``eventgraph.languages``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from eventgraph import integrity, plugins
from eventgraph.errors import DataError, PluginError
from eventgraph.languages import schema

#: The language that pages, names and titles of any other language fall back on.
COMMON = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """A language and where its data is.

    Attributes:
        code: ISO 639-1 code, such as ``ar``.
        name: English name.
        direction: Of its script.
        package: The package that holds its TOML files.
        script: As `eventgraph.skeleton.script` calls it; empty when not stated.
    """

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    package: str
    script: str = ""

    def section(self, name: str) -> Mapping[str, Any]:
        """One TOML file of this language, parsed and checked; empty when the language has none.

        Raises:
            DataError: It is no TOML, or says what a file of its kind may not say.

        >>> "rules" in language("en").section("timex")
        True
        """
        return _section(self.package, name)

    @property
    def names(self) -> schema.Names:
        """How names are found in it."""
        return _file(self).names


@cache
def _section(package: str, name: str) -> Mapping[str, Any]:
    path = files(package) / f"{name}.toml"
    if not path.is_file():
        return MappingProxyType({})
    try:
        table = tomllib.loads(integrity.text(path))
    except tomllib.TOMLDecodeError as problem:
        raise DataError(f"{path}: not a TOML file: {problem}") from problem
    schema.check(name, table, str(path))
    return MappingProxyType(table)


@cache
def _file(language: Language) -> schema.LanguageFile:
    table = language.section("language") or {"code": "und", "name": "unknown"}
    file: schema.LanguageFile = schema.convert(table, schema.LanguageFile, language.package)
    return file


def load(package: str) -> Language:
    """The language whose files stand in a package.

    Raises:
        DataError: There is no ``language.toml``, or it is not as expected.

    >>> load("eventgraph.languages.ar").direction
    'rtl'
    """
    table = _section(package, "language")
    if not table:
        raise DataError(f"{package}: no language.toml, expected one with code and name")
    stated: schema.LanguageFile = schema.convert(table, schema.LanguageFile, package)
    return Language(stated.code, stated.name, stated.direction, package, stated.script)


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


def all_languages() -> Iterator[Language]:
    """Every installed language, by code."""
    yield from (language(code) for code in plugins.names("languages"))


@cache
def varieties() -> Mapping[str, str]:
    """Codes of varieties, as detectors give them, with the language that each is written like.

    >>> varieties()["arz"]
    'ar'
    """
    return {variety: found.code for found in all_languages() for variety in _file(found).varieties}


_SCRIPTS = {"Latn": "latin", "Arab": "arabic", "Cyrl": "cyrillic"}


@cache
def script_of(code: str) -> str:
    """The script that a language is written in, for one without a folder by CLDR; empty when unknown.

    >>> script_of("ar"), script_of("uk"), script_of("xx")
    ('arabic', 'cyrillic', '')
    """
    if stated := language(code).script:
        return stated
    from babel.core import get_global

    subtags = get_global("likely_subtags").get(code, "").split("_")
    return next((_SCRIPTS[tag] for tag in subtags if tag in _SCRIPTS), "")


@cache
def of_script(script: str) -> str | None:
    """The language of a name in that script where an article of another script has it.

    >>> of_script("arabic"), of_script("greek")
    ('ar', None)
    """
    known = (found for found in all_languages() if _file(found).stands_for_script)
    return next((found.code for found in known if found.script == script), None)
