"""Given names and other words of people's names, from lists with permissive licences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import as_file, files

from eventgraph.knowledge import tables
from eventgraph.names import fold

FILE = "given_names.tsv"
COMMENT = """Words of people's names. Derived by eventgraph/knowledge/build.py; do not edit.
en, fr, ru, tr, uk: person providers of Faker (MIT). ar: name units of Wikidata (CC0) as collected in
arabic-name-romanizer (MIT) that occur at least four times, and foreign_given_names.tsv of this folder.
la: Latin spellings of those units that occur at least eight times and are no English words.
class: "given" for given names, "name" for other words of people's names."""
COLUMNS = ("class", "language", "names")
_LOCALES = (("en", "en_US"), ("en", "en_GB"), ("fr", "fr_FR"), ("ru", "ru_RU"), ("tr", "tr_TR"), ("uk", "uk_UA"))  # fmt: skip
_SURNAMES = ("en", "fr", "ru")
# One-word units: how often they occur as given names, and at all. The text of the two columns differs.
_UNITS = {
    "arabic_key": """
        SELECT arabic_key, SUM(CASE role WHEN 'given' THEN count ELSE 0 END), SUM(count) FROM units
        WHERE source = 'wikidata' GROUP BY arabic_key HAVING SUM(count) >= 4 ORDER BY arabic_key""",
    "latin": """
        SELECT latin, SUM(CASE role WHEN 'given' THEN count ELSE 0 END), SUM(count) FROM units
        WHERE source = 'wikidata' GROUP BY latin HAVING SUM(count) >= 8 ORDER BY latin""",
}


def rows() -> Iterator[Mapping[str, str]]:
    """One row for each class, language and first letter."""
    groups: dict[tuple[str, str, str], set[str]] = {}
    for name_class, language, name in _names():
        groups.setdefault((name_class, language, fold(name)[0]), set()).add(name)
    for (name_class, language, _), names in sorted(groups.items()):
        yield {"class": name_class, "language": language, "names": "|".join(sorted(names))}


def words(name_class: str) -> frozenset[str]:
    """All words of a class, folded."""
    return frozenset(fold(name) for found, _, name in _names() if found == name_class)


@cache
def english() -> frozenset[str]:
    """Common words of English, lower case."""
    from english_words import get_english_words_set

    found = get_english_words_set(["web2", "gcide"], lower=False)
    return frozenset(word for word in found if word.islower())


def _names() -> Iterator[tuple[str, str, str]]:
    for name_class, language, name in (*_by_hand(), *_from_faker(), *_from_wikidata()):
        usable = len(fold(name)) > 1 and not any(mark in name for mark in "|\t ")
        if usable and not (language == "la" and name.casefold() in english()):
            yield name_class, language, name


def _by_hand() -> Iterator[tuple[str, str, str]]:
    for _, row in tables.read(tables.DATA / "foreign_given_names.tsv"):
        yield from ((row["class"], row["language"], name) for name in tables.cells(row["names"]))


def _from_faker() -> Iterator[tuple[str, str, str]]:
    from importlib import import_module

    for language, locale in _LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        yield from (("given", language, name) for name in provider.first_names)
        if language in _SURNAMES:
            yield from (("name", language, name) for name in provider.last_names)


def _from_wikidata() -> Iterator[tuple[str, str, str]]:
    source = files("arabic_name_romanizer") / "resources" / "names.sqlite3"
    with as_file(source) as path:
        database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        for column, language in (("arabic_key", "ar"), ("latin", "la")):
            for name, as_given, total in database.execute(_UNITS[column]):
                yield ("given" if 2 * as_given >= total else "name"), language, name
        database.close()
