"""Adjectives of a noun phrase: by form, definiteness, gender and number."""

from __future__ import annotations

import re
from typing import Final

from eventgraph.languages.ar.clitics import ARTICLE
from eventgraph.languages.ar.syntax.phrases.nouns import Noun, gender_of
from eventgraph.languages.ar.syntax.phrases.parts import PhraseWords
from eventgraph.languages.ar.syntax.words.tags import Tag

NISBA: Final = ("ي", "يه", "يين", "يون", "يا", "يان", "يتين", "يتان", "ويه", "اوي")

# Those before a court, who are adjectives only with what they are accused of.
_DEFENDANTS = ("متهم", "متهمه", "متهمين", "متهمون", "مدان", "مدانين", "مشتبه")
_JUDGES = (
    "قاضي",
    "قاضيه",
    "قضاه",
    "محقق",
    "محققون",
    "محققين",
    "مدعي",
    "شرطي",
    "ضابط",
    "محامي",
    "شاهد",
)


class Adjectives(PhraseWords):
    """Tells an adjective from the next noun phrase."""

    def _is_adjective(self, noun: Noun, index: int, *, closed: bool) -> bool:
        tag = self.tags[index]
        definite = noun.determiner == "definite" or noun.tag.split.article or bool(noun.pronoun)
        if tag.event or bool(tag.split.pronoun) or tag.split.article != definite:
            return False
        person = tag.split.article and self._leads_to_person(index, noun)
        if person or self._is_defendant(noun, index):
            return False
        if self._is_alike(noun, index):
            return True
        if self._is_accusative(index) and not self._is_accusative(noun.head):
            return False
        shaped = tag.split.stem.endswith(NISBA) or self._is_participle(tag) or self._is_pattern(tag)
        known = self.lexicon.is_("nouns.adjectives", _singular(tag.split.stem))
        if tag.link == "listed" and not known and self.lexicon.sort(tag.lemma) != "unknown":
            armed = noun.event and self.lexicon.is_("nouns.armed", noun.tag.split.stem)
            told = tag.split.stem in self.lexicon.described and noun.sort in ("people", "person")
            broken = self.lexicon.is_("nouns.plural", tag.split.stem)  # "قتلى" is no adjective
            nisba = tag.split.stem.endswith(NISBA) and self.lexicon.sort(tag.lemma) == "people"
            nisba = nisba and not broken
            shaped = armed or told or (nisba and noun.sort != "event")
        if not closed and not definite and not shaped:
            return False
        return shaped and self._agrees(noun, index)

    def _is_defendant(self, noun: Noun, index: int) -> bool:
        """Whether "the accused" is somebody else than the person before: "استجوب القاضي المتهم"."""
        people = noun.sort in ("people", "person")
        if not people or self.tags[index].split.stem not in _DEFENDANTS:
            return False
        if noun.tag.split.stem in _JUDGES or index + 1 >= len(self.tags):
            return True
        following = self.tags[index + 1]
        accused = (
            following.lemma if following.kind == "preposition" else following.split.preposition
        )
        return accused not in ("ب", "في")

    def _leads_to_person(self, index: int, noun: Noun) -> bool:
        """Whether a definite word begins the title of a person, and the phrase before is nobody's title."""
        if noun.sort in ("people", "person"):
            return False
        step = index + 1
        while self._kind(step) == "noun" and self.tags[step].split.article and step < index + 3:
            step += 1
        mention = self.sentence.names[step] if self._kind(step) == "name" else None
        person = mention is not None and self.sentence.mentions[mention].type == "person"
        if not person:
            return False
        listed = (
            self.tags[index].link == "listed"
            and self.lexicon.sort(self.tags[index].lemma) == "people"
        )
        stem = self.tags[index].split.stem
        if self.lexicon.is_demonym(stem) and self._agrees(noun, index):
            return False  # "الشرطة الفرنسية", whoever stands behind
        nisba = stem.endswith(NISBA) and step > index + 1
        return (listed and not nisba) or (step == index + 1 and noun.sort != "unknown")

    def _is_alike(self, noun: Noun, index: int) -> bool:
        """Whether a noun of persons describes the one before in the same sound plural: "الغواصين العالقين"."""
        tag, head = self.tags[index], self.tags[noun.end - 1].split.stem
        plural = head.endswith(("ين", "ون")) and tag.split.stem.endswith(head[-2:])
        same = tag.split.article == noun.tag.split.article
        return plural and same and tag.split.stem.startswith(("م", "عا"))

    def _is_participle(self, tag: Tag) -> bool:
        stem = tag.split.stem
        return stem in self.lexicon.participles or (stem.startswith("م") and len(stem) > 3)

    def _is_pattern(self, tag: Tag) -> bool:
        """كبير, هائل, جديدة, and what the data lists."""
        stem = _singular(tag.split.stem)
        shape = len(stem) == 4 and (stem[2] == "ي" or stem[1] == "ا" or stem[0] == "ا")
        return shape or self.lexicon.is_("nouns.adjectives", stem)

    def _agrees(self, noun: Noun, index: int) -> bool:
        tag = self.tags[index]
        feminine = gender_of(self.sentence, index, tag) == "feminine"
        if (
            noun.number == "unknown"
            and feminine
            and (noun.tag.split.article or tag.split.stem.endswith("يه"))
        ):
            return True  # a broken plural of things
        plural = tag.split.stem.endswith(("ون", "ين"))
        if noun.tail is not None and feminine == (noun.tail.gender == "feminine"):
            return True
        chained = noun.end - 1 > noun.head and self._kind(noun.end - 1) == "noun"
        if (
            noun.number == "plural"
            or noun.gender == "unknown"
            or (chained and self._agrees_with(noun.end - 1, index))
        ):
            return True
        return feminine == (noun.gender == "feminine") or (plural and noun.number != "singular")

    def _agrees_with(self, last: int, index: int) -> bool:
        """Agreement with the last noun of the chain; an unmarked one may be a broken plural."""
        feminine = gender_of(self.sentence, index, self.tags[index]) == "feminine"
        return feminine or gender_of(self.sentence, last, self.tags[last]) == "masculine"

    def _take_adjective(self, noun: Noun, index: int) -> None:
        tag = self.tags[index]
        noun.modifiers.append(self._plain(index))
        noun.end = index + 1
        found = self.lexicon.described.get(tag.split.stem)
        if noun.tail is not None:
            noun.tail.end = noun.end
        if found is not None and noun.described is None:
            noun.described = (index, *found)

    def _plain(self, index: int) -> str:
        """An adjective as written, without article and accusative alif: "هاتفيا" is "هاتفي"."""
        text, split = self.sentence.words[index].text.rstrip("\u064b"), self.tags[index].split
        text = text.removeprefix(ARTICLE) if split.article else text
        return text[:-1] if text.endswith("يا") or self._is_accusative(index) else text

    def _take_nisba(self, noun: Noun) -> None:
        """An adjective behind the name of a place: "مدينة سرت الليبية", "مطار دمشق الدولي"."""
        index = noun.end
        if self._kind(index) != "noun" or not self.tags[index].split.article or self._is_cut(index):
            return
        stem = self.tags[index].split.stem
        known = self.lexicon.nouns.get(self.tags[noun.head].lemma, "")
        site = noun.tag.kind == "name" and self.lexicon.sort(known) == "location"
        named = noun.sort == "organization" or (noun.sort == "place" and noun.tag.kind == "noun")
        if (named and self.lexicon.is_demonym(stem)) or (site and stem.endswith(NISBA)):
            noun.end = index + 1


def _singular(stem: str) -> str:
    """An adjective without its ending of gender, number or case."""
    return re.sub("(?:ه|ا|ين|ون|ان|ات)$", "", stem)
