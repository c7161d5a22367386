"""Numbers, quantifiers and duals in a noun phrase: how many it says."""

from __future__ import annotations

from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.languages.ar.syntax.phrases.parts import FULL, NOMINAL
from eventgraph.languages.ar.syntax.phrases.unlisted_names import UnlistedNames
from eventgraph.languages.ar.syntax.words.lexicon import Lexicon
from eventgraph.languages.ar.syntax.words.numbers import (
    Bounds,
    amount,
    hedged,
    read_number,
    unit_at,
)
from eventgraph.languages.ar.syntax.words.sentences import Sentence
from eventgraph.model import Amount

_OF = ("عدد", "عددا", "مجموعه", "المزيد")  # they count only with "من": "عدد من الجنود"


class Counted(UnlistedNames):
    """Reads what stands before a counted noun, and the number that a dual is."""

    def _quantifiers(self, index: int) -> tuple[int, bool]:
        """Past "كل", "عدد من", "أحد"; and whether it may say nobody."""
        negative = False
        while self._kind(index) == "noun" and self.lexicon.is_(
            "particles.quantifiers", self.tags[index].split.stem
        ):
            partitive = self.sentence.at(index + 1) == "من"
            if not partitive and self.tags[index].split.stem in _OF:
                break
            following = index + 2 if partitive else index + 1
            if self._kind(following) not in NOMINAL or self.tags[following].split.conjunction:
                break
            negative = negative or self.lexicon.is_("particles.nobody", self.tags[index].split.stem)
            index = following
        return index, negative

    def _counted(self, index: int) -> tuple[int, int, Amount | None]:
        """A number with its hedge: where it begins, where its noun is, and the amount."""
        if self._kind(index) != "number":
            return index, index, None
        first = index if self._is_numeral(index) else index + self.tags[index].length
        found = read_number(self.sentence, first)
        if found is None:
            return index, index, None
        bounds, end = found
        begin, end, bounds = hedged(self.sentence, first, end, bounds)
        return begin, *self._unit(begin, end, bounds)

    def _is_numeral(self, index: int) -> bool:
        return read_number(self.sentence, index) is not None and self.tags[index].length == 1

    def _unit(self, begin: int, end: int, bounds: Bounds) -> tuple[int, Amount]:
        unit = unit_at(self.sentence, end)
        counted = amount(self.sentence, begin, end + 1 if unit else end, bounds, unit)
        if self.sentence.at(end) == "من" and self._kind(end + 1) in ("noun", "name"):
            end += 1
        return end, counted

    def _take_dual(self, noun: Noun, index: int) -> bool:
        """The word for two behind a dual."""
        pair = self._kind(index) == "number" and self.sentence.at(index) in (
            "اثنين",
            "اثنان",
            "اثنتين",
            "اثنتان",
        )
        if pair and noun.tag.split.stem.endswith(FULL):
            noun.end, noun.number = index + 1, "plural"
            return True
        return False


def dual(noun: Noun, sentence: Sentence, lexicon: Lexicon) -> Amount | None:
    """A noun in the dual is a number of its own: "شخصان"; -ين may be a plural unless the data says no."""
    stem = noun.tag.split.stem
    base = stem[:-2]
    if (
        noun.sort == "people"
        and noun.tag.kind == "noun"
        and stem.endswith(("ان", "ين"))
        and len(base) > 2
    ):
        single = base + "ه" if base.endswith("ت") else base
        sound = base + "ون" in lexicon.plurals
        if (stem.endswith("ان") and noun.lemma != stem) or (
            not sound and stem.endswith("ين") and base in lexicon.nouns
        ):
            span = sentence.words[noun.head].span
            return Amount(span, span.of(sentence.text), 2.0, 2.0) if single else None
    return None
