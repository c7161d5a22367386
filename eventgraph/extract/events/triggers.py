"""Event triggers in an English sentence: verbs, nominals, light verbs and fixed phrases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eventgraph.extract.events.entities import Entities
from eventgraph.extract.events.syntax import is_passive, is_verb, kids, lemma, words
from eventgraph.ontology import EventWord, Ontology

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
        echo: The event noun that a verb repeats: "struck" in "an earthquake struck".
    """

    token: Token
    first: int
    last: int
    lemma: str
    type: str
    word: EventWord | None = None
    carrier: Token | None = None
    echo: Token | None = None

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
        self.forms = {form for token in sentence for form in (lemma(token), token.lower_)}

    def add(self, trigger: Trigger, tokens: tuple[Token, ...]) -> None:
        """Keep a trigger; a noun after a preposition away from it may still be one itself."""
        self.found[trigger.token.i] = trigger
        inside = range(trigger.first, trigger.last + 1)
        self.taken.update(t.i for t in tokens if t.i in inside or t.dep_ != "pobj")

    def phrases(self) -> None:
        for token in self.sentence:
            if token.i in self.taken:
                continue
            for pos in ("verb_phrase",) if is_verb(token) else ("noun_phrase",):
                for word in self.ontology.phrases("en", lemma(token), pos):
                    if matched := self._match(token, word):
                        self.add(_phrase_trigger(matched, word), matched)
                        break

    def _match(self, token: Token, word: EventWord) -> tuple[Token, ...]:
        if not self.forms.issuperset(word.literals):
            return ()
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
        """Whether a noun stands for itself: not inside a name or date, not a mere modifier."""
        if self.entities.named_at(token) or (token.pos_ == "PROPN" and token.ent_type_ == "DATE"):
            return False
        return token.dep_ not in ("compound", "nmod", "npadvmod")

    def verbs(self) -> None:
        for token in self.sentence:
            if token.i in self.taken:
                continue
            pos = {"VERB": "verb", "ADJ": "adjective"}.get(token.pos_)
            word = self._find(token, pos) if pos else None
            if word and (pos == "adjective" or _happens(token)):
                text = " ".join(word.words)
                self.add(Trigger(token, token.i, token.i, text, word.type, word), (token,))
            elif pos == "verb" and not word and _happens(token) and _tells(token):
                self.add(Trigger(token, token.i, token.i, lemma(token), "other"), (token,))

    def _find(self, token: Token, pos: str) -> EventWord | None:
        """The ontology's entry of a verb, also where the lemmatiser does not know the verb."""
        forms = (lemma(token), *_stems(token.lower_))
        return next((w for form in forms if (w := self.ontology.find("en", form, pos))), None)

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
            if (
                held
                and trigger.token.dep_ == "nsubj"
                and words().has("verbs.impact", lemma(carrier))
            ):
                alike = replace(
                    held,
                    type=trigger.type,
                    lemma=trigger.lemma,
                    word=trigger.word,
                    echo=trigger.token,
                )
                self.found[carrier.i] = alike
            elif held and (held.word is None or _empty(carrier)):
                del self.found[carrier.i]

    def figures(self) -> None:
        """A ceasefire that collapses is no accident, a bomb that explodes and an attack claimed are more."""
        for index, trigger in self.found.items():
            claimed = kids(trigger.token, "dobj", "nsubjpass") if trigger.lemma == "claim" else ()
            if any(child.i in self.found for child in claimed) and not trigger.nominal:
                self.found[index] = replace(trigger, type="claim")
            below = kids(trigger.token, "nsubj")
            if trigger.type != "accident" or trigger.nominal:
                continue
            if any(child.i in self.found for child in below):
                self.found[index] = replace(trigger, type="other", word=None)
            elif any(words().has("nouns.weapons", lemma(child)) for child in below):
                self.found[index] = replace(trigger, type="attack")


def find_triggers(sentence: Span, ontology: Ontology, entities: Entities) -> list[Trigger]:
    """The triggers of a sentence in text order; no token belongs to two."""
    finder = _Finder(sentence, ontology, entities)
    finder.phrases()
    finder.nouns()
    finder.verbs()
    finder.carriers()
    finder.figures()
    return [finder.found[index] for index in sorted(finder.found)]


