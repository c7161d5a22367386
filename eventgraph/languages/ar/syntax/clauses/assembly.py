"""Clauses of a sentence: which predicate every phrase and date belongs to, what governs what."""

from __future__ import annotations

from eventgraph.languages.ar.syntax.clauses.antecedents import agrees, antecedent
from eventgraph.languages.ar.syntax.clauses.drafts import Draft
from eventgraph.languages.ar.syntax.clauses.openers import Openers
from eventgraph.languages.ar.syntax.clauses.state import Opener
from eventgraph.languages.ar.syntax.phrases.chunks import Chunk
from eventgraph.model import Tense


class Assembler(Openers):
    """Makes the drafts of one sentence from its chunks."""

    def run(self) -> list[Draft]:
        """The drafts in the order of their predicates."""
        for place, chunk in enumerate(self.chunks):
            getattr(self, f"_{chunk.kind}")(place, chunk)
            if chunk.kind not in ("comma", "open", "close"):
                self.closes = False
        self._flush_topic()
        return sorted(self.drafts, key=lambda draft: draft.index)

    # Verbs.

    def _verb(self, place: int, chunk: Chunk) -> None:
        assert chunk.tag.form is not None  # noqa: S101 - a verb's tag has its form
        draft = Draft(
            chunk.index, chunk.tag.lemma, "finite", chunk.tag, negated=chunk.negated, last=chunk.end
        )
        draft.auxiliaries, draft.adverbs = chunk.auxiliaries, chunk.adverbs
        draft.quoted, draft.question = self.quoted > 0, self.asks
        draft.tense = _tense(draft)
        carried = self._carrier(draft, chunk, place)
        if carried is not None:
            self._carry(draft, carried)
        elif self.opener is not None:
            self._open_clause(draft, self.opener)
        elif chunk.tag.split.preposition and self.top is not None:
            draft.governor, draft.link, draft.marker = self.top, "purpose", "ل"
        elif chunk.tag.conjoined or (place and self.chunks[place - 1].kind == "coordinator"):
            self._coordinate(draft, place)
        elif (event := self._told_of(draft, place)) is not None:
            draft.topic = None
            self._main(draft)
            draft.topic, draft.antecedent, draft.link = None, event.noun, "relative"
            draft.governor = event
            self.unhung = []
        elif self.topic is not None or self.top is None:
            self._main(draft)
        else:
            self._bare_verb(draft, place)
        self._enter(draft)

    def _told_of(self, draft: Draft, place: int) -> Draft | None:
        """The indefinite event right before a verb of a headline: "قتلى في زلزال قوي يضرب تركيا"."""
        event = self.recent[-1] if self.recent and self.topic is not None else None
        noun = event.noun if event is not None else None
        form = draft.tag.form
        if event is None or noun is None or form is None or noun.determiner != "indefinite":
            return None
        near = noun.end == self.chunks[place - 1].end and self.chunks[place - 1].preposition != ""
        fits = agrees(noun, feminine=form.feminine, plural=form.number == "p")
        return event if near and fits and self.lexicon.is_impact(draft.lemma) else None

    def _carrier(self, draft: Draft, chunk: Chunk, place: int) -> Draft | None:
        """The auxiliary that carries a verb: "كان … يقصف", "عاد ليقتل"."""
        below = [
            d
            for d in self.frames
            if d.form == "finite" and d.tag.verb is not None and d.tag.verb.auxiliary
        ]
        split = chunk.tag.split
        if not below or self.opener is not None or split.conjunction or split.preposition:
            return None
        if self._after_comma(place) and not self.closes:
            return None
        top = below[-1]
        if any(d.link != "relative" for d in self.frames[self.frames.index(top) + 1 :]):
            return None
        form = draft.tag.form
        present = form is not None and form.aspect != "past"
        perfect = top.lemma == "كان" and top.tense != "past"  # "أن يكون هاجم"
        if present or perfect or "قد" in draft.auxiliaries:
            return top
        return None

    def _carry(self, draft: Draft, carrier: Draft) -> None:
        """The auxiliary gives its place and its subject to the verb."""
        for name in ("governor", "link", "marker", "antecedent", "barrier", "suffix"):
            setattr(draft, name, getattr(carrier, name))
        draft.auxiliaries = [*carrier.auxiliaries, carrier.lemma, *draft.auxiliaries]
        lasts = carrier.lemma in ("زال", "برح")  # "لا يزال" is no negation
        draft.negated = draft.negated or (carrier.negated and not lasts)
        draft.topic = carrier.topic or (carrier.groups[0] if carrier.groups else None)
        draft.obliques, draft.dates = carrier.obliques, carrier.dates
        draft.adverbs = [*carrier.adverbs, *draft.adverbs]
        if carrier.tense == "past" and draft.tense == "present":
            draft.tense = "past"
        for other in self.drafts:
            if other.governor is carrier:
                other.governor = draft
        self.drafts.remove(carrier)
        del self.frames[self.frames.index(carrier) :]

    def _open_clause(self, draft: Draft, opener: Opener) -> None:
        draft.link, draft.marker, draft.governor = opener.link, opener.marker, opener.governor
        draft.antecedent, draft.barrier, draft.suffix = (
            opener.antecedent,
            opener.barrier,
            opener.suffix,
        )
        draft.topic = self.topic
        if opener.aside:
            self._say_before(draft)
        elif opener.governor is None and opener.link not in ("main", "speech", "coordinate"):
            self.orphans.append(draft)

    def _say_before(self, draft: Draft) -> None:
        """The clauses before are what this one says: "…, حسبما قال"."""
        draft.link, draft.governor = "main", None
        roots = [d for d in self.drafts if d.link == "main" and d.governor is None]
        for root in roots[-1:]:
            root.governor, root.link = draft, "speech"

    def _coordinate(self, draft: Draft, place: int) -> None:
        top = self.top
        draft.topic = self.topic
        if top is None or self.orphans:
            return self._main(draft)
        if self._after_comma(place):
            while len(self.frames) > 1 and self.frames[-1].link in (
                "relative",
                "time",
                "manner",
                "concession",
            ):
                self.frames.pop()
            top = self.frames[-1]
        draft.governor, draft.link = top, "coordinate"
        draft.marker = draft.tag.split.conjunction
        draft.barrier = top.barrier
        self.frames.pop()
        return None

    def _main(self, draft: Draft) -> None:
        draft.topic = self.topic
        for orphan in self.orphans:
            orphan.governor = draft
        self.orphans = []
        self.frames = []

    def _bare_verb(self, draft: Draft, place: int) -> None:
        """A verb without a word before it that says how it hangs: relative to an indefinite noun, or anew."""
        top = self.top
        assert top is not None  # noqa: S101 - its caller looks
        if self._after_comma(place) and not self.closes:
            draft.governor, draft.link, draft.barrier = top, "coordinate", True
            return
        found = antecedent(draft, self._nouns(place))
        if found is not None:
            draft.governor, draft.link, draft.antecedent = self._holder(found), "relative", found
        else:
            draft.governor, draft.link = top, "manner"

    def _enter(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.frames.append(draft)
        for nominal in self.unhung:
            if nominal.governor is None:
                nominal.governor, nominal.link = draft, "argument"
        self.unhung = []
        self.topic, self.opener = None, None
        self.recent = [draft]
        self.aside = False
        loose, self.loose = self.loose, []
        for chunk in loose:
            if draft.antecedent is None or draft.antecedent not in chunk.nouns:
                self._attach(chunk, draft)

    # Words that open clauses.

    # Signs.

    # Phrases.

    def _pronoun(self, _place: int, chunk: Chunk) -> None:
        if chunk.preposition and self.top is not None:
            self.top.resumed = True
            self.top.pronouns.append((chunk.preposition, chunk.tag.split.pronoun, chunk.index))
            self.top.last = chunk.end

    def _date(self, _place: int, chunk: Chunk) -> None:
        if self.recent and self.opener is None:
            self._attach(chunk, self.recent[-1])
        else:
            self.loose.append(chunk)

    def _phrase(self, place: int, chunk: Chunk) -> None:
        if self.opener is not None and not chunk.preposition:
            self.topic = chunk.nouns
            self._nominals(chunk, None)
        elif chunk.preposition:
            self._prepositional(chunk)
        elif self._is_predicate(chunk):
            self._participle(chunk)
        elif self.top is None:
            self._open_topic(place, chunk)
        elif self._is_apposition(place):
            self.aside = True
            self._nominals(chunk, None, hang=False)
        else:
            self._bare(place, chunk)

    def _open_topic(self, place: int, chunk: Chunk) -> None:
        if self.topic is not None and self._after_comma(place) and not self.closes:
            self.aside = True
            self._nominals(chunk, None, hang=False)
            return
        masdar = self._of_masdar(place)
        if masdar is not None:
            masdar.groups.append(chunk.nouns)
            return
        self._flush_topic()
        self.topic = chunk.nouns
        self._nominals(chunk, None)

    def _is_apposition(self, place: int) -> bool:
        """Whether a phrase renames the one before the comma."""
        before = self._before(place, 2)
        return (
            self._after_comma(place)
            and not self.closes
            and before is not None
            and before.kind == "phrase"
        )

    def _bare(self, place: int, chunk: Chunk) -> None:
        masdar = self._of_masdar(place)
        if masdar is not None:
            masdar.groups.append(chunk.nouns)
            self._nominals(chunk, masdar)
            return
        top = self.top
        assert top is not None  # noqa: S101 - its caller looks
        if self._renames(place, chunk, top):
            self._nominals(chunk, None, hang=False)
            return
        top.groups.append(chunk.nouns)
        top.last = max(top.last, chunk.end)
        self._nominals(chunk, top)

    def _renames(self, place: int, chunk: Chunk, top: Draft) -> bool:
        """Whether an office right behind the name of a speaker is the speaker's own."""
        before, noun = self._before(place), chunk.nouns[0]
        if before is None or before.kind != "phrase" or not self.lexicon.is_telling(top.lemma):
            return False
        named = before.nouns[-1].mention is not None and before.nouns[-1].sort == "person"
        return (
            named
            and noun.sort == "people"
            and noun.mention is None
            and noun.determiner == "definite"
        )

    def _prepositional(self, chunk: Chunk) -> None:
        preposition = chunk.preposition
        if (
            self.lexicon.is_("prepositions.sources", preposition.split(" ")[0])
            or preposition in _SOURCES
        ):
            self._source(chunk)
        elif preposition == "من" and self._is_modal(chunk):
            self._participle(chunk)
        elif self.opener is not None or not self.recent:
            self.loose.append(chunk)
            if not self.recent and self.opener is None:
                self._nominals(chunk, None)
        else:
            self._attach(chunk, self._target(chunk))

    # Participles as predicates.

    def _participle(self, chunk: Chunk) -> None:
        noun = chunk.nouns[0]
        verb, voice = self._participle_of(noun) or (noun.lemma, "passive")
        modal = self._is_modal(chunk)
        draft = Draft(
            noun.head,
            self.lexicon.modal(noun.tag.split.stem) if modal else verb,
            "participle",
            noun.tag,
            last=chunk.end,
        )
        says = self.lexicon.is_speech(verb) and not modal and self.top is not None
        draft.voice = "active" if says or voice == "active" else "passive"
        if says:
            draft.governor, draft.link = self.frames[0], "manner"
        else:
            draft.topic = self.topic
        if self.opener is not None:
            draft.governor, draft.link, draft.marker = (
                self.opener.governor,
                self.opener.link,
                self.opener.marker,
            )
        carrier = self.top
        if (
            carrier is not None
            and carrier.tag.verb is not None
            and carrier.tag.verb.auxiliary
            and modal
        ):
            draft.auxiliaries = [carrier.lemma]
            draft.governor, draft.link = carrier.governor, carrier.link
            self.drafts.remove(carrier)
            self.frames.pop()
        if says:
            self.drafts.append(draft)
            self.recent.append(draft)
        else:
            self._enter(draft)


_SOURCES = frozenset(("بحسب", "حسب", "وفق", "وفقا", "طبقا", "وفقا ل", "طبقا ل", "نقلا عن", "نقلا"))


def _tense(draft: Draft) -> Tense:
    form, particles = draft.tag.form, draft.auxiliaries
    if "س" in particles or "سوف" in particles or "لن" in particles:
        return "future"
    if form is None:
        return "none"
    return "past" if form.aspect == "past" or "لم" in particles else "present"
