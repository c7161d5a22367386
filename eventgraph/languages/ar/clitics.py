"""Arabic words written together with the small words before them: and, to, by, as, the."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventgraph.languages.ar import LANGUAGE

_STATED = LANGUAGE.section("names")["clitics"]
ARTICLE: str = _STATED["article"]
CONJUNCTIONS: tuple[str, ...] = tuple(_STATED["conjunctions"])
PREPOSITIONS: tuple[str, ...] = tuple(_STATED["prepositions"])
#: What the preposition "to" and the article become together.
TO_THE: str = _STATED["contracted"]["ل"]
_SHORTEST = 3  # letters that must remain
_INITIALS = tuple(clitic[0] for clitic in (*CONJUNCTIONS, *PREPOSITIONS))


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word: its proclitics and the rest."""

    clitics: str
    rest: str


def forms(word: str) -> Iterator[Form]:
    """Every way to read a word, the word itself first, fewer proclitics before more.

    ``لل`` gives the article back: للأمم is for-the-nations.

    >>> [form.rest for form in forms("وللأمم")]
    ['وللأمم', 'للأمم', 'لأمم', 'الأمم', 'اللأمم']
    >>> [form.rest for form in forms("بوتين")]
    ['بوتين', 'وتين']
    """
    if not word.startswith(_INITIALS):  # most words of most languages
        yield Form("", word)
        return
    seen: set[str] = set()
    for conjunction in ("", *CONJUNCTIONS):
        for preposition in ("", *PREPOSITIONS):
            for form in _read(word, conjunction + preposition):
                if form.rest not in seen:
                    seen.add(form.rest)
                    yield form


def _read(word: str, clitics: str) -> Iterator[Form]:
    rest = word.removeprefix(clitics)
    if not word.startswith(clitics) or (clitics and len(rest) < _SHORTEST):
        return
    yield Form(clitics, rest)
    if clitics.endswith("ل") and rest.startswith("ل"):
        yield Form(clitics, "ا" + rest)
        yield Form(
            clitics, ARTICLE + rest
        )  # للاذقية is for-Latakia: two of the three lams are written


def stripped(text: str, form: Form) -> str:
    """Text as written without the proclitics of its first word.

    >>> stripped("للأمم المتحدة", Form("ل", "الأمم"))
    'الأمم المتحدة'
    """
    rest = text[len(form.clitics) :]
    given_back = form.rest.startswith(ARTICLE) and not rest.startswith(ARTICLE)
    if not given_back:
        return rest
    return ARTICLE + (rest if form.rest.startswith(ARTICLE + rest[:2]) else rest[1:])


def without_article(word: str) -> str:
    """A word without its article, if enough remains.

    >>> without_article("الرئيس"), without_article("ألمانيا")
    ('رئيس', 'ألمانيا')
    """
    rest = word.removeprefix(ARTICLE)
    return rest if len(rest) >= _SHORTEST - 1 else word


def stem(word: str) -> str:
    """A word blindly cut to what is left without any proclitic and article; for features only.

    >>> stem("وبالعراق")
    'عراق'
    """
    rest = word
    for letters in (CONJUNCTIONS, (TO_THE,), PREPOSITIONS, (ARTICLE,)):
        for letter in letters:
            if rest.startswith(letter) and len(rest) - len(letter) >= _SHORTEST:
                rest = rest.removeprefix(letter)
                break
    return rest
