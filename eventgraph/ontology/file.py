"""Reading an ontology file: the packaged one, or a user's own."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from eventgraph import integrity
from eventgraph.errors import DataError
from eventgraph.languages import Language, all_languages
from eventgraph.ontology.ontology import Ontology
from eventgraph.ontology.types import (
    FUNCTIONS,
    ROLES,
    TRAITS,
    UNTYPED,
    Concept,
    EventType,
    EventWord,
    Variant,
)
from eventgraph.titles import Template, parse

SCHEMA: Final = "eventgraph-ontology/1"

LISTS: Final = {
    "verbs": "verb",
    "nouns": "noun",
    "adjectives": "adjective",
    "noun_phrases": "noun_phrase",
    "verb_phrases": "verb_phrase",
}

_TYPE_KEYS: Final = (
    "traits",
    "family",
    "valency",
    "concepts",
    "variants",
    "plover",
    "symmetric",
    "roles",
    "label",
    "titles",
    "negated_titles",
)


def load(path: Path | None = None) -> Ontology:
    """The packaged ontology, or the one in a file.

    Raises:
        DataError: The file cannot be read, or a key is unknown, missing or of the wrong kind.

    >>> list(load().types)[:3]
    ['attack', 'death', 'arrest']
    """
    return _load(Path(path) if path is not None else None)


@cache
def _load(path: Path | None) -> Ontology:
    name = str(path) if path else "ontology.toml"
    try:
        data = path.read_bytes() if path else integrity.read(files("eventgraph") / "ontology.toml")
        table = tomllib.loads(data.decode("utf-8"))
    except OSError as problem:
        raise DataError(f"{name}: cannot be read: {problem.strerror or problem}") from problem
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise DataError(f"{name}: not a TOML file in UTF-8: {problem}") from problem
    return _ontology(table, name, hashlib.sha256(data).hexdigest()[:16])


def _ontology(table: Mapping[str, Any], name: str, digest: str) -> Ontology:
    if table.get("schema") != SCHEMA:
        raise DataError(f"{name}: schema is {table.get('schema')!r}, expected {SCHEMA!r}")
    tables = _table(table.get("types"), name, "types")
    if odd := [key for key in tables if not re.fullmatch(r"[a-z][a-z0-9_-]*", key)]:
        raise DataError(
            f"{name}: types.{odd[0]!r}: expected a name of small letters, such as 'fire'"
        )
    types = {
        key: _event_type(key, _table(value, name, f"types.{key}"), name)
        for key, value in tables.items()
    }
    for key, event_type in types.items():
        for variant in event_type.variants:
            if variant.otherwise and variant.otherwise not in types:
                raise DataError(
                    f"{name}: types.{key}.variants.otherwise: {variant.otherwise!r} is not a type, expected one of {', '.join(types)}"
                )
    if UNTYPED not in types:
        raise DataError(f"{name}: types.{UNTYPED} is missing; untyped events need it")
    naming = _strings(table.get("naming", []), f"{name}: naming")
    if unknown := [key for key in naming if key not in types]:
        raise DataError(
            f"{name}: naming: {unknown[0]!r} is not a type, expected {', '.join(types)}"
        )
    words: dict[str, list[EventWord]] = {}
    for key, value in tables.items():
        for language in (code for code in value if code not in _TYPE_KEYS):
            found = _words(
                key,
                _table(value[language], name, f"types.{key}.{language}"),
                f"{name}: types.{key}.{language}",
            )
            words.setdefault(language, []).extend(found)
    return _indexed(
        types, {code: tuple(found) for code, found in words.items()}, naming, name, digest
    )


def _indexed(
    types: Mapping[str, EventType],
    words: Mapping[str, tuple[EventWord, ...]],
    naming: tuple[str, ...],
    name: str,
    digest: str,
) -> Ontology:
    single: dict[tuple[str, str, str], EventWord] = {}
    phrases: dict[tuple[str, str, str], list[EventWord]] = {}
    known: dict[tuple[str, str, tuple[str, ...]], EventWord] = {}
    for language, found in words.items():
        for word in found:
            other = known.setdefault((language, word.pos, word.words), word)
            if other is not word:
                raise DataError(
                    f"{name}: {word.pos} {' '.join(word.words)!r} ({language}) is in {other.type} and {word.type}, expected one type"
                )
            if word.pos in ("verb", "noun", "adjective"):
                single[language, word.pos, " ".join(word.words)] = word
            else:
                phrases.setdefault((language, word.pos, word.words[0]), []).append(word)
    ranked = {
        key: tuple(sorted(found, key=lambda word: -len(word.words)))
        for key, found in phrases.items()
    }
    concepts = {name: found for type_ in types.values() for name, found in type_.concepts.items()}
    families = dict.fromkeys(t.family for t in types.values() if t.family not in types)
    return Ontology(types, words, naming, tuple(families), digest, single, ranked, concepts)


def _event_type(key: str, table: Mapping[str, Any], name: str) -> EventType:
    where = f"{name}: types.{key}"
    roles = _strings(table.get("roles", []), f"{where}.roles")
    if unknown := [role for role in roles if role not in ROLES]:
        raise DataError(
            f"{where}.roles: {unknown[0]!r} is not a role, expected one of {', '.join(ROLES)}"
        )
    plover = table.get("plover")
    if not (plover is None or isinstance(plover, str)):
        raise DataError(f"{where}.plover is {plover!r}, expected a string")
    said = {found.code: _said(found, key) for found in all_languages()}
    labels = {code: words["label"] for code, words in said.items() if words.get("label")} | {
        code: _string(value, f"{where}.label.{code}")
        for code, value in _table(table.get("label", {}), name, f"types.{key}.label").items()
    }
    titles = _titles(table, "titles", name, key, said)
    negated = _titles(table, "negated_titles", name, key, said)
    usual = {code: words.get("variants", {}) for code, words in said.items()}
    variants = tuple(_variant(row, name, key, usual) for row in table.get("variants", []))
    return EventType(
        key,
        plover,
        table.get("symmetric") is True,
        roles,
        labels,
        titles,
        negated,
        variants,
        _concepts(key, table, name),
        _traits(table, where),
        _string(table.get("family", key), f"{where}.family"),
    )


def _said(found: Language, key: str) -> Mapping[str, Any]:
    """What the ``titles.toml`` of a language says of a type."""
    said: Mapping[str, Any] = found.section("titles").get("types", {}).get(key, {})
    return said


def _traits(table: Mapping[str, Any], where: str) -> frozenset[str]:
    traits = _strings(table.get("traits", []), f"{where}.traits")
    if unknown := [trait for trait in traits if trait not in TRAITS]:
        raise DataError(
            f"{where}.traits: {unknown[0]!r} is not a trait, expected one of {', '.join(TRAITS)}"
        )
    return frozenset(traits)


def _concepts(key: str, table: Mapping[str, Any], name: str) -> dict[str, Concept]:
    """The concepts of a type; each has at least the general one that is called like the type."""
    where = f"types.{key}.valency"
    usual = _roles(
        {"subject": "agent", "object": "patient", **table.get("valency", {})}, name, where
    )
    rows = {key: {}, **_table(table.get("concepts", {}), name, f"types.{key}.concepts")}
    return {
        f"{key}.{own}": _concept(
            key, own, _table(row, name, f"types.{key}.concepts.{own}"), usual, name
        )
        for own, row in rows.items()
    }


def _concept(
    key: str, own: str, row: Mapping[str, Any], usual: Mapping[str, str], name: str
) -> Concept:
    where = f"types.{key}.concepts.{own}"
    own_keys = ("counts", "unaccusative", "leaves")
    roles = _roles({k: value for k, value in row.items() if k not in own_keys}, name, where)
    counts = _string(row["counts"], f"{name}: {where}.counts") if "counts" in row else None
    unaccusative = row.get("unaccusative") is True
    return Concept(
        f"{key}.{own}", key, {**usual, **roles}, counts, unaccusative, row.get("leaves") is True
    )


def _roles(table: Mapping[str, Any], name: str, where: str) -> dict[str, str]:
    for function, role in table.items():
        if function not in FUNCTIONS or role not in ("", *ROLES):
            raise DataError(
                f"{name}: {where}: {function} = {role!r}, expected one of {', '.join(FUNCTIONS)} "
                f"with one of {', '.join(ROLES)}"
            )
    return dict(table)


def _variant(row: object, name: str, key: str, usual: Mapping[str, Mapping[str, Any]]) -> Variant:
    table = _table(row, name, f"types.{key}.variants")
    where = f"{name}: types.{key}.variants"
    words = _strings(table.get("words", []), f"{where}.words")
    otherwise = _string(table["otherwise"], f"{where}.otherwise") if "otherwise" in table else ""
    settled = frozenset(_strings(table.get("settled", []), f"{where}.settled"))
    said = {code: {"titles": titles.get(words[0], ())} for code, titles in usual.items() if words}
    return Variant(words, _titles(table, "titles", name, key, said), otherwise, settled)


def _titles(
    table: Mapping[str, Any], part: str, name: str, key: str, usual: Mapping[str, Mapping[str, Any]]
) -> dict[str, tuple[Template, ...]]:
    """Templates per language: those of the ontology file, else those of the language's ``titles.toml``."""
    where = f"types.{key}.{part}"
    own = {
        code: _parsed(_strings(value, f"{name}: {where}.{code}"), f"{name}: {where}.{code}")
        for code, value in _table(table.get(part, {}), name, where).items()
    }
    others = {
        code: _parsed(words[part], f"languages/{code}/titles.toml: {where}")
        for code, words in usual.items()
        if words.get(part)
    }
    return {**others, **own}


