"""Event triggers in an English sentence: verbs, nominals, light verbs and fixed phrases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eventgraph.extract.events.entities import Entities
from eventgraph.extract.events.syntax import is_passive, is_verb, kids, lemma, words
from eventgraph.ontology import Ontology, Word

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOMINAL = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that report an event.

    Attributes:
        token: The head, whose grammar gives roles, status and date.
        first: Index of the first token of the trigger in its doc.
        last: Index of the last token.
        lemma: Dictionary form; the words of a fixed phrase joined.
        type: Event type.
        word: The ontology's entry, none for an untyped event.
        carrier: A verb that adds nothing but grammar: "carried out strikes", "the war began".
    """

    token: Token
    first: int
    last: int
    lemma: str
    type: str
    word: Word | None = None
    carrier: Token | None = None

    @property
    def nominal(self) -> bool:
        """Whether the trigger is a noun."""
        return self.token.pos_ in _NOMINAL

    @property
    def clause(self) -> Token:
        """The token whose subject, objects and auxiliaries are those of the event."""
        return self.carrier or self.token


class _Finder:
    """The triggers of one sentence; a token that belongs to one is taken."""

    def __init__(self, sentence: Span, ontology: Ontology, entities: Entities) -> None:
        self.sentence = sentence
        self.ontology = ontology
        self.entities = entities
        self.found: dict[int, Trigger] = {}
        self.taken: set[int] = set()

    def add(self, trigger: Trigger, tokens: tuple[Token, ...]) -> None:
        self.found[trigger.token.i] = trigger
        self.taken.update(token.i for token in tokens)

    def phrases(self) -> None:
        for token in self.sentence:
            if token.i in self.taken:
                continue
            for pos in ("verb_phrase",) if is_verb(token) else ("noun_phrase",):
                for word in self.ontology.phrases("en", lemma(token), pos):
                    if matched := self._match(token, word):
                        self.add(_phrase_trigger(matched, word), matched)
                        break

    def _match(self, token: Token, word: Word) -> tuple[Token, ...]:
        if word.pos == "noun_phrase" and not any(part.startswith("<") for part in word.words):
            return _adjacent(token, word)
        return _dependent(token, word, self.entities)

    def nouns(self) -> None:
        for token in self.sentence:
            if token.i in self.taken or token.pos_ not in _NOMINAL or not self._free(token):
                continue
            word = self.ontology.find("en", lemma(token), "noun")
            if word is None and not words().has("nominals.events", lemma(token)):
                continue
            type_ = word.type if word else "other"
            self.add(Trigger(token, token.i, token.i, lemma(token), type_, word), (token,))

    def _free(self, token: Token) -> bool:
        """Whether a noun stands for itself: not inside a name, not a mere modifier of another noun."""
        if self.entities.named_at(token):
            return False
        return token.dep_ not in ("compound", "nmod", "npadvmod")

    def verbs(self) -> None:
        for token in self.sentence:
            if (
                token.i in self.taken
                or token.pos_ != "VERB"
                or token.dep_ in ("aux", "auxpass", "amod", "compound")
            ):
                continue
            word = self.ontology.find("en", lemma(token), "verb")
            if word is None and words().has("verbs.stative", lemma(token)):
                continue
            type_ = word.type if word else "other"
            if word is None and words().has("verbs.reporting", lemma(token)):
                type_ = "statement"
            self.add(Trigger(token, token.i, token.i, lemma(token), type_, word), (token,))

    def carriers(self) -> None:
        """Light and aspectual verbs lend their grammar to a noun and are no events themselves."""
        for index in sorted(self.found):
            trigger = self.found.get(index)
            if trigger is None or not trigger.nominal:
                continue
            carrier = _carrier(trigger.token)
            if carrier is None:
                continue
            self.found[index] = replace(trigger, carrier=carrier)
            held = self.found.get(carrier.i)
            if held is not None and held.word is None:
                del self.found[carrier.i]


def find_triggers(sentence: Span, ontology: Ontology, entities: Entities) -> list[Trigger]:
    """The triggers of a sentence in text order; no token belongs to two."""
    finder = _Finder(sentence, ontology, entities)
    finder.phrases()
    finder.nouns()
    finder.verbs()
    finder.carriers()
    return [finder.found[index] for index in sorted(finder.found)]


def _carrier(noun: Token) -> Token | None:
    """The verb that only carries an event noun: its light verb or its phase."""
    verb = noun.head
    if (
        noun.dep_ == "pobj"
        and verb.dep_ == "prep"
        and lemma(verb.head) in ("engage", "take", "participate")
    ):
        verb = verb.head
    if not is_verb(verb):
        return None
    if noun.dep_ in ("dobj", "nsubjpass", "pobj") and words().has("verbs.light", lemma(verb)):
        return verb
    if (
        noun.dep_ in ("nsubj", "nsubjpass")
        and words().has("verbs.aspectual", lemma(verb))
        and not kids(verb, "dobj")
    ):
        return verb
    if (
        noun.dep_ == "nsubj"
        and lemma(verb) == "take"
        and any(lemma(child) == "place" for child in verb.children)
    ):
        return verb
    return None


def _adjacent(token: Token, word: Word) -> tuple[Token, ...]:
    """The tokens of a phrase whose words stand next to each other."""
    doc = token.doc
    piece = tuple(doc[token.i : token.i + len(word.words)])
    if len(piece) == len(word.words) and all(
        want in (lemma(t), t.lower_) for t, want in zip(piece, word.words, strict=True)
    ):
        return piece
    return ()


def _dependent(token: Token, word: Word, entities: Entities) -> tuple[Token, ...]:
    """The tokens of a phrase whose other words depend on the first, at most two steps down."""
    if len(word.words) == 1:
        return (token,)
    below = [
        child for child in token.children if child.dep_ not in ("nsubj", "ccomp", "advcl", "conj")
    ]
    if token.pos_ != "NOUN" and not is_passive(token):
        below = [child for child in below if child.dep_ != "nsubjpass"]
    below += [
        grand
        for child in below
        for grand in child.children
        if grand.dep_ in ("pobj", "prt", "prep", "pcomp", "compound")
    ]
    matched = [token]
    for want in word.words[1:]:
        hit = next((t for t in below if t not in matched and _fits(t, want, entities)), None)
        if hit is None:
            return ()
        matched.append(hit)
    return tuple(matched)


def _fits(token: Token, want: str, entities: Entities) -> bool:
    if want.startswith("<"):
        type_ = entities.type_at(token)
        return (
            type_ is not None
            and token.dep_ in ("dobj", "nsubjpass", "pobj")
            and want in ("<entity>", f"<{type_}>")
        )
    return want in (lemma(token), token.lower_)


def _phrase_trigger(matched: tuple[Token, ...], word: Word) -> Trigger:
    """The trigger of a fixed phrase: its adjacent words; its head is the highest of them."""
    inner = {token.i for token in matched}
    named = [
        token for token, want in zip(matched, word.words, strict=True) if not want.startswith("<")
    ]
    head = next(
        (token for token in matched if token.head.i not in inner or token.head is token), matched[0]
    )
    run = _run(head, {token.i for token in named})
    text = " ".join(want for want in word.words if not want.startswith("<"))
    return Trigger(
        head, run[0], run[-1], text if word.pos == "verb_phrase" else lemma(head), word.type, word
    )


def _run(head: Token, indices: set[int]) -> list[int]:
    """The unbroken run of indices around the head."""
    first = last = head.i
    while first - 1 in indices:
        first -= 1
    while last + 1 in indices:
        last += 1
    return [first, last]
