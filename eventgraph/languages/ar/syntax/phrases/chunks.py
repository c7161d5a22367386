"""A tagged sentence as a row of verbs, phrases, dates, and the words and signs that open clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.languages.ar.syntax.phrases.reader import PhraseReader
from eventgraph.languages.ar.syntax.words.lexicon import Lexicon
from eventgraph.languages.ar.syntax.words.sentences import Sentence
from eventgraph.languages.ar.syntax.words.tags import Tag

ChunkKind = Literal[
    "verb", "phrase", "date", "complementizer", "relative", "subordinator", "coordinator", "result",
    "comma", "stop", "open", "close", "pronoun",
]  # fmt: skip
_QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“", "(": ")", "[": "]"}
_TITLE = 7  # words in quotation marks right behind a noun that are a title


@dataclass(slots=True)
class Chunk:
    """A piece of a sentence.

    Attributes:
        kind: What it is.
        index: Its first word.
        end: Index after its last word.
        tag: Of its first word, of a verb its own.
        nouns: The conjuncts of a phrase.
        preposition: Before a phrase or a complementizer; empty for none.
        negated: Of a verb: whether a particle negates it.
        auxiliaries: Of a verb: particles before it.
        adverbs: Behind it, of a verb.
        timex: Of a date.
    """

    kind: ChunkKind
    index: int
    end: int
    tag: Tag
    nouns: list[Noun] = field(default_factory=list)
    preposition: str = ""
    negated: bool = False
    auxiliaries: list[str] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    timex: int | None = None


def hide_titles(sentence: Sentence, tags: list[Tag], lexicon: Lexicon) -> None:
    """Take the words of a quoted title for a part of the noun before them."""
    index = 1
    while index < len(tags):
        end = _title_end(sentence, tags, lexicon, index)
        if end is not None:
            tags[index : end + 1] = [Tag("inside")] * (end + 1 - index)
        index = index + 1 if end is None else end + 1


def _title_end(sentence: Sentence, tags: Sequence[Tag], lexicon: Lexicon, index: int) -> int | None:
    """Where the title that a quotation mark opens ends: a short one, right behind a noun."""
    closing = _QUOTES.get(sentence.sign(index))
    if closing is None or tags[index - 1].kind not in ("noun", "inside"):
        return None
    before = range(max(index - 3, 0), index)
    work = any(
        lexicon.is_("nouns.works", word)
        for k in before
        for word in (tags[k].split.stem, sentence.at(k))
    )
    reach = range(index + 1, min(index + _TITLE + 1, len(tags)))
    end = next((k for k in reach if sentence.sign(k) == closing), None)
    return end if end is not None and (work or tags[index + 1].kind != "complementizer") else None


class Chunker:
    """Cuts one sentence into chunks."""

    def __init__(self, sentence: Sentence, tags: Sequence[Tag], lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.tags = tags
        self.phrases = PhraseReader(sentence, tags, lexicon)
        self.chunks: list[Chunk] = []
        self._negated = False
        self._particles: list[str] = []

    def run(self) -> list[Chunk]:
        """The chunks in text order."""
        index = 0
        while index < len(self.tags):
            index = max(self._step(index), index + 1)
        return self.chunks

    def _step(self, index: int) -> int:
        tag = self.tags[index]
        step = getattr(self, f"_{tag.kind}", None)
        end: int = step(index, tag) if step else index + tag.length
        return end

    def _add(self, kind: ChunkKind, index: int, end: int, tag: Tag, **more: object) -> int:
        self.chunks.append(Chunk(kind, index, end, tag, **more))  # type: ignore[arg-type]
        return end

    def _sign(self, index: int, tag: Tag) -> int:
        if tag.lemma in "،,–—":
            kind: ChunkKind = "comma"
        elif tag.lemma in _QUOTES:
            kind = "open"
        elif tag.lemma in "»”)]":
            kind = "close"
        elif tag.lemma in ".؛:;!؟?":
            kind = "stop"
        else:
            return index + 1
        return self._add(kind, index, index + 1, tag)

    def _negation(self, index: int, tag: Tag) -> int:
        self._negated = True
        self._particles.append(tag.lemma)
        return index + 1

    def _particle(self, index: int, tag: Tag) -> int:
        self._particles.append(tag.lemma)
        return index + 1

    def _verb(self, index: int, tag: Tag) -> int:
        negated, particles = self._negated, [*self._particles, *(["س"] if tag.split.future else [])]
        self._negated, self._particles = False, []
        return self._add("verb", index, index + 1, tag, negated=negated, auxiliaries=particles)

    def _date(self, index: int, tag: Tag, preposition: str = "") -> int:
        end, timex = index, self.sentence.dates[index]
        while end < len(self.tags) and self.sentence.dates[end] == timex:
            end += 1
        return self._add("date", index, end, tag, timex=timex, preposition=preposition)

    def _adverb(self, index: int, tag: Tag) -> int:
        verbs = [chunk for chunk in self.chunks if chunk.kind == "verb"]
        if verbs:
            verbs[-1].adverbs.append(tag.lemma)
        return index + 1

    def _complementizer(self, index: int, tag: Tag, preposition: str = "") -> int:
        return self._add("complementizer", index, index + 1, tag, preposition=preposition)

    def _relative(self, index: int, tag: Tag) -> int:
        return self._add("relative", index, index + 1, tag)

    def _subordinator(self, index: int, tag: Tag) -> int:
        return self._add("subordinator", index, index + tag.length, tag)

    def _coordinator(self, index: int, tag: Tag) -> int:
        return self._add("coordinator", index, index + tag.length, tag)

    def _result(self, index: int, tag: Tag) -> int:
        return self._add("result", index, index + tag.length, tag)

    def _pronoun(self, index: int, tag: Tag) -> int:
        return self._add("pronoun", index, index + 1, tag)

    def _preposition(self, index: int, tag: Tag) -> int:
        following = index + tag.length
        if tag.split.pronoun:
            return self._add("pronoun", index, following, tag, preposition=tag.lemma)
        kind = self.tags[following].kind if following < len(self.tags) else ""
        if kind == "date":
            return self._dated(following, tag)
        if kind == "complementizer":
            return self._complementizer(following, self.tags[following], tag.lemma)
        if kind == "preposition":
            return following
        return (
            self._phrase(following, tag.lemma, index)
            if kind in ("noun", "name", "number", "demonstrative")
            else following
        )

    def _dated(self, index: int, tag: Tag) -> int:
        """A date behind a preposition: "بعد يوم من …" puts what follows after something."""
        end = self._date(index, self.tags[index], tag.lemma)
        if tag.lemma in ("بعد", "قبل") and self.sentence.at(end) == "من":
            return self._phrase(end + 1, tag.lemma, end)
        return end

    def _noun(self, index: int, _tag: Tag) -> int:
        return self._phrase(index)

    _name = _number = _demonstrative = _noun

    def _phrase(self, index: int, preposition: str = "", start: int | None = None) -> int:
        """A phrase with all its conjuncts."""
        noun = self.phrases.read(index)
        if noun is None:
            return index + 1
        nouns, end = [noun], noun.end
        while end < len(self.tags) and (conjunct := self._conjunct(end, preposition)) is not None:
            self._join(nouns, conjunct)
            end = conjunct.end
        found = preposition or noun.preposition
        if self._negated and noun.determiner != "negative" and not self.chunks[-1:]:
            noun.determiner = "negative"
        return self._add(
            "phrase",
            index if start is None else start,
            end,
            self.tags[index],
            nouns=nouns,
            preposition=found,
        )

    def _join(self, nouns: list[Noun], conjunct: Noun) -> None:
        """A conjunct of the phrase, or of what its event noun is in construct with."""
        first = nouns[-1]
        if first.event and conjunct.event and first.owner is None and not first.tag.split.article:
            first.owner, first.others = conjunct.owner, conjunct.others  # "مقتل وجرح المئات"
        if first.event and not conjunct.event and first.owner is not None and len(nouns) == 1:
            first.others.append(conjunct)
            first.end = conjunct.end
            return
        nouns.append(conjunct)

    def _conjunct(self, index: int, preposition: str) -> Noun | None:
        """The next conjunct: "و" clings to it, and no preposition of its own but a repeated one."""
        apart = self.sentence.at(index) == "و" and index + 1 < len(self.tags)
        index += apart  # "20 قتيلا و35 جريحا"
        tag = self.tags[index]
        if tag.kind not in ("noun", "name", "number") or not (tag.conjoined or apart):
            return None
        if tag.split.preposition not in ("", preposition) or self._opens_clause(index):
            return None
        noun = self.phrases.read(index)
        return noun if noun is not None and noun.end > index else None

    def _opens_clause(self, index: int) -> bool:
        """Whether a verb stands right behind the phrase that "و" opens: "والشرطة تلاحقه"."""
        noun = self.phrases.read(index)
        end = noun.end if noun is not None else index + 1
        following = self.tags[end] if end < len(self.tags) else None
        return (
            following is not None
            and following.kind == "verb"
            and not following.conjoined
            and (noun is not None and noun.determiner == "definite")
        )
