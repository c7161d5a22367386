"""The clauses of an Arabic article, by a shallow parse: no tree, but who does what to whom."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.languages.ar.syntax.clauses.assembly import Assembler
from eventgraph.languages.ar.syntax.clauses.drafts import Draft
from eventgraph.languages.ar.syntax.clauses.grammar import resolve
from eventgraph.languages.ar.syntax.clauses.records import record
from eventgraph.languages.ar.syntax.phrases.chunks import Chunker, hide_titles
from eventgraph.languages.ar.syntax.words.lexicon import Lexicon, lexicon
from eventgraph.languages.ar.syntax.words.sentences import Sentence, sentences
from eventgraph.languages.ar.syntax.words.tagging import Tagger
from eventgraph.languages.parser import Passage
from eventgraph.model import Article, Clause, Mention, Timex, Zone


def parse_clauses(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    nouns: frozenset[str],
) -> tuple[Clause, ...]:
    """The clauses of an article, sorted by predicate.

    Args:
        article: What is read.
        passages: Its body with sentence borders.
        mentions: Its names, sorted by span.
        timexes: Its time expressions, sorted by span.
        nouns: Dictionary forms of the nouns that make clauses of their own.
    """
    words = lexicon(nouns)
    read = [
        (sentence, draft)
        for sentence in sentences(article, passages, mentions, timexes)
        for draft in drafts_of(sentence, words)
    ]
    numbers = {id(draft): number for number, (_, draft) in enumerate(read)}
    return tuple(
        record(draft, sentence, words, numbers, _zone(sentence)) for sentence, draft in read
    )


def drafts_of(sentence: Sentence, words: Lexicon) -> list[Draft]:
    """The clauses of one sentence, in the order of their predicates."""
    tags = Tagger(sentence, words).run()
    hide_titles(sentence, tags, words)
    chunks = Chunker(sentence, tags, words).run()
    drafts = Assembler(sentence, chunks, words).run()
    _reattach(drafts)
    resolve(drafts, sentence, words)
    return drafts


def _reattach(drafts: Sequence[Draft]) -> None:
    """Hang what a merged verb governed on what governed it: a light verb is no clause of its own."""
    kept = {id(draft) for draft in drafts}
    for draft in drafts:
        passed = {id(draft)}
        while draft.governor is not None and id(draft.governor) not in kept - passed:
            passed.add(id(draft.governor))
            above = draft.governor.governor
            draft.governor = None if above is not None and id(above) in passed else above


def _zone(sentence: Sentence) -> Zone:
    return "lead" if sentence.leads else "body"
