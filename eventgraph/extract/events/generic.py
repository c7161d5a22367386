"""Event mentions in a language without rules of its own: the ontology's words, nothing else.

Nothing tells whether such a word is negated or only hoped for, so that no event is asserted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eventgraph.model import Argument, Article, EventMention, Mention, Timex
from eventgraph.ontology import EventWord, Ontology

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

    from eventgraph.extract.passages import Passage

_NOTE = "same sentence"


def find_words(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    ontology: Ontology,
) -> tuple[EventMention, ...]:
    """The ontology's words as triggers; the only date and the places of the sentence as theirs."""
    if not ontology.words.get(article.language):
        return ()
    starts = [mention.span.start for mention in mentions]
    dates = [timex.span.start for timex in timexes]
    found = []
    for passage in passages:
        for sentence in passage.doc.sents:
            span = passage.span(sentence)
            inside = range(bisect_left(starts, span.start), bisect_right(starts, span.end))
            dated = range(bisect_left(dates, span.start), bisect_right(dates, span.end))
            places = tuple(_place(mentions[n], n) for n in inside if mentions[n].type == "place")
            timex = dated[0] if len(dated) == 1 else None
            for token, word in _words(sentence, article.language, ontology):
                found.append(_event(passage, sentence, token, word, places, timex))
    return tuple(found)


def _words(
    sentence: Sentence, language: str, ontology: Ontology
) -> Iterator[tuple[Token, EventWord]]:
    for token in sentence:
        for form in dict.fromkeys((token.lemma_.lower(), token.lower_)):
            word = ontology.find(language, form, "noun") or ontology.find(language, form, "verb")
            if form and word is not None:
                yield token, word
                break


def _place(mention: Mention, number: int) -> Argument:
    return Argument("place", mention.span, mention.text, number, _NOTE)


def _event(
    passage: Passage,
    sentence: Sentence,
    token: Token,
    word: EventWord,
    places: tuple[Argument, ...],
    timex: int | None,
) -> EventMention:
    return EventMention(
        span=passage.span(token),
        text=token.text,
        lemma=" ".join(word.words),
        type=word.type,
        status="unknown",
        attributed_to="",
        timex=timex,
        arguments=places,
        quantities=(),
        sentence=passage.span(sentence),
        part=passage.part,
        clause=token.text,
    )
