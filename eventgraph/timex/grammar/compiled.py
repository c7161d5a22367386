"""``languages/XX/timex.toml`` compiled: a lexicon of words and a stack of pattern tries.

    [words.CATEGORY]     value = ["word", "two words", …]     an edge CATEGORY with that value
    [[rules]]
    as = "DATE"          the match is an edge of that category for other rules; without it, an expression
    match = ["MONTH DAY ,? YEAR"]                             see `pattern`
    form = "year={YEAR} month={MONTH} day={DAY}"              see `form`; {A+B} and {A*B} calculate
                         one per span, separated by " | "; without it the match is a look-alike: nothing

A placeholder takes the value of the edge of that category; ``{DAY2}`` is the second such edge. A word
of the form whose placeholder has no edge is dropped, and of two with one key the first stays. Rules may use the categories of other rules, but
not in a circle. Further tables: ``settings``, ``tense``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from eventgraph.errors import DataError
from eventgraph.languages import language
from eventgraph.timex.grammar.pattern import Sequence, expand
from eventgraph.timex.matching.tokens import fold, tokenize


@dataclass(frozen=True, slots=True)
class Rule:
    """What a match means.

    Attributes:
        category: Category of the edge that it makes; empty for an expression.
        forms: Templates, one per span; none for a look-alike.
        priority: Breaks ties between matches of the same length; lower wins.
    """

    category: str
    forms: tuple[str, ...]
    priority: int


@dataclass(slots=True)
class Node:
    """A state of the trie: where each key leads, and what ends here."""

    next: dict[str, Node] = field(default_factory=dict)
    ends: list[tuple[Rule, Sequence]] = field(default_factory=list)

    def add(self, sequence: Sequence, rule: Rule) -> None:
        """Insert one sequence."""
        node = self
        for key in sequence.keys:
            node = node.next.setdefault(key, Node())
        node.ends.append((rule, sequence))


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A lexicon entry: what follows its first word, and the edge that it makes."""

    rest: tuple[str, ...]
    category: str
    value: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's words and rules, ready to scan with.

    Attributes:
        words: Entries by the key of their first word.
        cased: Keys that must be written with a capital to be a date word ("may", "sat").
        lower: Keys that beside another capital are a name ("Daily Mail").
        levels: Tries in the order in which they are applied; the last one gives expressions.
        settings: Switches such as ``day_first`` and ``proclitics``.
        tense: Cue words per tense.
    """

    words: Mapping[str, tuple[LexiconEntry, ...]]
    cased: frozenset[str]
    lower: frozenset[str]
    levels: tuple[Node, ...]
    settings: Mapping[str, Any]
    tense: Mapping[str, tuple[str, ...]]


@cache
def grammar(code: str) -> Grammar | None:
    """The grammar of a language; none when it has no data file.

    Raises:
        DataError: The file contradicts itself.

    >>> grammar("xx") is None
    True
    """
    data = language(code).section("timex")
    if not data:
        return None
    tense, settings = data.get("tense", {}), data.get("settings", {})
    return Grammar(
        words=_lexicon(data["words"]),
        cased=frozenset(fold(word) for word in settings.get("cased", ())),
        lower=frozenset(fold(word) for word in settings.get("lower", ())),
        levels=_levels(data["rules"], code),
        settings=settings,
        tense={name: tuple(fold(word) for word in tense[name]) for name in tense},
    )


def _lexicon(
    tables: Mapping[str, Mapping[str, Iterable[str]]],
) -> dict[str, tuple[LexiconEntry, ...]]:
    words: dict[str, dict[LexiconEntry, None]] = {}
    for category, table in tables.items():
        for value, phrases in table.items():
            for phrase in phrases:
                first, *rest = (token.key for token in tokenize(phrase))
                words.setdefault(first, {})[LexiconEntry(tuple(rest), category, value)] = None
    return {key: tuple(entries) for key, entries in words.items()}


def _levels(rules: list[Mapping[str, Any]], code: str) -> tuple[Node, ...]:
    """Sort the rules so that each stands above those whose categories it uses."""
    parsed = [
        (
            rule.get("as", ""),
            rule.get("form", ""),
            tuple(s for p in rule["match"] for s in expand(p)),
        )
        for rule in rules
    ]
    uses: dict[str, set[str]] = {category: set() for category, _, _ in parsed}
    for category, _, sequences in parsed:
        uses[category].update(k for s in sequences for k in s.keys if k in uses)
    depth = {category: _depth(category, uses, (), code) for category in uses}
    top = max(depth.values()) + 1
    depth[""] = top
    levels = [Node() for _ in range(top + 1)]
    for priority, (category, form, sequences) in enumerate(parsed):
        forms = tuple(form.split(" | ")) if form else ()
        for sequence in sequences:
            levels[depth[category]].add(sequence, Rule(category, forms, priority))
    return tuple(levels)


def _depth(category: str, uses: Mapping[str, set[str]], above: tuple[str, ...], code: str) -> int:
    if category in above:
        raise DataError(f"languages/{code}/timex.toml: rules go in a circle: {' > '.join(above)}")
    below = [_depth(used, uses, (*above, category), code) for used in uses[category]]
    return 1 + max(below, default=-1)
