"""Prepositions of two words: «по словам», «в результате», «в отношении».

The networks make their noun the head and what follows its genitive; a reader takes both words as one
preposition: «по словам министра» is said by the minister.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.languages.ru.lemmas import dictionary_form
from eventgraph.languages.ru.networks import Analysis

COMPOUNDS = frozenset(
    {
        *(
            ("по", noun)
            for noun in ("слово", "данные", "мнение", "информация", "сообщение", "оценка")
        ),
        *(
            ("по", noun)
            for noun in ("версия", "утверждение", "свидетельство", "подозрение", "обвинение")
        ),
        *(
            ("в", noun)
            for noun in ("отношение", "адрес", "результат", "ход", "случай", "течение", "связь")
        ),
        ("с", "слово"),
        ("во", "время"),
        ("при", "помощь"),
        ("за", "счет"),
    }
)
_TWO_FORMS = {"со": "с"}
_PRONOUNS = frozenset({"его", "ее", "её", "их"})
_LINKS = frozenset({"obl", "nmod", "parataxis", "advcl", "advmod", "nsubj"})


def joined(words: Sequence[str], analysis: Analysis) -> Analysis:
    """The analysis with such nouns as part of the preposition, and what follows them in their place."""
    tags, heads, relations = list(analysis.tags), list(analysis.heads), list(analysis.relations)
    for noun in range(1, len(words)):
        first = _preposition(noun, words, tags, heads, relations)
        if first is None:
            continue
        inner = _governed(noun, words, tags, heads, relations)
        if inner is None:
            continue
        heads[inner], relations[inner] = heads[noun], _relation(relations[noun], tags[heads[noun]])
        for word in (noun, *(own for own, head in enumerate(heads) if head == noun)):
            if word != inner:
                heads[word] = inner
        relations[first] = relations[noun] = "case"
        tags[noun] = "ADP"
    return analysis._replace(tags=tags, heads=heads, relations=relations)


def _preposition(
    noun: int,
    words: Sequence[str],
    tags: Sequence[str],
    heads: Sequence[int],
    relations: Sequence[str],
) -> int | None:
    """The first word of the preposition whose second is a noun, if it is one."""
    if not tags[noun].startswith("NOUN") or relations[noun] not in _LINKS or heads[noun] == noun:
        return None
    for first in (noun - 1, noun - 2):
        if first >= 0 and relations[first] == "case" and heads[first] == noun:
            lower = words[first].lower()
            pair = (_TWO_FORMS.get(lower, lower), dictionary_form(words[noun], tags[noun]))
            return first if pair in COMPOUNDS else None
    return None


def _governed(
    noun: int,
    words: Sequence[str],
    tags: Sequence[str],
    heads: Sequence[int],
    relations: Sequence[str],
) -> int | None:
    """The genitive after the noun, or the pronoun before it: «по его словам»."""
    for own, head in enumerate(heads):
        if head != noun:
            continue
        if own > noun and relations[own] == "nmod" and "Case=Gen" in tags[own].split("|"):
            return own
        if words[own].lower() in _PRONOUNS:
            return own
    return None


def _relation(relation: str, above: str) -> str:
    """A phrase in brackets («, по словам министра,») is one of the verb."""
    if relation in {"obl", "nmod"}:
        return relation
    return "obl" if above.startswith(("VERB", "AUX", "ADJ", "ADV")) else "nmod"
