"""Arabic names: the trained tagger's or the rules' proposals, corrected by what is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eventgraph.extract.names.arabic.boundaries import corrected
from eventgraph.extract.names.arabic.gazetteer import known_names
from eventgraph.extract.names.arabic.rules import rule_names
from eventgraph.extract.names.arabic.titles import beside
from eventgraph.extract.names.candidates import Candidate, choose
from eventgraph.extract.names.cased.reader import Found
from eventgraph.extract.names.propagation import propagate
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.tagging.bio import TYPES
from eventgraph.extract.names.tagging.crf import NameTagger, name_tagger
from eventgraph.extract.names.vocabulary import vocabulary
from eventgraph.extract.names.words import blank_words
from eventgraph.languages import language
from eventgraph.languages.ar.clitics import ARTICLE, forms, stripped
from eventgraph.names import fold

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage
    from eventgraph.knowledge import Knowledge

_LONGEST = 40  # words; a longer stretch that the tagger takes for one name is a list, or hostile


def read_arabic(passages: Sequence[Passage], knowledge: Knowledge, code: str) -> Found:
    """The words of an Arabic article and the names among them, in text order.

    Args:
        passages: Of the article.
        knowledge: What is known beforehand.
        code: Whose vocabulary and tagger are used.
    """
    reading = Reading.of(blank_words(passages), knowledge, vocabulary(code))
    tagger = name_tagger(language(code).package)
    found = _tagged(reading, tagger) if tagger else choose(rule_names(reading))
    names = propagate(reading, _completed(reading, found, trusted=tagger is not None))
    return reading, [beside(reading, headed(reading, bare(reading, name))) for name in names]


def _tagged(reading: Reading, tagger: NameTagger) -> list[Candidate]:
    chunks = tagger.chunks(reading)
    seen = (
        Candidate(chunk.start, chunk.end, TYPES[chunk.label], rank=1)
        for chunk in chunks
        if chunk.end - chunk.start <= _LONGEST
    )
    return choose(piece for candidate in seen for piece in corrected(reading, candidate))


def _completed(reading: Reading, found: Sequence[Candidate], *, trusted: bool) -> list[Candidate]:
    """The names with their known entries, and the known names that were overlooked.

    A trained tagger has seen the words around; of what it left out only safe names are added.
    """
    known = {(c.start, c.end): c for c in known_names(reading)}
    strong = [c for c in known.values() if not trusted or _is_full_name(c)]
    entries = [_with_entries(c, known.get((c.start, c.end))) for c in _apart(found, strong)]
    rest = [c for c in known.values() if c not in strong and _is_safe(reading, c)]
    return choose((*strong, *entries, *_apart(rest, [*strong, *entries])))


def _apart(candidates: Sequence[Candidate], others: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that share no word with the others."""
    taken = {index for other in others for index in range(other.start, other.end)}
    return [c for c in candidates if taken.isdisjoint(range(c.start, c.end))]


def _is_full_name(candidate: Candidate) -> bool:
    """Whether a known person is named in full: then the tagger cannot know better."""
    return candidate.type == "person" and candidate.length > 1 and candidate.sure


def _is_safe(reading: Reading, candidate: Candidate) -> bool:
    """Whether a known name that the tagger left out is one all the same."""
    entry = reading.knowledge.entry(candidate.ids[0])
    if candidate.type == "place":
        return entry.kind in {"country", "capital"} and candidate.sure
    whole = reading.keys[candidate.start] == fold(candidate.name or "")
    return candidate.sure and (whole or candidate.length > 1 or _has_article(candidate))


def _has_article(candidate: Candidate) -> bool:
    """Whether a name is one with its article, which proclitics are safely told from."""
    return (candidate.name or "").startswith(ARTICLE)


def _with_entries(candidate: Candidate, known: Candidate | None) -> Candidate:
    """The candidate, sure of type and name where the knowledge base knows just these words."""
    if known is None or not known.sure:
        return candidate
    return replace(known, rank=1)


def bare(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate with a name that its first word's proclitics are cut from, where it has any."""
    if candidate.name is not None:
        return candidate
    text = reading.text(candidate.start, candidate.end)
    return replace(candidate, name=_without_clitics(reading, text, candidate.start))


def headed(reading: Reading, candidate: Candidate) -> Candidate:
    """A place named with the word before it where the two are known as one: a province, not its capital."""
    if candidate.type != "place" or not candidate.start:
        return candidate
    name = fold(candidate.name or reading.text(candidate.start, candidate.end))
    for form in forms(reading.keys[candidate.start - 1]):
        for entry in reading.knowledge.find(f"{form.rest} {name}"):
            if entry.type == "place":
                called = entry.name(reading.vocabulary.language)
                return replace(candidate, name=called, ids=(entry.id,), sure=True)
    return candidate


def _without_clitics(reading: Reading, text: str, at: int) -> str:
    """A name without proclitics, when what is left is better known than the whole."""
    knowledge, key = reading.knowledge, reading.keys[at]
    if knowledge.find(key) or knowledge.name_class(key):
        return text
    cut = [form for form in forms(key) if form.clitics]
    known = (f for f in cut if knowledge.find(f.rest) or knowledge.name_class(f.rest))
    certain = (f for f in cut if f.rest.startswith(ARTICLE) and len(f.rest) > 4)
    form = next(known, None) or next(certain, None)
    return stripped(text, form) if form else text
