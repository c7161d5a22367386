"""Which predicate a phrase or a date belongs to, and the clauses that its event nouns make."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.languages.ar.syntax.clauses.drafts import Draft, Filler
from eventgraph.languages.ar.syntax.clauses.state import LINKS, ClauseStack
from eventgraph.languages.ar.syntax.phrases.chunks import Chunk
from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.languages.ar.syntax.words.tags import is_place_like

_DOERS = ("people", "person", "body", "organization", "place", "unknown")
_SOURCES = frozenset(("بحسب", "حسب", "وفق", "وفقا", "طبقا", "وفقا ل", "طبقا ل", "نقلا عن", "نقلا"))


def _is_simple_passive(noun: Noun) -> bool:
    """Whether a noun is a passive participle of a simple root, which names somebody: "مطلوبين"."""
    bare = noun.tag.split.stem.removesuffix("ين").removesuffix("ا").removesuffix("ه")
    return bare.startswith("م") and bare[-2:-1] == "و"


def _outer(draft: Draft) -> Draft | None:
    """The verb above a relative clause without a pronoun: where and when behind it hold for both."""
    above = draft.governor
    bare = draft.form == "finite" and draft.link == "relative" and draft.marker == ""
    return above if bare and above is not None and above.form == "finite" else None


class Attachment(ClauseStack):
    """Hangs phrases on predicates."""

    def _of_masdar(self, place: int) -> Draft | None:
        """The event noun whose object a phrase is: "اعتقال الشرطة الناشط"."""
        before = self._before(place)
        if before is None or before.kind != "phrase" or not before.nouns:
            return None
        draft = next(
            (
                d
                for d in reversed(self.recent or self.drafts)
                if d.noun is not None and d.last == before.end
            ),
            None,
        )
        noun = draft.noun if draft is not None else None
        owner = noun.owner if noun is not None else None
        if noun is not None and noun.sort != "event":
            return None  # "عدد المصابين" has no object
        owned = noun is not None and noun.pronoun != "" and before.preposition == ""
        doer = owned or (owner is not None and owner.sort in _DOERS)
        return draft if doer and (draft is not None and not draft.groups) else None

    def _source(self, chunk: Chunk) -> None:
        roots = [d for d in self.drafts if d.governor is None] or self.drafts
        if roots:
            roots[-1].sources += chunk.nouns
        else:
            self.loose.append(chunk)

    def _target(self, chunk: Chunk) -> Draft:
        """The predicate that a phrase behind a preposition belongs to: what asks for it, or the nearest."""
        top = self.top
        if top is not None and top.tag.verb is not None and top.form == "finite":
            asked = chunk.preposition in top.tag.verb.takes
            taken = any(preposition == chunk.preposition for preposition, _ in top.obliques)
            if asked and not taken and not self._is_own(chunk):
                return top
        if self.closes and top is not None:
            return top
        return self.recent[-1]

    def _is_own(self, chunk: Chunk) -> bool:
        """Whether an indefinite event noun right before takes the phrase: "شن هجوما على"."""
        recent = self.recent[-1]
        return (
            recent.form == "nominal"
            and recent.last == chunk.index
            and recent.noun is not None
            and (
                recent.noun.determiner == "indefinite" and chunk.preposition in ("علي", "ضد", "مع")
            )
        )

    def _attach(self, chunk: Chunk, draft: Draft) -> None:
        draft.last = max(draft.last, chunk.end)
        if chunk.kind == "date":
            if chunk.timex is not None and self.sentence.timexes[chunk.timex].type in (
                "DATE",
                "TIME",
            ):
                draft.dates.append(chunk.timex)
                if (outer := _outer(draft)) is not None:
                    outer.dates.append(chunk.timex)
            return
        if chunk.preposition in _SOURCES or self.lexicon.is_(
            "prepositions.sources", chunk.preposition.split(" ")[0]
        ):
            draft.sources += chunk.nouns
            return
        self._locate(chunk, draft)
        draft.obliques += [(chunk.preposition, noun) for noun in chunk.nouns]
        if not any(d.noun is noun for d in self.drafts for noun in chunk.nouns):
            self._nominals(chunk, draft)
        else:
            for d in self.drafts:
                if d.noun in chunk.nouns and d.governor is None:
                    d.governor, d.link, d.marker = (
                        draft,
                        LINKS.get(chunk.preposition, "argument"),
                        chunk.preposition,
                    )

    def _locate(self, chunk: Chunk, draft: Draft) -> None:
        """A phrase that says where: an unlisted word in it is a place, and it may hold for two verbs."""
        if not self.lexicon.is_where(chunk.preposition):
            return
        for noun in chunk.nouns:
            if noun.sort == "unknown" and is_place_like(noun.tag):
                noun.sort = "place"
        if (outer := _outer(draft)) is not None:
            outer.obliques += [(chunk.preposition, noun) for noun in chunk.nouns]

    def _nominals(self, chunk: Chunk, governor: Draft | None, *, hang: bool = True) -> None:
        """Clauses of the event nouns and participles in a phrase."""
        for noun in chunk.nouns:
            for draft in self._nominal(noun, governor, chunk.preposition):
                self.drafts.append(draft)
                if draft.form == "nominal":
                    self.recent.append(draft)
                if governor is None and hang and draft.governor is None:
                    self.unhung.append(draft)

    def _nominal(self, noun: Noun, governor: Draft | None, preposition: str) -> Iterator[Draft]:
        link = LINKS.get(preposition, "argument") if governor is not None else "main"
        inner = governor
        if noun.event:
            inner = Draft(
                noun.head,
                noun.lemma,
                "nominal",
                noun.tag,
                noun,
                governor,
                link,
                preposition,
                last=noun.end,
            )
            inner.quoted, inner.question = self.quoted > 0, self.asks
            yield inner
        if noun.described is not None:
            index, verb, voice = noun.described
            told = Draft(
                index,
                verb,
                "participle",
                noun.tag,
                governor=governor,
                link="relative",
                last=noun.end,
            )
            told.voice = "passive" if voice == "passive" else "active"
            told.fillers.append(
                Filler("subject", noun.tail if noun.kin and noun.tail else noun, shared=True)
            )
            yield told
        if noun.owner is not None:
            for draft in self._nominal(noun.owner, inner, "" if noun.event else preposition):
                if draft.governor is inner and noun.event and draft.form == "nominal":
                    draft.as_function = "possessor"
                yield draft

    def _is_predicate(self, chunk: Chunk) -> bool:
        """Whether a noun says of the phrase before what befell it, or how its subject speaks."""
        noun = chunk.nouns[0]
        verb = self._participle_of(noun)
        if (
            verb is None
            or noun.determiner not in ("indefinite", "none")
            or noun.mention is not None
        ):
            return False
        if self.top is None:
            return self.topic is not None and noun.tag.split.stem in self.lexicon.described
        stem = noun.tag.split.stem
        listed = stem.endswith("ه") and (noun.event or stem in self.lexicon.nouns)  # "مذكرة"
        if noun.amount is not None or listed or _is_simple_passive(noun):
            return False
        text = self.sentence.words[noun.head].text.rstrip("\u064b")
        simple = not stem.startswith("م")  # "قائلا", but "ناقلة" is a ship
        adverbial = (
            text.endswith("ا") or text in ("قائلة", "داعية")
            if simple
            else text.endswith(("ا", "ة", "ين"))
        )
        return adverbial and self.lexicon.is_speech(verb[0])

    def _participle_of(self, noun: Noun) -> tuple[str, str] | None:
        stem = noun.tag.split.stem
        for bare in (
            stem,
            stem.removesuffix("ا"),
            stem.removesuffix("ه"),
            stem.removesuffix("ين"),
            stem.removesuffix("يا") + "ي",
        ):
            if (found := self.lexicon.participles.get(bare)) is not None:
                return found
        return None

    def _is_modal(self, chunk: Chunk) -> bool:
        return self.lexicon.is_("nouns.modals", chunk.nouns[0].tag.split.stem)

    def _flush_topic(self) -> None:
        self.topic = None
        self.unhung = []
        for chunk in self.loose:
            if self.recent:
                self._attach(chunk, self.recent[-1])
        self.loose = [] if self.recent else self.loose
