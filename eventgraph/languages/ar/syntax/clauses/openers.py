"""Words and signs that open and close clauses."""

from __future__ import annotations

from eventgraph.languages.ar.syntax.clauses.antecedents import of_relative
from eventgraph.languages.ar.syntax.clauses.attachment import Attachment
from eventgraph.languages.ar.syntax.clauses.drafts import Draft
from eventgraph.languages.ar.syntax.clauses.state import LINKS, Opener
from eventgraph.languages.ar.syntax.phrases.chunks import Chunk
from eventgraph.model import Link

_GOING_ON = ("phrase", "date", "verb", "complementizer")
_LOOSE = ("او", "بل", "اما", "ثم")  # they may join phrases, too


class Openers(Attachment):
    """Opens clauses at the words that introduce them, closes them at signs."""

    def _complementizer(self, _place: int, chunk: Chunk) -> None:
        governor = self._speaking(chunk)
        if governor is None and not self.orphans and chunk.preposition == "":
            return  # "إن" at the begin only stresses
        says = governor is not None and self.lexicon.is_speech(governor.lemma)
        link: Link = "speech" if says else LINKS.get(chunk.preposition, "complement")
        suffix = self._suffix(chunk)
        self._flush_topic()
        self.opener = Opener(
            link, chunk.preposition or "ان", governor, barrier=False, suffix=suffix
        )

    def _suffix(self, chunk: Chunk) -> tuple[str, int] | None:
        bare = chunk.tag.lemma.lstrip("وفبل")
        pronoun = bare[2:] if bare[:1] == "ا" else bare[1:]
        return (pronoun, chunk.index) if pronoun else None

    def _speaking(self, chunk: Chunk) -> Draft | None:
        """The predicate whose content "أن" opens."""
        recent = self.recent[-1] if self.recent else None
        near = recent is not None and recent.last >= chunk.index - 2
        if recent is not None and recent.form != "finite" and near:
            return recent
        if chunk.tag.conjoined:
            said = [
                d
                for d in reversed(self.frames)
                if d.link in ("speech", "complement") and d.governor
            ]
            if said:
                return said[0].governor
        if "إ" in self.sentence.words[chunk.index].text:
            speech = [d for d in reversed(self.drafts) if self.lexicon.is_speech(d.lemma)]
            return speech[0] if speech else None
        return self.top or (recent if recent is not None else None)

    def _relative(self, place: int, chunk: Chunk) -> None:
        after_comma = self._after_comma(place)
        direct = self._before(place, 2 if after_comma else 1)
        near = direct is not None and direct.kind == "phrase"
        found = of_relative(chunk.tag.lemma, self._nouns(place), near=near)
        if found is None and chunk.tag.lemma == "ما":
            return
        self.opener = Opener(
            "relative", chunk.tag.lemma, self._holder(found), found, barrier=after_comma
        )

    def _subordinator(self, place: int, chunk: Chunk) -> None:
        barrier = self._after_comma(place)
        link = chunk.tag.link
        following = self.chunks[place + 1] if place + 1 < len(self.chunks) else None
        says = (
            following is not None
            and following.kind == "verb"
            and self.lexicon.is_speech(following.tag.lemma)
        )
        self._flush_topic()
        if link == "asides":
            if (says and not self._tells_on(place)) or chunk.tag.lemma != "كما":
                self.opener = Opener("main", chunk.tag.lemma, None, barrier=barrier, aside=True)
            else:
                self.opener = Opener(
                    "coordinate", chunk.tag.lemma, self.frames[0] if self.frames else None
                )
            return
        self.opener = Opener(
            _link(link), chunk.tag.lemma, self._outer(barrier=barrier), barrier=barrier
        )

    def _tells_on(self, place: int) -> bool:
        """Whether "كما" adds what somebody says further: "that" follows, or the verb is no telling."""
        if not self.lexicon.is_telling(self.chunks[place + 1].tag.lemma):
            return True
        for chunk in self.chunks[place + 2 :]:
            if chunk.kind in ("comma", "stop", "verb"):
                return False
            if chunk.kind == "complementizer":
                return True
        return False

    def _outer(self, *, barrier: bool) -> Draft | None:
        """The clause that a subordinate one hangs on: the innermost, behind a comma that no relative holds open."""
        frames = [d for d in self.frames if not barrier or d.link != "relative"] or self.frames
        return frames[-1] if frames else None

    def _coordinator(self, _place: int, chunk: Chunk) -> None:
        self._flush_topic()
        if chunk.tag.lemma not in _LOOSE:
            self.opener = Opener(
                "coordinate", chunk.tag.lemma, self.frames[0] if self.frames else None
            )

    def _result(self, place: int, chunk: Chunk) -> None:
        """What follows from the clause before: "ما أدى إلى"."""
        self._flush_topic()
        self.opener = Opener(
            "manner", chunk.tag.lemma, self._outer(barrier=True), barrier=self._after_comma(place)
        )

    def _comma(self, place: int, _chunk: Chunk) -> None:
        self.closes = False
        if self.aside:
            self.aside, self.closes = False, True
        elif len(self.frames) > 1 and self.frames[-1].barrier and self._goes_on(place):
            self.frames.pop()
            self.recent = [
                d
                for d in self.drafts
                if d is self.top or (d.form == "nominal" and d.governor is self.top)
            ]
            self.closes = True

    def _goes_on(self, place: int) -> bool:
        """Whether what follows a comma is no clause of its own."""
        following = self.chunks[place + 1] if place + 1 < len(self.chunks) else None
        return following is not None and following.kind in _GOING_ON

    def _stop(self, _place: int, chunk: Chunk) -> None:
        top = self.top
        if chunk.tag.lemma == ":" and top is not None and self.lexicon.is_speech(top.lemma):
            self.opener = Opener("speech", ":", top)
            return
        self._flush_topic()
        self.frames, self.recent, self.opener, self.aside = [], [], None, False

    def _open(self, place: int, chunk: Chunk) -> None:
        if chunk.tag.lemma == '"' and self.quoted:
            self.quoted = 0
            return
        self.quoted += chunk.tag.lemma not in "(["
        top, following = self.top, self.chunks[place + 1] if place + 1 < len(self.chunks) else None
        verb = following is not None and following.kind == "verb"
        if verb and self.opener is None and top is not None and self.lexicon.is_speech(top.lemma):
            self.opener = Opener("speech", "«", top)

    def _close(self, _place: int, chunk: Chunk) -> None:
        if chunk.tag.lemma not in ")]":
            self.quoted = max(self.quoted - 1, 0)


def _link(name: str) -> Link:
    links: dict[str, Link] = {
        "time": "time",
        "condition": "condition",
        "cause": "cause",
        "purpose": "purpose",
    }
    return links.get(name, "concession")
