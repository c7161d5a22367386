"""A spaCy pipeline for Russian out of razdel, slovnet and pymorphy3.

It fills a ``Doc`` as spaCy's own pipelines do: tokens, sentences, parts of speech, features, heads,
relations, dictionary forms and names, so that what reads a French parse reads a Russian one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from eventgraph.languages.ru.lemmas import dictionary_form
from eventgraph.languages.ru.networks import Analysis, analyse
from eventgraph.languages.ru.prepositions import joined
from eventgraph.languages.ru.relations import normalized

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_COLUMNS = ("POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")
_CUTS = frozenset({";", ":"})
_INSIDE, _OUTSIDE, _BEGINS = 1, 2, 3  # spaCy's numbers for its attribute ENT_IOB

LONGEST = 300  # tokens; what is longer is a list or a table, and the networks' memory grows with its square


def load() -> Pipeline:
    """The pipeline, as a package of spaCy's would give it.

    Raises:
        ImportError: A package of the extra ``ru`` is missing.
    """
    import spacy
    from spacy.language import Language as Pipeline

    if not Pipeline.has_factory("slovnet"):
        Pipeline.factory("slovnet", func=_component)
    blank = spacy.blank("ru")
    blank.tokenizer = Tokenizer(blank.vocab)
    blank.add_pipe("slovnet")
    return blank


def _component(nlp: Pipeline, name: str) -> Slovnet:  # noqa: ARG001  (the signature of a factory)
    return Slovnet(nlp.vocab)


class Tokenizer:
    """razdel's tokens, which the networks were trained on; white space as spaCy keeps it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The tokens of a text."""
        from razdel import tokenize
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for token in tokenize(text):
            _add_gap(text[at : token.start], words, spaces)
            words.append(token.text)
            spaces.append(False)
            at = token.stop
        _add_gap(text[at:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """One blank after a word belongs to it; all other white space is a token."""
    if gap.startswith(" ") and words:
        spaces[-1], gap = True, gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


class Slovnet:
    """The component that parses, tags and names, many texts at once."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, doc: Doc) -> Doc:
        """One Doc, filled in."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Docs as they come, filled in, in batches."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            cut = [_sentences(doc) for doc in batch]
            parts = [[_parts(doc, s) for s in found] for doc, found in zip(batch, cut, strict=True)]
            words = [part for found in parts for sentence in found for part in sentence]
            analyses = iter(analyse(words))
            for doc, found, cuts in zip(batch, cut, parts, strict=True):
                _fill(doc, found, [_whole(list(islice(analyses, len(s)))) for s in cuts])
                yield doc


def _sentences(doc: Doc) -> list[list[int]]:
    """The positions of the words of each sentence, white space left out."""
    from razdel import sentenize

    text = doc.text  # put together anew each time that it is asked for
    ends = iter([sentence.stop for sentence in sentenize(text)])
    end = next(ends, len(text))
    found: list[list[int]] = [[]]
    for token in doc:
        while token.idx >= end:
            end = next(ends, len(text) + 1)
            found.append([])
        if not token.is_space:
            if len(found[-1]) == LONGEST:
                found.append([])
            found[-1].append(token.i)
    return [sentence for sentence in found if sentence]


def _parts(doc: Doc, sentence: Sequence[int]) -> list[list[str]]:
    """The words of a sentence, cut after colons and semicolons: what follows is a sentence to the networks."""
    found: list[list[str]] = [[]]
    for place in sentence:
        if found[-1] and found[-1][-1] in _CUTS:
            found.append([])
        found[-1].append(doc[place].text)
    return found


def _whole(parts: Sequence[Analysis]) -> Analysis:
    """The analyses of a sentence's parts as one: the later roots are coordinated to the first."""
    tags, heads, relations, names = list[str](), list[int](), list[str](), list[str]()
    for part in parts:
        start = len(heads)
        for own, head in enumerate(part.heads):
            later = own == head and start > 0
            heads.append(_root(heads) if later else start + head)
            relations.append("conj" if later else part.relations[own])
        tags += part.tags
        names += part.names
    return Analysis(tags, heads, relations, names)


def _root(heads: Sequence[int]) -> int:
    """The token that is its own head."""
    return next(own for own, head in enumerate(heads) if own == head)


def _fill(doc: Doc, sentences: Sequence[Sequence[int]], analyses: Sequence[Analysis]) -> None:
    """Write what the networks say into the Doc's columns."""
    import numpy as np

    columns = np.zeros((len(doc), 7), dtype=np.int64)
    columns[:, 5] = _OUTSIDE
    for places, raw in zip(sentences, analyses, strict=True):
        words = [doc[place].text for place in places]
        analysis = joined(words, normalized(words, raw))
        rows = _rows(doc.vocab, words, analysis)
        for place, head, row in zip(places, analysis.heads, rows, strict=True):
            columns[place] = row
            columns[place, 3] = places[head] - place
    _hang_spaces(doc, columns, _signed(doc.vocab.strings.add("dep")))
    values: Any = columns.view(np.uint64)
    doc.from_array(list(_COLUMNS), values)


def _rows(vocab: Vocab, words: Sequence[str], analysis: Analysis) -> Iterator[list[int]]:
    """The columns of each word, its head left open."""
    add = vocab.strings.add
    before = "O"
    for word, tag, relation, name in zip(
        words, analysis.tags, analysis.relations, analysis.names, strict=True
    ):
        part, morph = _tagged(vocab, tag)
        place = _place(before, name)
        kind = add(name[2:]) if name != "O" else 0
        yield [
            part,
            morph,
            _signed(add(dictionary_form(word, tag))),
            0,
            _signed(add(relation)),
            place,
            _signed(kind),
        ]
        before = name


def _tagged(vocab: Vocab, tag: str) -> tuple[int, int]:
    """The ids of a part of speech and of its features."""
    part, _, features = tag.partition("|")
    return _signed(vocab.strings.add(part)), _signed(vocab.morphology.add(features))


def _place(before: str, name: str) -> int:
    """Whether a word begins a name, goes on with it, or is outside, as spaCy numbers it."""
    if name == "O":
        return _OUTSIDE
    goes_on = name.startswith("I") and before[2:] == name[2:]
    return _INSIDE if goes_on else _BEGINS


def _signed(number: int) -> int:
    """An unsigned id in the signed column that it shares with heads."""
    return number - (1 << 64) if number >= 1 << 63 else number


def _hang_spaces(doc: Doc, columns: NDArray[Any], relation: int) -> None:
    """White space hangs on the word before it, at the beginning on the one after it."""
    words = [token.i for token in doc if not token.is_space]
    last = words[0] if words else 0
    for token in doc:
        if token.is_space:
            columns[token.i, 3:5] = (last - token.i if words else 0, relation)
        else:
            last = token.i
