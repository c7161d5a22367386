"""`Knowledge`: every lookup of the knowledge base, and `load`, which reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from eventgraph.errors import NotFoundError
from eventgraph.knowledge import aliases as alias_files
from eventgraph.knowledge import entries, given, offices
from eventgraph.knowledge.demonyms import Demonyms
from eventgraph.knowledge.entries import Entry
from eventgraph.knowledge.given import NameClass
from eventgraph.knowledge.index import Index
from eventgraph.knowledge.offices import Term
from eventgraph.model import content_id
from eventgraph.names import fold

_USER_FAME = 1_000_000_000  # what a user names is what a user means: known before all but countries

_Known = Sequence[tuple[Entry, tuple[str, ...]]]  # entries, each with its ambiguous names


class Knowledge:
    """Known entries by name, word, office and id; made by `load`, not changed afterwards."""

    def __init__(self, known: _Known, terms: tuple[Term, ...]) -> None:
        ranked = sorted(known, key=lambda pair: (-pair[0].fame, pair[0].id))
        self._by_id = {entry.id: entry for entry, _ in ranked}
        self._index = _index(ranked)
        capitals = (entry for entry, _ in reversed(ranked) if entry.kind == "capital")
        self._capitals = {entry.country: entry for entry in capitals}  # the largest is kept
        self._demonyms = Demonyms()
        self._roles = offices.read_roles()
        self._terms = terms
        self._classes = given.read_classes()

    def entry(self, entry_id: str) -> Entry:
        """The entry of an id.

        Raises:
            NotFoundError: No entry has that id.

        >>> load().entry("country:SY").name("fr")
        'Syrie'
        """
        if entry_id not in self._by_id:
            raise NotFoundError(f"no entry {entry_id!r} in the knowledge base")
        return self._by_id[entry_id]

    def people(self) -> tuple[Entry, ...]:
        """Every known person, best known first.

        >>> load().entry("person:vladimir-putin") in load().people()
        True
        """
        return tuple(entry for entry in self._by_id.values() if entry.type == "person")

    def find(self, name: str) -> tuple[Entry, ...]:
        """The entries that bear a name in any language, best known first.

        Names are compared folded, see `eventgraph.names.fold`; an Arabic name is found with and
        without its article. Clitics are the caller's to cut.

        >>> [entry.id for entry in load().find("U.S.")]
        ['country:US']
        """
        return self._index.find(fold(name))

    def longest(self, words: Sequence[str], start: int) -> tuple[tuple[Entry, ...], int] | None:
        """The entries of the longest name that begins at ``words[start]``, and its word count.

        Args:
            words: Folded words; an empty one (folded punctuation) is skipped inside a name, so keep
                a mark that parts names, such as a comma, unfolded.
            start: Where the name begins.

        >>> found, count = load().longest(["the", "islamic", "state", "group"], 1)
        >>> found[0].id, count
        ('org:islamic-state', 3)
        """
        return self._index.longest(words, start)

    def ambiguous(self, name: str) -> bool:
        """Whether a name is also a common word or a given name, so that it needs context.

        An ambiguous acronym ("US", "WHO") is safe in capitals. An Arabic word that is a name only
        with its article (باب: الباب) is ambiguous, unless it is a country's.

        >>> load().ambiguous("Reading"), load().ambiguous("Damascus")
        (True, False)
        """
        return self._index.is_ambiguous(fold(name))

    def demonym(self, word: str) -> str | None:
        """ISO 3166 code of the country whose people or adjective a word names, or none.

        >>> [load().demonym(word) for word in ("British", "السوريين", "российского", "russe")]
        ['GB', 'SY', 'RU', 'RU']
        """
        return self._demonyms.country(word)

    def capital(self, country: str) -> Entry | None:
        """The capital of an ISO country code, by whose name the press calls a government, or none.

        >>> capital = load().capital("TR")
        >>> capital and capital.name("ar")
        'أنقرة'
        """
        return self._capitals.get(country)

    def role(self, words: str) -> str | None:
        """The role id of a role word in any language, or none.

        >>> load().role("премьер-министр")
        'prime minister'
        """
        return self._roles.get(fold(words))

    def terms(self, role: str, of: str) -> tuple[Term, ...]:
        """The known terms of an office, latest first.

        Args:
            role: A role word in any language.
            of: ISO country code, or id of an organisation.
        """
        role_id = self.role(role)
        return tuple(term for term in self._terms if term.role == role_id and term.of == of)

    def office(self, role: str, country: str, on: str | None = None) -> tuple[Entry, ...]:
        """Who is known to have held an office, latest first.

        Args:
            role: A role word in any language.
            country: ISO country code, or id of an organisation.
            on: Only those in office on this ISO day.

        >>> [who.id for who in load().office("وزير الخارجية", "RU", on="2024-03-22")]
        ['person:sergey-lavrov']
        """
        terms = self.terms(role, country)
        holders = (term.holder for term in terms if on is None or term.covers(on))
        return tuple(self._by_id[holder] for holder in dict.fromkeys(holders))

    def held(self, entry_id: str) -> tuple[Term, ...]:
        """The known terms of one person, latest first."""
        return tuple(term for term in self._terms if term.holder == entry_id)

    def given_name(self, word: str) -> bool:
        """Whether a word is a common given name, in any language."""
        return self.name_class(word) == "given"

    def name_class(self, word: str) -> NameClass:
        """``given`` for a given name, ``name`` for another word of people's names, else empty.

        >>> load().name_class("فلاديمير"), load().name_class("table")
        ('given', '')
        """
        return self._classes.get(fold(word), "")


def _index(ranked: _Known) -> Index:
    plain = [
        (name, entry)
        for entry, ambiguous in ranked
        for names in entry.names.values()
        for name in names
        if name not in ambiguous
    ]
    return Index(plain, [(name, entry) for entry, names in ranked for name in names])


def load(aliases: Path | None = None) -> Knowledge:
    """The knowledge base in the package, and a user's additions to it.

    Args:
        aliases: CSV file with the columns name, alias, type, language. A name that is known with
            that type gains an alias; another becomes an entry with an id that begins with ``user:``.

    Raises:
        DataError: The file, or a table of the package, is not as expected.
    """
    return _load(aliases)


@cache  # behind `load`, so that ``load()`` and ``load(None)`` are one
def _load(aliases: Path | None) -> Knowledge:
    terms = offices.read_terms()
    titles = offices.titles(terms)
    known = entries.with_columns(
        [pair for source in entries.SOURCES for pair in entries.read(*source, titles)]
    )
    base = Knowledge(known, terms)
    return base if aliases is None else Knowledge(_extended(base, known, aliases), terms)


def _extended(base: Knowledge, known: _Known, path: Path) -> _Known:
    changed: dict[str, Entry] = {}
    for row in alias_files.read(path):
        entry = _target(base, changed, row)
        changed[entry.id] = _with_name(entry, row.language, row.alias)
    kept = [(changed.pop(entry.id, entry), ambiguous) for entry, ambiguous in known]
    return [*kept, *((entry, ()) for entry in changed.values())]


def _target(base: Knowledge, changed: dict[str, Entry], row: alias_files.Alias) -> Entry:
    found = next((entry for entry in base.find(row.name) if entry.type == row.type), None)
    if found:
        return changed.get(found.id, replace(found, fame=found.fame + _USER_FAME))
    entry_id = content_id("user:", row.type, fold(row.name))
    names = MappingProxyType({row.language: (row.name,)})
    new = Entry(entry_id, row.type, "user", names, fame=_USER_FAME)
    return changed.get(entry_id, new)


def _with_name(entry: Entry, language: str, name: str) -> Entry:
    names = dict(entry.names)
    names[language] = tuple(dict.fromkeys((*names.get(language, ()), name)))
    return replace(entry, names=MappingProxyType(names))
