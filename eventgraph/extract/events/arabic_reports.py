"""Who says what in an Arabic sentence: reporting verbs, participles, "according to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventgraph.extract.events.arabic_clauses import Clauses, Verb
from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_modality import is_presupposed, modality_of
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_sources import (
    first_name,
    source_before,
    source_noun,
    subject_words,
)
from eventgraph.extract.events.arabic_triggers import Trigger
from eventgraph.model import Status

_CONTENT = 30  # words from a reporting verb to the clause that it governs
_SUBJECT = 14  # words within which a reporting verb names its subject


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody says: where it begins and ends in the sentence, and who says it.

    Attributes:
        verb: Index of the reporting word.
        start: First word of what is said.
        end: Index after its last word.
        source: Who says it, as written; empty when it is not named.
        factive: Whether the article vouches for it.
        denied: Whether it is denied.
        direct: Whether an event noun is its object: "أعلن مقتل".
    """

    verb: int
    start: int
    end: int
    source: str
    factive: bool = False
    denied: bool = False
    direct: bool = False

    def covers(self, trigger: Trigger) -> bool:
        """Whether a trigger is in what is said, and not the saying itself."""
        return self.start <= trigger.start < self.end and self.verb not in trigger.parts


def find_reports(sentence: Sentence, clauses: Clauses, speaker: str = "") -> list[Report]:
    """The reports of a sentence; `speaker` is who spoke last, for verbs without a subject."""
    found: list[Report] = []
    for verb in clauses.verbs.values():
        says = grammar().is_class(verb.finite.key, "reporting") or _denies(verb)
        if says and not verb.finite.form.passive:
            report = _report(sentence, clauses, verb, found[-1].source if found else speaker)
            if report is not None:
                found.append(report)
    found += list(_participles(sentence, found, speaker))
    return found + list(_according(sentence))


def status_of(
    sentence: Sentence, trigger: Trigger, clauses: Clauses, reports: Sequence[Report]
) -> tuple[Status, str]:
    """Status of a trigger and whose claim it is."""
    given = is_presupposed(sentence, trigger)
    inside = [r for r in reports if r.covers(trigger) and not (r.direct and given)]
    if not inside:
        return modality_of(sentence, trigger, clauses), ""
    source = inside[-1].source
    if inside[-1].denied:
        return "negated", source
    own = modality_of(sentence, trigger, clauses)
    if own == "asserted" and not all(report.factive for report in inside):
        return "alleged", source
    return own, source


def _denies(verb: Verb) -> bool:
    return grammar().is_class(verb.finite.key, "denial")


def _report(sentence: Sentence, clauses: Clauses, verb: Verb, speaker: str) -> Report | None:
    words = grammar().words
    start = _content(sentence, verb.index)
    direct = start is None
    if start is None:
        if not _denies(verb) and verb.finite.key not in words["attribution.direct"]:
            return None
        start = verb.index + 1
        end = _phrase_end(clauses, verb.index)
    else:
        end = _end(sentence, start)
    source = _source(sentence, verb, start, clauses) or speaker
    factive = verb.finite.key in words["attribution.factive"]
    return Report(verb.index, start, end, source, factive, _denies(verb), direct)


def _phrase_end(clauses: Clauses, index: int) -> int:
    """Index after the clause of a word: an event noun as object is in it."""
    return len(clauses.of) - clauses.of[::-1].index(clauses.of[index])


def _content(sentence: Sentence, index: int) -> int | None:
    """Where the clause that a reporting verb governs begins: أن, a colon, a quotation mark."""
    words = grammar().words
    for position in range(index + 1, min(index + _CONTENT, len(sentence.words))):
        word = sentence.words[position]
        if word.folded in words["syntax.complementizers"] or word.text == ":":
            return position + 1
        if word.text in '«“"' and sentence.names[position + 1 : position + 2] == (None,):
            return position + 1
        if word.text in ".؛" or word.folded in words["syntax.subordinators"]:
            return None
    return None


def _end(sentence: Sentence, start: int) -> int:
    """The content ends with its quotation, or at a clause that begins anew (فيما, بينما)."""
    quoted = start > 0 and sentence.words[start - 1].text == "«"
    for position in range(start, len(sentence.words)):
        word = sentence.words[position]
        if (quoted and word.text == "»") or word.folded in ("فيما", "بينما"):
            return position
    return len(sentence.words)


def _source(sentence: Sentence, verb: Verb, start: int, clauses: Clauses) -> str:
    """The subject of a reporting verb: the name after it, else before it, else its noun."""
    end = min(start, verb.index + _SUBJECT)
    if start == verb.index + 1:
        end = verb.index + _SUBJECT
    return (
        first_name(sentence, verb.index + 1, end)
        or source_noun(sentence, verb.index + 1, end)
        or source_before(sentence, clauses.start(verb.index), verb.index)
        or _unknown(sentence, verb.index + 1, end)
    )


def _unknown(sentence: Sentence, start: int, end: int) -> str:
    """A subject of unknown words before the content; a direct object is none."""
    words = subject_words(sentence, start, end)
    return words if words and _content(sentence, start - 1) is not None else ""


def _participles(sentence: Sentence, reports: Sequence[Report], speaker: str) -> Iterator[Report]:
    """The subject of the sentence goes on speaking: "مؤكدا أن …"."""
    words = grammar().words
    for index, word in enumerate(sentence.words):
        denies = word.folded in words["status.denial_nouns"] and word.folded != "نفي"
        if word.folded in words["attribution.participles"] or denies:
            start = _content(sentence, index) or index + 1
            source = next((r.source for r in reversed(reports) if r.verb < index), "")
            source = source or first_name(sentence, 1, index) or speaker
            yield Report(index, start, _end(sentence, start), source, denied=denies)


def _according(sentence: Sentence) -> Iterator[Report]:
    """What holds for all that precedes it, or at the start for all that follows: "بحسب الشرطة"."""
    for index in range(len(sentence.words)):
        if _is_according(sentence, index):
            source = first_name(sentence, index + 1, index + 10)
            source = source or source_noun(sentence, index + 1, index + 4)
        elif _is_as_said(sentence, index):
            source = first_name(sentence, index + 2, index + 10)
            source = source or source_noun(sentence, index + 2, index + 5)
        else:
            continue
        if source:
            start, end = (0, index) if index > 3 else (index + 1, len(sentence.words))
            yield Report(index, start, end, source)


def _is_according(sentence: Sentence, index: int) -> bool:
    words = grammar().words["attribution.according"]
    splits = sentence.words[index].splits
    return any(s.stem in words and not s.article and not s.pronoun and not s.future for s in splits)


def _is_as_said(sentence: Sentence, index: int) -> bool:
    """As in "كما ذكرت الوكالة" at the end of a sentence; "كما قال إن" goes on instead."""
    if sentence.at(index) not in grammar().words["attribution.as_said"] or index < 3:
        return False
    following = sentence.words[index + 1 : index + 2]
    verb = grammar().verbs["reporting"].read(following[0]) if following else None
    return verb is not None and _content(sentence, index + 1) is None
