"""What belongs to a noun: the construct chain behind it, offices and their holders, names in apposition."""

from __future__ import annotations

from abc import abstractmethod

from eventgraph.languages.ar.syntax.phrases.counted import Counted
from eventgraph.languages.ar.syntax.phrases.nouns import NAME_SORTS, Noun, gender_of, number_of_noun
from eventgraph.languages.ar.syntax.words.tags import is_name_like

_HOLDERS = ("محامي", "قاضي", "مفتي", "راعي", "مغني")  # with the ya of a weak root
DEEPEST = 5  # event nouns in construct with one another


class Belongings(Counted):
    """Takes the words that belong to a head."""

    _depth = 0

    @abstractmethod
    def read(self, start: int) -> Noun | None:
        """The noun phrase that begins at a word."""

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
            noun.mention, noun.sort = mention, NAME_SORTS[type_]
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
