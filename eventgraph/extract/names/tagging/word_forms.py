"""An Arabic word form by itself: its parts, and what lists and lexicon say about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eventgraph.extract.names.arabic.titles import title_forms
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.tagging.lexicon import Lexicon
from eventgraph.extract.names.vocabulary import Vocabulary
from eventgraph.languages.ar.clitics import ARTICLE, forms, stem

_AFFIXES = (1, 2, 3, 4)
_NONE = "-"
_RELATIVE = ("ي", "يه", "يين")  # endings of adjectives made of names ("Syrian")
_REMEMBERED = 200_000  # word forms


@dataclass(frozen=True, slots=True)
class Look:
    """A word form by itself.

    Attributes:
        key: Folded form, digits as 0.
        stem: Without proclitics and article.
        names: Class of personal names, of the word or of what its proclitics leave.
        trigger: Title, head of an organisation or place, verb of saying, nationality, small word.
        frequency: Class of frequency of the form.
        stem_frequency: Class of frequency of the stem.
        cluster: Which other words it is like.
        own: Features of the word itself, ready to use.
    """

    key: str
    stem: str
    names: str
    trigger: str
    frequency: str
    stem_frequency: str
    cluster: str
    own: tuple[str, ...]


class Looks:
    """Looks of word forms, remembered: an article repeats its words, a language its small ones."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._looks: dict[str, Look] = {}

    def of(self, reading: Reading, at: int) -> Look:
        """The look of a word."""
        key = reading.keys[at]
        look = self._looks.get(key)
        if look is None:
            if len(self._looks) >= _REMEMBERED:
                self._looks.clear()
            look = self._looks[key] = self._look(reading, at)
        return look

    def _look(self, reading: Reading, at: int) -> Look:
        key = "".join("0" if c.isdigit() else c for c in reading.keys[at])
        rest = stem(key)
        names, trigger = _names(reading, key), _trigger(reading, at)
        frequency, stem_frequency = map(self._lexicon.frequency, (key, rest))
        cluster = self._lexicon.cluster(key, rest)
        own = (
            f"w={key}",
            f"s={rest}",
            f"c={key[: len(key) - len(rest)] or _NONE}",
            f"g={names}",
            f"t={trigger}",
            f"l={min(len(key), 8)}",
            f"f={frequency}",
            f"fs={stem_frequency}",
            f"k={cluster}",
            *(f"p{n}={key[:n]}" for n in _AFFIXES),
            *(f"x{n}={key[-n:]}" for n in _AFFIXES),
        )
        return Look(key, rest, names, trigger, frequency, stem_frequency, cluster, own)


def _names(reading: Reading, key: str) -> str:
    for form in forms(key):
        found = reading.knowledge.name_class(form.rest)
        if found:
            return found[0] + ("c" if form.clitics else "")
    return "0" if key.isdigit() else ("x" if key.isascii() else _NONE)


# What a word may announce, in the order of precedence.
_TRIGGERS: tuple[tuple[str, Callable[[Vocabulary, str], bool]], ...] = (
    ("T", lambda vocabulary, key: vocabulary.titles.has(key)),
    ("O", lambda vocabulary, key: vocabulary.organization_heads.has(key)),
    ("P", lambda vocabulary, key: vocabulary.place_openers.has(key)),
    ("S", lambda vocabulary, key: vocabulary.saying.has(key)),
)


def _trigger(reading: Reading, at: int) -> str:
    key, vocabulary = reading.keys[at], reading.vocabulary
    rests = title_forms(key)
    for mark, is_one in _TRIGGERS:
        if any(is_one(vocabulary, rest) for rest in rests):
            return mark
    if reading.demonym(at):
        return "D"
    if vocabulary.stop.has(key):
        return "0"
    return "N" if key.startswith(ARTICLE) and key.endswith(_RELATIVE) else _NONE
