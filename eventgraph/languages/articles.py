"""Definite articles that a language writes as part of the word after them (``[clitics]`` of ``names.toml``)."""

from __future__ import annotations

from functools import cache

from eventgraph.languages import Language, all_languages

SHORTEST = 3  # letters that must be left of a word


@cache
def glued_articles() -> tuple[str, ...]:
    """Such articles of all languages.

    >>> glued_articles()
    ('ال',)
    """
    found = (_article(one) for one in all_languages())
    return tuple(dict.fromkeys(article for article in found if article))


@cache
def glued_article(language: Language) -> str:
    """The article of one language, empty where it is a word of its own or there is none.

    >>> from eventgraph.languages import language
    >>> glued_article(language("ar")), glued_article(language("en"))
    ('ال', '')
    """
    return _article(language)


@cache
def prefixes() -> tuple[str, ...]:
    """All that may stand glued before a noun, the article in it, the longest first.

    >>> prefixes()
    ('وال', 'فال', 'بال', 'كال', 'لل', 'ال')
    """
    found: list[str] = []
    for one in all_languages():
        clitics = one.section("names").get("clitics", {})
        if article := clitics.get("article", ""):
            particles = (*clitics.get("conjunctions", ()), *clitics.get("prepositions", ()))
            contracted = clitics.get("contracted", {})
            found += (contracted.get(particle, particle + article) for particle in particles)
            found.append(article)
    return tuple(sorted(found, key=lambda prefix: -len(prefix)))


def _article(language: Language) -> str:
    article: str = language.section("names").get("clitics", {}).get("article", "")
    return article
