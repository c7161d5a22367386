"""What may stand in each file of a language: one record a file, checked when the file is loaded.

A file is checked as a whole, so that a misspelled key is found at once and not where its words are
missed. `eventgraph.languages.Language.section` gives the checked table. Files that are not listed here
(``frames.toml``, ``status.toml`` and what else events are read with) are checked by what reads them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct, inspect

from eventgraph.errors import DataError

Words = list[Annotated[str, Meta(min_length=1)]]
Code = Annotated[str, Meta(pattern="^[a-z]{2,3}$")]
Reference = Annotated[str, Meta(pattern=r"^[\w.]+:\w+$")]


class Reads(Struct, frozen=True, forbid_unknown_fields=True):
    """What is read of the language when all that it is read with is there.

    Attributes:
        dates: Dates by a grammar of its own; else those alone that need no words.
        events: Events.
        events_by_rules: Whether some events are read also without a model.
        needs_model: Whether it is read too badly without a model for a build to go on unasked.
    """

    dates: bool = False
    events: bool = False
    events_by_rules: bool = False
    needs_model: bool = False


class ModelRow(Struct, frozen=True, forbid_unknown_fields=True):
    """Something trained that the language is read with, see `eventgraph.languages.models.Model`."""

    kind: Literal["pipeline", "weights", "packages"]
    package: str
    install: str = ""
    file: str = ""
    version: str = ""
    sha256: str = ""
    beside: list[str] = []


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """How names are found; what is not said is done as for any language with capitals.

    Attributes:
        reader: ``module:function`` that takes passages, knowledge and the code, and gives words and names.
        nominals: ``module:function`` that finds words which stand for an entity without naming it.
        trainable: Whether ``eventgraph train-ner`` can train its tagger.
    """

    reader: Reference = "eventgraph.extract.names.cased.reader:read_cased"
    nominals: Reference = "eventgraph.extract.names.coreference.nominals:find_nominals"
    trainable: bool = False


class LanguageFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``language.toml``: what the language is, and what it is read with.

    Attributes:
        code: ISO 639-1 code.
        name: English name.
        direction: Of its script.
        script: As `eventgraph.skeleton.script` calls it.
        stands_for_script: Whether a name in that script, in an article of another script, is a name
            in this language.
        varieties: Codes of varieties that are written like it, as detectors give them.
    """

    code: Code
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    script: str = ""
    stands_for_script: bool = False
    varieties: list[Code] = []
    reads: Reads = Reads()
    names: Names = Names()
    models: list[ModelRow] = []


class _Persons(Struct, frozen=True, forbid_unknown_fields=True):
    titles: Words = []
    honorifics: Words = []
    counterparts: Words = []
    given: Words = []
    nominals: dict[str, Words] = {}


class _Organizations(Struct, frozen=True, forbid_unknown_fields=True):
    heads: Words = []
    state: Words = []
    nominals: dict[str, Words] = {}


class _Places(Struct, frozen=True, forbid_unknown_fields=True):
    heads: Words = []
    before: Words = []
    waters: Words = []
    common: Words = []


class _NameWords(Struct, frozen=True, forbid_unknown_fields=True, rename={"locative": "in"}):
    particles: Words = []
    articles: Words = []
    suffixes: Words = []
    saying: Words = []
    locative: Words = []
    junk: Words = []
    groups: Words = []
    stop: Words = []


class Clitics(Struct, frozen=True, forbid_unknown_fields=True):
    """Small words that are written together with the word after them.

    Attributes:
        article: The definite article; empty where it is a word of its own.
        contracted: By particle, what it and the article become where they are not just put together.
    """

    article: str = ""
    conjunctions: Words = []
    prepositions: Words = []
    contracted: dict[str, str] = {}


class NamesFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``names.toml``: words beside, inside and in place of names."""

    persons: _Persons = _Persons()
    organizations: _Organizations = _Organizations()
    places: _Places = _Places()
    words: _NameWords = _NameWords()
    clitics: Clitics = Clitics()


class BoilerplateFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``boilerplate.toml``: what marks lines that are not article."""

    related_headings: Words = []
    related_prefixes: Words = []
    related_labels: Words = []
    genre_labels: Words = []
    signoffs: Words = []
    comment_headings: Words = []
    lines: Words = []
    line_starts: Words = []
    contains: Words = []
    sections: Words = []
    published: Words = []
    updated: Words = []
    date_words: Words = []
    bylines: Words = []
    caption_prefixes: Words = []
    caption_credits: Words = []
    agencies: Words = []


class _Settings(Struct, frozen=True, forbid_unknown_fields=True):
    day_first: bool = True
    cased: Words = []
    lower: Words = []
    names: Words = []
    prefixes: Words = []
    suffixes: Words = []
    proclitics: str = ""


class _Tense(Struct, frozen=True, forbid_unknown_fields=True):
    past: Words = []
    past_suffixes: Words = []
    future: Words = []
    future_prefixes: Words = []
    future_suffixes: Words = []
    passive: Words = []
    none: Words = []
    none_prefixes: Words = []


class _Rule(Struct, frozen=True, forbid_unknown_fields=True, rename={"category": "as"}):
    match: Words
    form: str = ""
    category: str = ""


class TimexFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``timex.toml``: words of dates, and rules that make them dates."""

    words: dict[str, dict[str, Words]]
    rules: list[_Rule]
    settings: _Settings = _Settings()
    tense: _Tense = _Tense()


class AnaphoraFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``anaphora.toml``: words by which an article points back at an event that it has told.

    Attributes:
        determiners: Words before a trigger that point back ("the deadly attack").
        prefixes: Determiners that are written as part of the word.
        aftermath: By family, triggers of what follows: never the event itself ("funeral").
        lasting: By family, triggers of what goes on for months ("war").
        general: By family or event type, triggers that fit any event of it ("incident").
    """

    determiners: Words = []
    prefixes: Words = []
    aftermath: dict[str, Words] = {}
    lasting: dict[str, Words] = {}
    general: dict[str, Words] = {}


class _Described(Struct, frozen=True, forbid_unknown_fields=True):
    articles: Words = []
    plural_endings: Words = []
    singular_endings: Words = []
    plural_words: Words = []
    complements: Words = []


class TypeTitles(Struct, frozen=True, forbid_unknown_fields=True):
    """What events of a type are called.

    Attributes:
        label: The type, as a filter or a legend has it.
        titles: Templates, best first, see `eventgraph.titles`.
        negated_titles: Templates for an event that is denied.
        variants: By the first word of a variant of the type, templates for its words.
    """

    label: str = ""
    titles: Words = []
    negated_titles: Words = []
    variants: dict[str, Words] = {}


class TitlesFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``titles.toml``: what events are called.

    Attributes:
        join: What stands between two names.
        described: How words for unnamed people and things become part of a title.
        types: By event type.
    """

    join: str = " and "
    described: _Described = _Described()
    types: dict[str, TypeTitles] = {}


class InterfaceFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``interface.toml``: the words of the page; a phrase that is missing is shown in English.

    Attributes:
        ui: Phrases by name; what stands in braces is filled in.
        count: Forms of a counted noun by plural category of CLDR (``one``, ``few``, ``other`` …).
        types: Types of entities.
        roles: Roles in an event.
        status: How an event is vouched for.
        basis: Where a date is from.
        published: Where the date of publication is from.
        kinds: What a figure counts.
        relations: Kinds of relations.
    """

    ui: dict[str, str] = {}
    count: dict[str, dict[Literal["zero", "one", "two", "few", "many", "other"], str]] = {}
    types: dict[str, str] = {}
    roles: dict[str, str] = {}
    status: dict[str, str] = {}
    basis: dict[str, str] = {}
    published: dict[str, str] = {}
    kinds: dict[str, str] = {}
    relations: dict[str, str] = {}


class _Paradigm(Struct, frozen=True, forbid_unknown_fields=True):
    final: str
    cut: str
    endings: str


class InflectionsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``inflections.toml``: how demonyms inflect.

    Attributes:
        paradigms: ``final`` is the ending of the dictionary form, ``cut`` what of it is taken off,
            ``endings`` what may stand instead, blanks between ("-" is nothing).
    """

    paradigms: list[_Paradigm]


FILES: Final[Mapping[str, type[Struct]]] = MappingProxyType(
    {
        "language": LanguageFile,
        "names": NamesFile,
        "boilerplate": BoilerplateFile,
        "timex": TimexFile,
        "anaphora": AnaphoraFile,
        "titles": TitlesFile,
        "interface": InterfaceFile,
        "inflections": InflectionsFile,
    }
)


def check(subject: str, table: Mapping[str, Any], where: str) -> None:
    """Make sure that a file says what a file of its kind may say.

    Args:
        subject: Its name without ``.toml``; one that is not in `FILES` is not checked.
        table: What it says.
        where: The file, for messages.

    Raises:
        DataError: A key is unknown, is missing, or has a value of another kind than expected.

    >>> check("timex", {"word": {}}, "xx/timex.toml")
    Traceback (most recent call last):
    eventgraph.errors.DataError: xx/timex.toml: Object contains unknown field `word`, expected one of rules, settings, tense, words
    """
    if subject in FILES:
        convert(table, FILES[subject], where)


def convert(table: Mapping[str, Any], kind: type[Any], where: str) -> Any:
    """A table as the record that it stands for.

    Raises:
        DataError: A key is unknown, is missing, or has a value of another kind than expected.
    """
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as problem:
        known = _known(kind, str(problem)) if "unknown field" in str(problem) else ()
        expected = f", expected one of {', '.join(known)}" if known else ""
        raise DataError(f"{where}: {problem}{expected}") from problem


def _known(kind: type[Any], problem: str) -> tuple[str, ...]:
    """The keys of the table in which msgspec met one that is unknown."""
    info: Any = inspect.type_info(kind)
    for key in re.findall(r"\.(\w+)|\[", problem.partition("`$")[2]):
        if isinstance(info, inspect.StructType):
            info = next(field.type for field in info.fields if field.encode_name == key)
        else:
            info = info.value_type if isinstance(info, inspect.DictType) else info.item_type
    return tuple(sorted(field.encode_name for field in info.fields))
