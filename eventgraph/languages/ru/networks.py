"""What slovnet's networks say of Russian sentences: tags, arcs, relations and names.

The weights are files of the natasha package; the package itself is not imported, for it asks for
``pkg_resources``, which Python 3.12 no longer brings along. The three networks know the same words,
so a sentence is looked up once for all of them.

Source: slovnet 0.6 (github.com/natasha/slovnet), news models trained on Nerus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from eventgraph import integrity
from eventgraph.languages.ru.tree import heads_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

SENTENCES_AT_ONCE = 16

_EMBEDDINGS = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_MORPHOLOGY = "data/model/slovnet_morph_news_v1.tar"
_NAMES = "data/model/slovnet_ner_news_v1.tar"
_SYNTAX = "data/model/slovnet_syntax_news_v1.tar"


class Analysis(NamedTuple):
    """One sentence, a value per token.

    Attributes:
        tags: Part of speech and features of Universal Dependencies, "NOUN|Case=Acc|Number=Sing".
        heads: Position of the governing token, the token's own for the root; always a tree.
        relations: Relation of Universal Dependencies to it, ``ROOT`` in capitals as spaCy has it.
        names: ``B-PER``, ``I-PER``, the same with LOC and ORG, or ``O``.
    """

    tags: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]
    names: Sequence[str]


def analyse(sentences: Sequence[Sequence[str]]) -> list[Analysis]:
    """Tags, trees and names of tokenised sentences, in the order given.

    Sentences of like length go through the networks together, for the short are filled up to the long.

    Args:
        sentences: Tokens as razdel cuts them; none may be empty.
    """
    order = sorted(range(len(sentences)), key=lambda number: len(sentences[number]))
    found: dict[int, Analysis] = {}
    for first in range(0, len(order), SENTENCES_AT_ONCE):
        numbers = order[first : first + SENTENCES_AT_ONCE]
        found.update(zip(numbers, _batch([sentences[number] for number in numbers]), strict=True))
    return [found[number] for number in range(len(sentences))]


def _batch(sentences: Sequence[Sequence[str]]) -> Iterator[Analysis]:
    """The analyses of sentences that are looked up, and filled up, together."""
    networks = _networks()
    encoder = networks.syntax.encoder
    words = encoder.input([encoder.item(sentence) for sentence in sentences])
    vectors = networks.syntax.model.emb.word(words.word_id)
    lengths = [len(sentence) for sentence in sentences]
    tags = _tags(networks.morphology, words, vectors, lengths)
    trees = _trees(networks.syntax, words, vectors, lengths)
    names = _names(networks.names, words, vectors)
    for tagged, (heads, relations), named in zip(tags, trees, names, strict=True):
        yield Analysis(tagged, heads, relations, named)


def _hidden(model: Any, words: Any, vectors: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    shaped = np.concatenate((vectors, model.emb.shape(words.shape_id)), axis=-1)
    hidden: NDArray[Any] = model.encoder(shaped, words.pad_mask)
    return hidden


def _tags(
    tagger: Any, words: Any, vectors: NDArray[Any], lengths: Sequence[int]
) -> Iterator[list[str]]:
    head, known = tagger.model.head, tagger.decoder.tags_vocab
    best = head.decode(head(_hidden(tagger.model, words, vectors)))
    for row, length in zip(best, lengths, strict=True):
        yield [known.decode(tag) for tag in row[:length]]


def _names(tagger: Any, words: Any, vectors: NDArray[Any]) -> Iterator[list[str]]:
    head, known = tagger.model.head, tagger.decoder.tags_vocab
    scores = head(_hidden(tagger.model, words, vectors))
    for row in head.crf.decode(scores, ~words.pad_mask):
        yield [known.decode(tag) for tag in row]


def _trees(
    parser: Any, words: Any, vectors: NDArray[Any], lengths: Sequence[int]
) -> Iterator[tuple[list[int], list[str]]]:
    import numpy as np

    model, known = parser.model, parser.decoder.rels_vocab
    hidden = _hidden(model, words, vectors)
    scores = model.head(hidden)
    trees = [
        heads_of(row[:length, : length + 1]) for row, length in zip(scores, lengths, strict=True)
    ]
    arcs = np.zeros(words.word_id.shape, dtype=np.int_)
    for row, tree in zip(arcs, trees, strict=True):
        row[: len(tree)] = tree
    best = model.rel.decode(model.rel(hidden, arcs), ~words.pad_mask)
    for tree, row in zip(trees, best, strict=True):
        relations = [known.decode(relation) for relation in row[: len(tree)]]
        yield _from_zero(tree), list(map(_relation, tree, relations))


def _from_zero(tree: Sequence[int]) -> list[int]:
    """Heads as positions; the root is its own."""
    return [head - 1 if head else own for own, head in enumerate(tree)]


def _relation(head: int, relation: str) -> str:
    """The relation as spaCy writes it; a second root that was hung elsewhere stands beside the first."""
    if head == 0:
        return "ROOT"
    return "parataxis" if relation == "root" else relation


class _Networks(NamedTuple):
    morphology: Any
    syntax: Any
    names: Any


@cache
def _networks() -> _Networks:
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    vectors = Navec.load(str(integrity.member("natasha", _EMBEDDINGS)))
    kinds = ((Morph, _MORPHOLOGY), (Syntax, _SYNTAX), (NER, _NAMES))
    loaded = (kind.load(str(integrity.member("natasha", weights))) for kind, weights in kinds)
    return _Networks(*(tagger.navec(vectors).infer for tagger in loaded))