def _parsed(texts: Iterable[str], where: str) -> tuple[Template, ...]:
    return tuple(parse(text, where) for text in texts)


def _words(type_: str, table: Mapping[str, Any], where: str) -> tuple[EventWord, ...]:
    if unknown := [key for key in table if key not in LISTS and key != "quantities"]:
        raise DataError(
            f"{where}.{unknown[0]}: unknown key, expected one of {', '.join(LISTS)}, quantities"
        )
    kinds = table.get("quantities", {})
    if not isinstance(kinds, dict) or not all(isinstance(kind, str) for kind in kinds.values()):
        raise DataError(f"{where}.quantities is {kinds!r}, expected a table of strings")
    found = tuple(
        EventWord(type_, pos, tuple(text.split()), kinds.get(text))
        for key, pos in LISTS.items()
        for text in _strings(table.get(key, []), f"{where}.{key}")
    )
    if unused := [
        word for word in kinds if not any(word == " ".join(entry.words) for entry in found)
    ]:
        raise DataError(f"{where}.quantities: {unused[0]!r} is not a word of this type")
    return found


def _table(value: object, name: str, key: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise DataError(f"{name}: {key} is {value!r}, expected a table")
    return value


def _string(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise DataError(f"{where} is {value!r}, expected a string")
    return value


def _strings(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise DataError(f"{where} is {value!r}, expected a list of strings")
    return tuple(_string(item, where) for item in value)
