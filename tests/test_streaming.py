"""However many articles there are, extraction holds a few pieces of work at a time."""

import gc

import pytest

from eventgraph import pipeline
from eventgraph.model import Article, Extraction, Part, Span, make_article
from eventgraph.pipeline import ARTICLES_A_PIECE, BuildOptions
from eventgraph.store import MEMORY, Store
from eventgraph.store.packing import pack


def articles(count):
    for number in range(count):
        text = f"Article {number}."
        part = Part("main", (Span(0, len(text)),))
        yield make_article(source=str(number), text=text, language="en", parts=(part,))


def alive():
    gc.collect()
    return sum(isinstance(thing, Article) for thing in gc.get_objects())


@pytest.mark.parametrize("count", [10 * ARTICLES_A_PIECE, 40 * ARTICLES_A_PIECE])
def test_few_articles_are_alive_while_others_are_extracted(monkeypatch, count):
    before, most = alive(), []

    def extract_piece(piece, options):
        most.append(alive() - before)
        return [(article.id, pack(Extraction(article.id))) for article in piece]

    monkeypatch.setattr(pipeline, "extract_piece", extract_piece)
    with Store(MEMORY) as store:
        reading = pipeline._read_and_extract(store, articles(count), BuildOptions())
        assert reading.count() == count
    assert len(most) == count / ARTICLES_A_PIECE
    assert min(most) >= ARTICLES_A_PIECE  # the counting itself works
    assert max(most) <= 2 * ARTICLES_A_PIECE
