"""Articles as the store holds them: the text and its parts stand apart."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from eventgraph.model import Article, Part
from eventgraph.store.packing import pack, plain, unpack
from eventgraph.store.split_records import Halved, Halves


class Articles(Halved[Article]):
    """Articles whose heads lack text and parts.

    >>> from eventgraph.model import make_article
    >>> rain = make_article(source="a.txt", text="Rain.", language="en", parts=())
    >>> found = Articles([halves(rain)])
    >>> found[0] == rain, [head.source for head in found.heads()]
    (True, ['a.txt'])
    """

    @staticmethod
    def head(data: bytes) -> Article:
        """The article without text and parts."""
        return unpack(Article, data)

    @staticmethod
    def whole(head: bytes, rest: bytes) -> Article:
        """The article."""
        text, parts = unpack(tuple[str, tuple[Part, ...]], rest)
        return replace(unpack(Article, head), text=text, parts=parts)


def halves(article: Article) -> Halves:
    """An article without text and parts, and these."""
    return plain(replace(article, text="", parts=())), pack((article.text, article.parts))


def text_in(rest: bytes) -> str:
    """The text alone."""
    return unpack(tuple[str, msgspec.Raw], rest)[0]
