"""Noun phrases: head, construct chain, adjectives, the name in apposition, how many it says."""

from __future__ import annotations

from eventgraph.languages.ar.clitics import ARTICLE
from eventgraph.languages.ar.syntax.phrases.belongings import Belongings
from eventgraph.languages.ar.syntax.phrases.counted import dual
from eventgraph.languages.ar.syntax.phrases.nouns import NAME_SORTS, Noun, gender_of, number_of_noun
from eventgraph.languages.ar.syntax.phrases.parts import NOMINAL
from eventgraph.languages.ar.syntax.words.lexicon import ranks
from eventgraph.languages.ar.syntax.words.tags import Tag, is_name_like, is_place_like
from eventgraph.model import Amount, Sort
from eventgraph.model.clause import Determiner, Gender, Number


class PhraseReader(Belongings):
    """Reads noun phrases of a tagged sentence."""

    def read(self, start: int) -> Noun | None:
        """The noun phrase that begins at a word, none where no noun stands."""
        if self._kind(start) not in NOMINAL:
            return None
        determiner: Determiner = "none"
        index = start
        if self._kind(index) == "demonstrative":
            determiner, index = "demonstrative", index + 1
        index, negative = self._quantifiers(index)
        _begin, index, counted = self._counted(index)
        if counted is not None and counted.unit and self._kind(index) == "number":
            index += 1  # "50 بالمئة"
        if self._kind(index) not in ("noun", "name") or (index > start and self._is_cut(index)):
            return self._bare_number(start, index, counted)
        noun = (
            self._name(start, index)
            if self._kind(index) == "name"
            else self._noun(start, index, counted)
        )
        noun.amount = counted or noun.amount or dual(noun, self.sentence, self.lexicon)
        self._settle(noun, start, determiner, negative=negative, counted=counted is not None)
        return noun

    def _bare_number(self, start: int, index: int, counted: Amount | None) -> Noun | None:
        """A number or demonstrative that stands for its noun: "إصابة خمسة"."""
        if index == start:
            return None
        head = max(start, index - 1)
        noun = Noun(start, index, head, self.tags[start], self.sentence.at(head), amount=counted)
        several = (
            self.tags[head].split.article and counted is not None and counted.low != counted.high
        )
        noun.sort = "people" if several else "number" if counted else "unknown"  # "المئات"
        self._edges(noun, start)
        return noun

    # Heads.

    def _name(self, start: int, index: int) -> Noun:
        mention, end = self.sentence.names[index], self._name_end(index)
        assert mention is not None  # noqa: S101 - a name tag has one
        type_ = self.sentence.mentions[mention].type
        gender: Gender = "feminine" if type_ == "place" else "unknown"
        noun = Noun(start, end, index, self.tags[index], self.tags[index].lemma, NAME_SORTS[type_], mention,
                    gender=gender, number="singular", determiner="definite")  # fmt: skip
        self._take_nisba(noun)
        if noun.sort == "place" and self._kind(noun.end) == "noun" and not self._is_cut(noun.end):
            rest = self.tags[noun.end]
            if rest.split.article and is_place_like(rest):  # "دير" of "دير الزور"
                noun.end, noun.mention = noun.end + 1, None
        return noun

    def _noun(self, start: int, head: int, counted: Amount | None) -> Noun:
        tag = self.tags[head]
        sort = self.lexicon.sort(tag.lemma)
        sort = "event" if tag.event and sort == "unknown" else self._shaped(tag, sort)
        noun = Noun(
            start, head + 1, head, tag, tag.lemma, sort, event=tag.event, pronoun=tag.split.pronoun
        )
        noun.amount = counted
        noun.gender, noun.number = gender_of(self.sentence, head, tag), self._number(tag)
        noun.kin = self.lexicon.is_(
            "nouns.kin", tag.split.stem.removesuffix("ه") if tag.split.pronoun else tag.split.stem
        )
        if self.sentence.names[head] is not None:
            noun.mention = self.sentence.names[head]
        self._extend(noun)
        return noun

    def _shaped(self, tag: Tag, sort: Sort) -> Sort:
        """What an unlisted noun is by its form: a sound plural persons, a feminine a thing."""
        stem = tag.split.stem
        if sort != "unknown" or tag.link == "listed" or len(stem) < 5:
            return sort
        if stem.endswith("ون") or (stem.endswith("ين") and stem[:-2] + "ون" in ranks()):
            return "people"
        return "thing" if stem.endswith(("ه", "ات")) and ARTICLE + stem in ranks() else sort

    def _number(self, tag: Tag) -> Number:
        if self.lexicon.is_("nouns.plural", tag.split.stem):
            return "plural"
        number = number_of_noun(tag)
        return (
            "singular"
            if number == "unknown" and self.lexicon.sort(tag.lemma) in ("people", "body")
            else number
        )

    def _extend(self, noun: Noun) -> None:
        """Take what belongs to the head: construct chain, adjectives, a name in apposition."""
        vague = noun.amount is not None and noun.amount.high != noun.amount.low
        partitive = self.sentence.at(noun.head - 1) == "من"
        counted = noun.amount is not None and not vague and not partitive
        closed: bool | None = self._is_closed(noun.head) or counted
        while closed is not None:
            closed = self._step(noun, noun.end, closed=closed)

    def _step(self, noun: Noun, index: int, *, closed: bool) -> bool | None:
        """Take the next word; whether the phrase then is closed for a construct, none at its end."""
        kind = self._kind(index)
        if kind == "inside":
            noun.end = index + 1
            noun.determiner = "definite"
            return True
        ends = self._take_unknown(noun, index, closed=closed) or self._take_dual(noun, index)
        ends = ends or (closed and self._take_office(noun, index))
        if ends or self._take_voice(noun, index):
            return None
        if kind == "name" and not self._is_cut(index):
            return self._step_name(noun, index, closed=closed)
        if kind == "noun" and not self._is_cut(index):
            return self._step_noun(noun, index, closed=closed)
        self._counted_owner(noun, index, closed=closed)
        return None

    def _step_name(self, noun: Noun, index: int, *, closed: bool) -> bool | None:
        if not self._take_name(noun, index, closed=closed):
            return None
        if noun.mention is not None:
            self._take_nisba(noun)
            self._take_rest(noun)
            return None
        return True

    def _take_rest(self, noun: Noun) -> None:
        """Words of a person's name that the name finder left out: then the phrase is no known name."""
        end = noun.end
        while end < min(noun.end + 2, len(self.tags)) and self._is_rest(end):
            end += 1
        if noun.sort == "person" and end > noun.end:
            noun.end, noun.mention = end, None

    def _is_rest(self, index: int) -> bool:
        return (
            self._kind(index) == "noun"
            and not self._is_cut(index)
            and is_name_like(self.tags[index])
        )

    def _step_noun(self, noun: Noun, index: int, *, closed: bool) -> bool | None:
        if self._is_adjective(noun, index, closed=closed):
            self._take_adjective(noun, index)
            return True
        if closed or self._is_accusative(index) or self._is_own_phrase(noun, index):
            return None
        stem = noun.tag.split.stem
        field = noun.sort == "body" and self.lexicon.is_("nouns.fields", stem)
        office = field or self.lexicon.is_("nouns.offices", stem)
        inside = self.tags[index].event and not office  # "لجنة الانتخابات", "وزير الحرب"
        paper = self.lexicon.is_("nouns.papers", stem)  # "مذكرة توقيف"
        if not paper and (noun.event or inside or self._is_yielding(noun)):
            self._take_owner(noun, index)
            self._step_back(noun)
            return None
        noun.end = index + 1
        self._lengthen(noun, index)
        if noun.determiner == "none" and self.tags[index].split.article:
            noun.determiner = "definite"
        noun.modifiers.append(self.tags[index].lemma)
        return self._is_closed(index) or is_name_like(self.tags[index])

    # Edges.

    def _settle(
        self, noun: Noun, start: int, determiner: Determiner, *, negative: bool, counted: bool
    ) -> None:
        if determiner != "none":
            noun.determiner = determiner
        elif noun.pronoun:
            noun.determiner = "possessive"
        elif noun.tag.split.article:
            noun.determiner = "definite"
        elif noun.event and noun.owner is not None:
            noun.determiner = "none"  # "قتل الرهائن" is not given as a fact by its definite owner
        elif noun.owner is not None and noun.owner.determiner not in ("none", "indefinite"):
            noun.determiner = "definite"
        elif noun.determiner == "none":
            noun.determiner = "indefinite"
        if negative and noun.determiner == "indefinite":
            noun.determiner = "negative"
        if counted:
            noun.number = "plural"
        stem = noun.tag.split.stem
        human = noun.sort in ("people", "person")
        common = noun.tag.kind == "noun"
        noun.accusative = (
            common
            and not counted
            and (
                self._is_accusative(noun.head)
                or (human and stem.endswith("ين") and noun.mention is None)
            )
        )
        self._edges(noun, start)

    def _edges(self, noun: Noun, start: int) -> None:
        split = self.tags[start].split
        noun.joined, noun.preposition = bool(split.conjunction), split.preposition