def _stems(word: str) -> tuple[str, ...]:
    """What a regular form may be of: "strafed" of "straf" or "strafe"."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)], word[: -len(ending)] + "e"
    return ()


def _empty(verb: Token) -> bool:
    """Whether a carrier tells of nothing beside its noun although the ontology knows the verb."""
    return words().has("verbs.aspectual", lemma(verb)) or words().has("verbs.light", lemma(verb))


def _happens(verb: Token) -> bool:
    """Whether a verb tells of a happening: no auxiliary, no modifier, no "the injured"."""
    if verb.dep_ in ("aux", "auxpass", "amod", "compound") or kids(verb, "det"):
        return False
    if (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and lemma(verb) in ("schedule", "plan", "hold", "set")
    ):
        return False
    dependent = verb.dep_ in ("acl", "advcl") and not kids(verb, "nsubj")
    return not (dependent and verb.tag_ == "VBG" and lemma(verb) in ("target", "follow", "include"))


def _tells(verb: Token) -> bool:
    """Whether a verb of no type tells of something: no state, no rhetoric, no order to the reader."""
    if not verb.is_alpha or len(verb) < 3:
        return False
    if words().has("verbs.stative", lemma(verb)) or words().has("verbs.rhetorical", lemma(verb)):
        return False
    if words().has("verbs.implicative", lemma(verb)) and _infinitive(verb):
        return False
    if verb.dep_ == "xcomp" and words().has("verbs.aspectual", lemma(verb)):
        return bool(kids(verb, "dobj"))
    order = (
        verb.dep_ == "ROOT" and verb.tag_ == "VB" and not kids(verb, "nsubj", "nsubjpass", "aux")
    )
    return not order


def _infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for below in kids(verb, "xcomp") for child in below.children)


def _carrier(noun: Token) -> Token | None:
    """The verb that only carries an event noun: its light verb, its phase or its impact."""
    while noun.dep_ == "conj" and noun.head.pos_ in _NOMINAL:
        noun = noun.head
    verb = noun.head
    if noun.dep_ == "pobj" and lemma(verb.head) in ("engage", "take", "participate"):
        verb = verb.head
    return verb if is_verb(verb) and _carries(noun, verb) else None


def _carries(noun: Token, verb: Token) -> bool:
    has, name = words().has, lemma(verb)
    if noun.dep_ != "nsubj" and has("verbs.light", name):
        return noun.dep_ in ("dobj", "nsubjpass", "pobj", "npadvmod", "oprd")
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if noun.dep_ == "nsubjpass" and name in ("plan", "schedule", "set", "expect"):
        return True
    if has("verbs.aspectual", name) and not kids(verb, "dobj"):
        return True
    if lemma(noun) == "toll" and has("verbs.growing", name):
        return True
    takes_place = name == "take" and any(lemma(child) == "place" for child in verb.children)
    return noun.dep_ == "nsubj" and (takes_place or has("verbs.impact", name))


def _adjacent(token: Token, word: EventWord) -> tuple[Token, ...]:
    """The tokens of a phrase whose words stand next to each other."""
    doc = token.doc
    piece = tuple(doc[token.i : token.i + len(word.words)])
    nominal = len(piece) == len(word.words) and piece[-1].pos_ in _NOMINAL
    if nominal and all(
        want in (lemma(t), t.lower_) for t, want in zip(piece, word.words, strict=True)
    ):
        return piece
    return ()


def _dependent(token: Token, word: EventWord, entities: Entities) -> tuple[Token, ...]:
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
        hit = next(
            (t for t in below if t not in matched and _fits(t, want, entities, matched[1:])), None
        )
        if hit is None:
            return ()
        matched.append(hit)
    return tuple(matched)


def _fits(token: Token, want: str, entities: Entities, matched: Sequence[Token]) -> bool:
    """Whether a token is the next word of a phrase, or the object that a placeholder asks for."""
    if want == "<subject>":
        return token.dep_ == "nsubjpass" and entities.at(token) is not None
    if want.startswith("<"):
        inside = (
            [token, *kids(token, "compound", "poss", "appos")] if want == "<entity>" else [token]
        )
        type_ = next((found for part in inside if (found := entities.type_at(part))), None)
        if type_ is None and words().has("nouns.locations", lemma(token)):
            type_ = "place"
        placed = token.dep_ in ("dobj", "nsubjpass") or token.head in matched
        return type_ is not None and placed and want in ("<entity>", f"<{type_}>")
    return want in (lemma(token), token.lower_)


def _phrase_trigger(matched: tuple[Token, ...], word: EventWord) -> Trigger:
    """The trigger of a fixed phrase: its adjacent words; its head is the highest of them."""
    inner = {token.i for token in matched}
    named = [
        token for token, want in zip(matched, word.words, strict=True) if not want.startswith("<")
    ]
    head = next(
        (token for token in matched if token.head.i not in inner or token.head == token), matched[0]
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
