"""Which words of an Arabic sentence report an event: verbs, event nouns, and phrases of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventgraph.extract.events.arabic_lexicon import Finite, Lexicon, grammar
from eventgraph.extract.events.arabic_phrases import adjacent_words, completed_verb, prepositions
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.languages.ar.tokens import Split
from eventgraph.names import fold
from eventgraph.ontology import EventWord as Entry

# Prepositions in form that a verb may follow.
_VERB_BEFORE = frozenset(("قبل", "بعد", "حتي", "سوي"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event trigger in a sentence.

    Attributes:
        entry: The word of the ontology.
        start: Index of its first word.
        end: Index after its last adjacent word.
        verb: The finite verb, none for a noun.
        split: Clitics of the first word.
        parts: Indexes of all words of a phrase, adjacent or not.
    """

    entry: Entry
    start: int
    end: int
    verb: Finite | None
    split: Split
    parts: tuple[int, ...]

    @property
    def key(self) -> str:
        """Dictionary form, folded: past forms for verbs."""
        return " ".join(fold(word.split("/")[0]) for word in self.entry.words if word[0] != "<")

    @property
    def is_verb(self) -> bool:
        """Whether it is a finite verb."""
        return self.verb is not None


def find_triggers(sentence: Sentence, lexicon: Lexicon) -> list[Trigger]:
    """The triggers of a sentence in text order; of two that overlap the longer, then the first."""
    found: list[Trigger] = []
    taken: set[int] = set()
    for index in range(len(sentence.words)):
        if index in taken or not _may_trigger(sentence, index):
            continue
        trigger = _best(sentence, index, lexicon, found[-1] if found else None)
        if trigger is not None:
            found.append(trigger)
            taken.update(_own_parts(sentence, trigger, lexicon))
    return found


def _own_parts(sentence: Sentence, trigger: Trigger, lexicon: Lexicon) -> Iterator[int]:
    """Words of a phrase but for an event noun of another type: "تبنت الهجوم"."""
    for part in trigger.parts:
        entries = [e for s in sentence.words[part].splits for e in lexicon.nouns.get(s.stem, ())]
        if part == trigger.start or not any(_is_other(entry, trigger) for entry in entries):
            yield part


def _is_other(entry: Entry, trigger: Trigger) -> bool:
    return len(entry.words) == 1 and entry.type != trigger.entry.type


def _may_trigger(sentence: Sentence, index: int) -> bool:
    """Names and dates are no events: "Seoul" is not a flood, "Friday dawn" not a bombing."""
    name = sentence.name(index)
    named = name is not None and name.level == "name"
    return sentence.words[index].is_word and not named and sentence.dates[index] is None


def _best(
    sentence: Sentence, index: int, lexicon: Lexicon, previous: Trigger | None
) -> Trigger | None:
    verbs = list(_verbs(sentence, index, lexicon))
    nouns = list(_nouns(sentence, index, lexicon))
    if verbs and nouns and len(verbs[0].parts) == len(nouns[0].parts):
        joined = previous is not None and not previous.is_verb and previous.end == index
        return nouns[0] if joined or reads_as_noun(sentence, index) else verbs[0]
    both = sorted(verbs + nouns, key=lambda trigger: -len(trigger.parts))
    return both[0] if both else None


def _verbs(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Trigger]:
    for finite in lexicon.verbs.readings(sentence.words[index]):
        if not _verbal_place(sentence, index, finite):
            continue
        for entry in lexicon.verb_entries[finite.key]:
            parts = completed_verb(sentence, index, entry)
            if parts:
                end = _adjacent(parts)
                yield Trigger(entry, index, end, finite, finite.split, parts)
                break


def _verbal_place(sentence: Sentence, index: int, finite: Finite) -> bool:
    """Whether a verb can stand here: not after a preposition; a jussive only after لم."""
    word, exclusions = sentence.words[index], grammar().data["exclusions"]
    if word.folded in grammar().words["exclusions.verbs"] or word.text in exclusions["written"]:
        return False
    before = sentence.at(index - 1)
    if finite.form.aspect == "jussive":
        return before.endswith("لم")
    return before not in prepositions() or before in _VERB_BEFORE


def _nouns(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Trigger]:
    for split in sentence.words[index].splits:
        if split.future or (split.pronoun and split.article):
            continue
        for entry in lexicon.nouns.get(split.stem, ()):
            parts = adjacent_words(sentence, index, entry)
            if parts and not _excluded(sentence, index, entry):
                yield Trigger(entry, index, parts[-1] + 1, None, split, parts)
                break


def _adjacent(parts: tuple[int, ...]) -> int:
    """Index after the last of the parts that follow the first without a gap."""
    end = parts[0] + 1
    while end in parts:
        end += 1
    return end


def _excluded(sentence: Sentence, index: int, entry: Entry) -> bool:
    """Whether the words around a noun make it something else: "war crimes", "world war"."""
    exclusions = grammar().data["exclusions"]
    noun = entry.words[0]
    after = {fold(word) for word in exclusions["after"].get(noun, ())}
    before = {fold(word) for word in exclusions["before"].get(noun, ())}
    follower, leader = sentence.at(index + 1), sentence.words[index - 1] if index else None
    if follower.removeprefix("ال") in after or follower in after:
        return True
    return leader is not None and any(split.stem in before for split in leader.splits)


def reads_as_noun(sentence: Sentence, index: int) -> bool:
    """Whether a word that may be verb or verbal noun ("قتل") is the noun, by what precedes it."""
    words, verbs = grammar().words, grammar().verbs
    before = index - 1
    if before < 0 or not sentence.words[before].is_word:
        return False
    previous = sentence.words[before]
    if previous.folded in prepositions() or previous.folded in words["status.negation"] - {
        "لم",
        "لا",
        "ما",
        "لن",
    }:
        return True
    if any(split.stem in words["light.transparent"] for split in previous.splits):
        return True
    return any(verbs[name].read(previous) for name in ("doing", "happening", "receiving"))
