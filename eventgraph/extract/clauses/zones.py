"""Where in an article a sentence stands, and which of its words are quoted or a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from eventgraph.model import Article, Zone

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

    from eventgraph.extract.passages import Passage

_STOPS: Final = ".!?؟…。"
_QUOTES: Final = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "``": "''"}
_LONGEST_TITLE: Final = 10  # tokens
_WORDS: Final = ("NOUN", "VERB", "ADJ", "PROPN", "ADV")
_OPENERS: Final = frozenset("“\"«‘':-–—•(|/.")
_NEAR: Final = 5  # tokens
_HEADLINE: Final = 25  # tokens


def zones(article: Article, passages: Sequence[Passage]) -> list[Zone]:
    """The zone of each passage: what comes before the first paragraph of prose is headline."""
    found: list[Zone] = []
    lead = False
    for passage in passages:
        kind = article.parts[passage.part].kind
        text = passage.doc.text.strip()
        if kind == "caption":
            found.append("caption")
        elif not lead and _is_headline(article, text, passage, more=len(found) + 1 < len(passages)):
            found.append("headline")
        elif not lead:
            found.append("lead")
            lead = len(passage.doc) > 3 and text[-1:] not in "—–-"
        else:
            found.append("body")
    return found


def _is_headline(article: Article, text: str, passage: Passage, *, more: bool) -> bool:
    if article.title and text == article.title.strip():
        return True
    return more and len(passage.doc) <= _HEADLINE and text[-1:] not in _STOPS + '—–-"”»'


def quoted(doc: Doc) -> frozenset[int]:
    """The tokens of a doc that stand inside quotation marks."""
    inside: set[int] = set()
    closing, opened = "", -1
    for token in doc:
        if closing and token.text == closing:
            inside.update(range(opened + 1, token.i))
            closing = ""
        elif not closing and token.text in _QUOTES:
            closing, opened = _QUOTES[token.text], token.i
    return frozenset(inside)


def titled(sentence: Sentence, inside: frozenset[int]) -> frozenset[int]:
    """Words that are part of a title: capitalised inside quotation marks, or verbs written like names.

    A sentence that is written in capitals throughout, as headlines are, says nothing by them.
    """
    words = [token for token in sentence if token.pos_ in _WORDS and token.is_alpha]
    plain = [token for token in words if token.text[0].islower()]
    if 2 * len(plain) < len(words) - 1:
        return frozenset()
    found = {
        run_token
        for run in _runs(sentence, inside)
        for run_token in run
        if _is_title(sentence, run)
    }
    found |= {token.i for token in words if _is_named(token, words)}
    return frozenset(found)


def _is_named(token: Token, words: Sequence[Token]) -> bool:
    """Whether a verb is written like a name in the midst of plain words: "its album Kill the Lights"."""
    if token.pos_ != "VERB" or not token.text[0].isupper() or token.i == token.sent.start:
        return False
    if token.nbor(-1).text in _OPENERS:
        return False
    around = [word for word in words if 0 < abs(word.i - token.i) <= _NEAR]
    before = [word for word in around if word.i < token.i]
    return 2 * sum(word.text[0].islower() for word in around) > len(around) and all(
        word.text[0].islower() for word in before[-2:]
    )


def _runs(sentence: Sentence, inside: frozenset[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for token in sentence:
        if token.i in inside:
            if runs and runs[-1][-1] == token.i - 1:
                runs[-1].append(token.i)
            else:
                runs.append([token.i])
    return runs


def _is_title(sentence: Sentence, run: list[int]) -> bool:
    """A short run in quotation marks, every longer word of which has a capital."""
    if len(run) > _LONGEST_TITLE:
        return False
    words = [sentence.doc[i] for i in run if sentence.doc[i].is_alpha and len(sentence.doc[i]) > 3]
    return len(words) > 0 and all(word.text[0].isupper() for word in words) and len(run) > 1
