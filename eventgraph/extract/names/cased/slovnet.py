"""Russian names: slovnet's tagger when the ``ru`` extra is installed, with names in dictionary form.

The models are files of the natasha package; the package itself is not imported, for it asks for
``pkg_resources``, which Python 3.12 no longer brings along.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from eventgraph import integrity
from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.cased.reader import Found, decide, given_names
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.tagging.bio import TYPES
from eventgraph.extract.names.vocabulary import vocabulary
from eventgraph.extract.names.words import Word, letter_words
from eventgraph.names import fold

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage
    from eventgraph.knowledge import Knowledge

_CYRILLIC = re.compile("[Ѐ-ӿ]+")
_PACKAGES = ("natasha", "navec", "slovnet", "pymorphy3")
_EMBEDDINGS = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_WEIGHTS = "data/model/slovnet_ner_news_v1.tar"
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})  # OpenCorpora marks of proper names


def read_russian(passages: Sequence[Passage], knowledge: Knowledge) -> Found:
    """The words of a Russian article and the names among them, in text order.

    Words are compared in their dictionary form, so that «Путиным» is «Путин».
    """
    words = letter_words(passages)
    if not installed():
        reading = Reading.of(words, knowledge, vocabulary("ru"))
        return decide(reading, given_names(reading))
    reading = Reading.of([_lemmatized(word) for word in words], knowledge, vocabulary("ru"))
    reading, found = decide(reading, _tagged(reading, passages))
    return reading, [_named(reading, candidate) for candidate in found]


def installed() -> bool:
    """Whether the packages of the ``ru`` extra are there."""
    return all(find_spec(name) for name in _PACKAGES)


def _tagged(reading: Reading, passages: Sequence[Passage]) -> Iterator[Candidate]:
    starts = [word.start for word in reading.words]
    for passage in passages:
        for span in _tagger()(passage.doc.text).spans:
            start = bisect_left(starts, passage.start + span.start)
            end = bisect_left(starts, passage.start + span.stop)
            if start < end:
                yield Candidate(start, end, TYPES[span.type], rank=1)


@cache
def _tagger() -> Any:
    from navec import Navec
    from slovnet import NER

    tagger = NER.load(str(integrity.member("natasha", _WEIGHTS)))
    tagger.navec(Navec.load(str(integrity.member("natasha", _EMBEDDINGS))))
    return tagger


@cache
def _morphology() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


def _lemmatized(word: Word) -> Word:
    """The word with its dictionary form as key; names before other readings of a capitalised word."""
    return word._replace(key=fold(lemma(word.text))) if word.text.isalpha() else word


@cache
def lemma(word: str) -> str:
    """The dictionary form of a word, written with the capitals that it has.

    A word in another script stays as it is; the analyser fails on letters that Unicode does not name.
    """
    if not _CYRILLIC.fullmatch(word):
        return word
    readings = _morphology().parse(word)
    proper = (r for r in readings if word[:1].isupper() and not _NAMES.isdisjoint(r.tag.grammemes))
    reading = next(proper, readings[0])
    form: str = _nominative(reading)
    if word.isupper():
        return form.upper()
    return form.capitalize() if word[:1].isupper() else form


def _nominative(reading: Any) -> str:
    """The nominative of the same gender and number, so that a woman's surname stays one."""
    inflected = reading.inflect({"nomn"})
    return str(inflected.word if inflected else reading.normal_form)


def _named(reading: Reading, candidate: Candidate) -> Candidate:
    words = reading.words[candidate.start : candidate.end]
    forms = [lemma(word.text) if word.text.isalpha() else word.text for word in words]
    gaps = ["", *(" " if word.gap.isspace() else word.gap for word in words[1:])]
    return replace(candidate, name="".join(map(str.__add__, gaps, forms)))
