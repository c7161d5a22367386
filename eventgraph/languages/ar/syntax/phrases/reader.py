"""Noun phrases: head, construct chain, adjectives, the name in apposition, how many it says."""

from __future__ import annotations

from eventgraph.languages.ar.clitics import ARTICLE
from eventgraph.languages.ar.syntax.phrases.counted import Counted, dual
from eventgraph.languages.ar.syntax.phrases.nouns import Noun, gender_of, number_of_noun
from eventgraph.languages.ar.syntax.phrases.parts import NOMINAL
from eventgraph.languages.ar.syntax.words.lexicon import ranks
from eventgraph.languages.ar.syntax.words.tags import Tag, is_name_like, is_place_like
from eventgraph.model import Amount, Sort
from eventgraph.model.clause import Determiner, Gender, Number

_NAMES: dict[str, Sort] = {"person": "person", "organization": "organization", "place": "place"}


_HOLDERS = ("محامي", "قاضي", "مفتي", "راعي", "مغني")  # with the ya of a weak root
DEEPEST = 5  # event nouns in construct with one another


class PhraseReader(Counted):
    """Reads noun phrases of a tagged sentence."""

    _depth = 0

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
        noun = Noun(start, end, index, self.tags[index], self.tags[index].lemma, _NAMES[type_], mention,
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

    def _step_back(self, noun: Noun) -> None:
        """An adjective of an event noun behind what it is in construct with: "هجوم كروكوس الإرهابي"."""
        index, owner = noun.end, noun.owner
        if owner is None or owner.mention is None or owner.end != index or not noun.event:
            return
        word = self._kind(index) == "noun" and not self._is_cut(index)
        tag = self.tags[index] if word else noun.tag
        plain = tag.link != "listed" or self.lexicon.sort(tag.lemma) == "people"
        if word and tag.split.article and not tag.event and plain:
            noun.modifiers.append(self._plain(index))
            noun.end = index + 1

    def _is_yielding(self, noun: Noun) -> bool:
        return self.lexicon.is_("nouns.yielding", noun.tag.split.stem)

    def _take_office(self, noun: Noun, index: int) -> bool:
        """Whose office it is, before the name of who holds it: "الأمين العام للأمم المتحدة أنطونيو"."""
        held = noun.sort == "people" and self._kind(index) in ("noun", "name")
        if (
            not held
            or self.tags[index].split.preposition != "ل"
            or self.tags[index].split.conjunction
        ):
            return False
        owner = self.read(index)
        if (
            owner is not None
            and owner.sort == "person"
            and self.lexicon.sort(owner.lemma) != "people"
        ):
            noun.mention, noun.sort, noun.end = owner.mention, "person", owner.end
            return True  # the office's name was read on into the person's
        end = owner.end if owner is not None else index
        mention = self.sentence.names[end] if self._kind(end) == "name" else None
        person = mention is not None and self.sentence.mentions[mention].type == "person"
        if owner is None or owner.mention == mention or not person or self._is_cut(end):
            return False
        noun.mention, noun.holder, noun.sort, noun.end = (
            mention,
            owner.mention,
            "person",
            self._name_end(end),
        )
        return True

    def _take_voice(self, noun: Noun, index: int) -> bool:
        """For whom somebody speaks: "متحدث باسم الجيش"."""
        if self.sentence.at(index) != "باسم" or noun.sort != "people":
            return False
        owner = self.read(index + 1)
        noun.end = owner.end if owner is not None else index + 1
        noun.holder = owner.mention if owner is not None else None
        return True

    def _lengthen(self, noun: Noun, index: int) -> None:
        """Keep the last noun of persons of the chain apart: a relative clause may be about it."""
        tag = self.tags[index]
        if self.lexicon.sort(tag.lemma) == "people":
            noun.tail = Noun(
                index, index + 1, index, tag, tag.lemma, "people", pronoun=tag.split.pronoun
            )
            noun.tail.gender, noun.tail.number = (
                gender_of(self.sentence, index, tag),
                number_of_noun(tag),
            )
            noun.tail.determiner = (
                "definite" if tag.split.article or tag.split.pronoun else "indefinite"
            )

    def _counted_owner(self, noun: Noun, index: int, *, closed: bool) -> None:
        counted = self._kind(index) in ("number", "demonstrative") and not self._is_cut(index)
        takes = noun.event or self._kind(index) == "demonstrative" or self._is_yielding(noun)
        takes = takes or noun.sort in ("unknown", "thing", "time", "money")  # "نسبة 3 بالمئة"
        if not closed and counted and takes:
            self._take_owner(noun, index)

    def _take_owner(self, noun: Noun, index: int) -> None:
        if self._depth >= DEEPEST:
            noun.end = index + 1
            return
        self._depth += 1
        owner = self.read(index)
        self._depth -= 1
        if owner is None:
            return
        if owner.amount is not None and not noun.event and not self._is_yielding(noun):
            noun.end, noun.amount = owner.end, owner.amount
            return
        noun.owner, noun.end = owner, owner.end
        person = self._kind(owner.end) == "name" and not self._is_cut(owner.end)
        mention = self.sentence.names[owner.end] if person else None
        if (
            noun.sort == "people"
            and mention is not None
            and self.sentence.mentions[mention].type == "person"
        ):
            noun.mention, noun.end, noun.sort = mention, self._name_end(owner.end), "person"
            noun.owner = None  # "أمير الحرب": the word is part of a title

    def _take_name(self, noun: Noun, index: int, *, closed: bool) -> bool:
        """A name that the head is in construct or apposition with; false where it is another phrase's."""
        if noun.event:
            if not closed:
                self._take_owner(noun, index)
                self._step_back(noun)
            return not closed
        mention, end = self.sentence.names[index], self._name_end(index)
        assert mention is not None  # noqa: S101 - a name tag has one
        type_ = self.sentence.mentions[mention].type
        if type_ == "person" and self._take_person(noun, mention, end, closed=closed):
            return True
        if not closed:
            self._take_holder(noun, mention, end)
            return True
        placed = noun.sort == "location" and noun.holder is None
        if placed and type_ != "person":
            noun.mention, noun.end = mention, end
            return True
        return False

    def _take_person(self, noun: Noun, mention: int, end: int, *, closed: bool) -> bool:
        """The person whose title the phrase is, or whose relative."""
        if noun.kin and noun.tail is not None:
            noun.tail.mention, noun.tail.end, noun.tail.sort = mention, end, "person"
            noun.holder, noun.end = mention, end
            return True
        unlisted = noun.sort == "unknown" and self._is_title(noun)
        titled = noun.sort in ("people", "person") or unlisted
        if titled and (closed or noun.holder is not None):
            noun.mention, noun.end, noun.sort = mention, end, "person"
            return True
        return False

    def _take_holder(self, noun: Noun, mention: int, end: int) -> None:
        """The name that the head is in construct with: whose it is, of a place what it is called."""
        type_ = self.sentence.mentions[mention].type
        if noun.sort == "location" and type_ != "person":
            noun.mention, noun.sort = mention, _NAMES[type_]
        else:
            noun.holder = mention
        noun.end, noun.determiner = end, "definite"

    def _is_own_phrase(self, noun: Noun, index: int) -> bool:
        """Whether a noun that might be in construct is a phrase of its own."""
        tag, is_ = self.tags[index], self.lexicon.is_
        if self.sentence.at(index) in ("نفسه", "نفسها", "انفسهم"):
            return True
        acts = noun.sort in ("people", "person", "body", "organization")
        if acts and tag.split.article and is_("nouns.fixed", tag.split.stem):
            return True
        if tag.split.pronoun and (
            acts or noun.amount is not None or is_name_like(self.tags[index - 1])
        ):
            return tag.event or noun.sort == "people"
        if not tag.split.article and self._is_individual(noun):
            return True
        if noun.sort == "body" and tag.event and not is_("nouns.fields", noun.tag.split.stem):
            return True
        held = is_("nouns.doers", noun.tag.split.stem) or is_("nouns.offices", noun.tag.split.stem)
        people = noun.sort == "people" and not held
        return tag.event and people and not tag.split.article

    def _is_individual(self, noun: Noun) -> bool:
        """Whether a noun of persons is in construct with nothing indefinite: "انتحاري", "مسلح"."""
        stem = noun.tag.split.stem
        nisba = stem.endswith("ي") and noun.tag.lemma.endswith("ي") and len(stem) > 4
        alone = noun.end == noun.head + 1 and noun.sort == "people" and noun.tag.link == "listed"
        return alone and (
            (nisba and stem not in _HOLDERS) or self.lexicon.is_("nouns.individuals", stem)
        )

    def _is_title(self, noun: Noun) -> bool:
        """Whether an unlisted definite noun may name what somebody is: "النقابية هناء"."""
        return bool(noun.tag.split.article or noun.pronoun) and noun.end - noun.head <= 3

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
