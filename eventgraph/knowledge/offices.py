"""Roles ("president", "وزير الخارجية") and who held them, from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eventgraph.errors import DataError
from eventgraph.knowledge import columns, tables
from eventgraph.languages import language
from eventgraph.languages.articles import glued_article
from eventgraph.names import fold


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """One person's time in one office.

    Attributes:
        start: First day, ISO (year or month where the day is not known).
        end: Last day; empty while in office.
        role: Role id, such as ``foreign minister``.
        of: ISO country code, or id of the organisation.
        holder: Id of the person.
    """

    start: str
    end: str
    role: str
    of: str
    holder: str

    def covers(self, day: str) -> bool:
        """Whether the person was in office on an ISO day.

        >>> Term("2012-05-07", "", "president", "RU", "person:vladimir-putin").covers("2024-03-22")
        True
        """
        return self.start <= day and (not self.end or day <= self.end or day.startswith(self.end))


def read_roles() -> Mapping[str, str]:
    """Role ids by folded role word, in all languages, with and without an article that is part of the word.

    >>> read_roles()[fold("وزير الخارجية")]
    'foreign minister'
    """
    roles: dict[str, str] = {}
    for _, row in tables.read(tables.DATA / "roles.tsv"):
        roles.setdefault(fold(row["id"]), row["id"])
        for code in tables.LANGUAGES:
            _add(roles, row["id"], code, tables.cells(row[code]))
    for role in columns.named("role"):
        _add(roles, *role)
    return roles


def _add(roles: dict[str, str], role: str, code: str, names: Iterable[str]) -> None:
    """The names of a role in a language, also with an article that is written as part of the word."""
    article = glued_article(language(code))
    for name in map(fold, names):
        roles.setdefault(name, role)
        if article:
            roles.setdefault(article + name, role)


def read_terms() -> tuple[Term, ...]:
    """All terms, the latest first.

    Raises:
        DataError: A term ends before it begins.
    """
    terms: list[Term] = []
    for line, row in tables.read(tables.DATA / "offices.tsv"):
        term = Term(row["from"], row["to"], row["role"], row["of"], row["holder"])
        if term.end and term.end < term.start:
            raise DataError(f"offices.tsv:{line}: ends {term.end}, before it begins {term.start}")
        terms.append(term)
    return tuple(sorted(terms, key=lambda term: (term.end or "9999", term), reverse=True))


def titles(terms: tuple[Term, ...]) -> Mapping[str, tuple[str, ...]]:
    """Role ids by holder, in the order of the terms."""
    held: dict[str, dict[str, None]] = {}
    for term in terms:
        held.setdefault(term.holder, {})[term.role] = None
    return {holder: tuple(roles) for holder, roles in held.items()}
