"""What each word of a sentence is here: verb, noun, preposition, what opens a clause."""

from __future__ import annotations

from eventgraph.languages.ar.clitics import ARTICLE
from eventgraph.languages.ar.morphology import VerbForm
from eventgraph.languages.ar.syntax.words.closed import PRONOMINAL, ClosedWords
from eventgraph.languages.ar.syntax.words.guessing import guessed
from eventgraph.languages.ar.syntax.words.lexicon import Verb, rank, ranks
from eventgraph.languages.ar.syntax.words.numbers import is_number
from eventgraph.languages.ar.syntax.words.tags import Tag, is_closed
from eventgraph.languages.ar.tokens import Split, Word
from eventgraph.names import fold

_VERB_FOLLOWS = frozenset(("حتي", "منذ", "قبل", "بعد"))


# What stands before a clause, and what the phrase before a verb may end in.
_OPENERS = ("relative", "subordinator", "result", "particle", "coordinator")
_FREQUENT = 8_000  # rank of a feminine noun that a verb's form may be
_HEADLINE = 8  # words back to the event noun that another joins
_COMPLETE = ("name", "date", "adverb", "preposition", "complementizer")


class Tagger(ClosedWords):
    """Tags the words of one sentence from its begin on; what stands before tells what a word is."""

    def run(self) -> list[Tag]:
        """One tag a word."""
        while len(self.tags) < len(self.sentence.words):
            tag = self._tag(len(self.tags))
            self.tags.append(tag)
            self.tags += [Tag("inside")] * (tag.length - 1)
        return self.tags

    def _tag(self, index: int) -> Tag:
        word, name = self.sentence.words[index], self.sentence.names[index]
        if not word.is_word:
            return Tag("sign", word.text)
        if self.sentence.dates[index] is not None and not self._is_general(index):
            return Tag("date", word.folded, _date_split(word))
        if name is not None and self.sentence.mentions[name].level == "name":
            return Tag("name", word.folded, self._name_split(index, name))
        return self._hedge(index) or self._phrase(index) or self._closed(index) or self._open(index)

    # Closed classes.

    def _is_general(self, index: int) -> bool:
        """Whether "العام" is "general" behind an office, and no year."""
        previous = self._previous()
        office = previous is not None and previous.kind == "noun" and previous.split.article
        alone = self.sentence.dates[index : index + 2] != (self.sentence.dates[index],) * 2
        return bool(office) and alone and self.sentence.at(index) == "العام"

    # Verbs and nouns.

    def _open(self, index: int) -> Tag:
        readings, noun = self._readings(index), self._noun(index)
        listed = noun.event or bool(noun.link)
        plain = any(split.stem == self.sentence.at(index) for _, _, split in readings)
        known = listed or (noun.split.article and not plain)
        whole = listed and not (noun.split.conjunction or noun.split.preposition)
        whole = whole and not self._ends_otherwise(index, noun)
        found = [
            Tag("verb", verb.lemma, split, verb, form)
            for verb, form, split in readings
            if not (whole and split.conjunction)  # "وزير" is no "و" before a verb
            and not (split.conjunction and self._is_given_name(index, verb, form))
            and self._fits(index, form, split, noun if known else None)
        ]
        if found:
            return self._agreeing(index, found)
        if not readings and not known and self._may_guess(index):
            return self._guess(index) or noun
        return noun

    def _agreeing(self, index: int, found: list[Tag]) -> Tag:
        """Of several verbs the one whose gender the next word bears out: "تسبب الهجوم" is a past."""
        first = found[0]
        feminine = first.form is not None and first.form.feminine and first.form.aspect == "present"
        following = [word.text for word in self.sentence.words[index + 1 : index + 2]]
        if not feminine or not following or following[0].endswith("ة"):
            return first
        past = (t for t in found if t.form is not None and _is_bare(t.form))
        return next(past, first)

    def _fits(self, index: int, form: VerbForm, split: Split, noun: Tag | None) -> bool:
        """Whether a word that may be a verb is one here."""
        previous = self._previous()
        if previous is not None and previous.kind == "preposition" and not previous.split.pronoun:
            return noun is None and previous.lemma in _VERB_FOLLOWS
        if noun is not None and self._ends_otherwise(index, noun):
            noun = None
        dual = form.number == "d" and form.aspect == "past"
        if dual and not _is_pair(previous):
            return False  # "حكما" is a ruling, not "they both ruled"
        if noun is None and split.pronoun and self._owns(split.stem):
            noun = Tag("noun", split.stem, split)  # "هويتها": identity, and no verb
        if form.aspect == "jussive":
            return previous is not None and previous.kind == "negation"
        if noun is None:
            return self._strongly(index, form, split, previous)
        nominal = previous is not None and previous.kind in ("noun", "name", "date")
        if noun.split.article or (noun.split.pronoun and nominal):
            return False
        return self._weakly(index, form, split, previous, noun)

    def _owns(self, stem: str) -> bool:
        """Whether a stem before a pronoun is a frequent feminine noun, too."""
        return stem.endswith("ت") and rank(stem[:-1] + "ه") < _FREQUENT

    def _ends_otherwise(self, index: int, noun: Tag) -> bool:
        """Whether a final alif maqsura tells a verb from the noun that folds alike: "نفى", "نفي"."""
        return self.sentence.words[index].text.endswith("ى") and noun.lemma.endswith("ي")

    def _is_given_name(self, index: int, verb: Verb, form: VerbForm) -> bool:
        """Whether a word on -i is a name that begins like "and" or "so": "الصحفي فادي", "المصور وصفي"."""
        word, previous = self.sentence.words[index], self._previous()
        if form.aspect != "past" or not word.text.endswith("ي"):
            return False
        titled = previous is not None and self.lexicon.sort(previous.lemma) == "people"
        return (titled and not verb.takes) or (form.passive and word.folded in ranks())

    def _strongly(self, index: int, form: VerbForm, split: Split, previous: Tag | None) -> bool:
        """Whether a word that no list has as a noun is a verb: not right behind a verb or a noun in construct."""
        if not _is_bare(form) or split.conjunction or previous is None:
            return True
        if previous.kind == "verb":
            return False
        simple = len(split.stem) == 3 and not self.sentence.words[index].text.endswith("ى")
        happening = previous.event and previous.split.article
        if simple and self._has_verb() and not happening and not self._is_resumed(index):
            return False  # "أكد الوزير دعمه", "رفض البرلمان منح الثقة"
        if previous.kind != "noun" or is_closed(previous) or self._is_resumed(index):
            return True
        if self.sentence.words[index].text.endswith("ى"):
            return True
        return previous.event and not form.passive

    def _weakly(
        self, index: int, form: VerbForm, split: Split, previous: Tag | None, noun: Tag
    ) -> bool:
        """The same for a word that may be a noun, too: the verb where a clause may begin."""
        if previous is None or previous.kind in _OPENERS:
            return not self._disagrees(index, form)
        if previous.kind == "negation" or self._disagrees(index, form):
            return previous.kind == "negation" and previous.lemma != "لا"
        if previous.kind == "sign" or split.conjunction:
            joins = previous.event or (noun.event and not self._has_verb() and self._has_event())
            return noun.split.pronoun == "" if previous.kind == "sign" else not joins
        if self._has_verb() and not self._is_resumed(index) and not previous.event:
            return False  # "نقضت المحكمة حكم الإعدام"
        if previous.kind == "noun":
            struck = previous.event and self.lexicon.is_impact(self._lemma(index))
            return is_closed(previous) or self._is_resumed(index) or struck
        return previous.kind in _COMPLETE

    def _has_event(self) -> bool:
        """Whether an event noun stands before, as in a headline without a verb: "مقتل قائد وجرح ثلاثة"."""
        return bool(self.tags) and any(tag.event for tag in self.tags[-_HEADLINE:])

    def _has_verb(self) -> bool:
        """Whether the clause has a verb already."""
        for tag in reversed(self.tags):
            if tag.kind in (*_OPENERS, "sign", "complementizer"):
                return False
            if tag.kind == "verb":
                return not (tag.verb is not None and tag.verb.auxiliary)
        return False

    def _lemma(self, index: int) -> str:
        readings = self._readings(index)
        return readings[0][0].lemma if readings else ""

    def _is_resumed(self, index: int) -> bool:
        """Whether the next word takes up the noun before: "كمين قتل فيه ثلاثة"."""
        return PRONOMINAL.fullmatch(self.sentence.at(index + 1)) is not None

    def _disagrees(self, index: int, form: VerbForm) -> bool:
        """Whether a masculine form stands before a feminine noun, which then cannot be its subject."""
        following = (
            self.sentence.words[index + 1].text if index + 1 < len(self.sentence.words) else ""
        )
        named = index + 1 < len(self.sentence.names) and self.sentence.names[index + 1] is not None
        if (
            form.feminine
            or form.number != "s"
            or named
            or self.sentence.at(index + 1)[:1].isdigit()
        ):
            return False
        feminine = following.endswith("ة") and not is_number(self.sentence.words[index + 1])
        return (feminine or following in ("القوات", "قوات")) and following.startswith(
            ("ال", "قوات")
        )

    def _may_guess(self, index: int) -> bool:
        previous = self._previous()
        if previous is None or previous.kind in (
            "negation",
            "relative",
            "subordinator",
            "result",
            "particle",
        ):
            return True
        if previous.kind in ("sign", "coordinator", "date", "name", "adverb"):
            return True
        closed = previous.kind == "noun" and is_closed(previous)
        return previous.kind == "complementizer" or (closed and self.sentence.at(index)[:1] in "يو")

    def _guess(self, index: int) -> Tag | None:
        for split in self.sentence.words[index].splits:
            if split.article or split.preposition or split.pronoun:
                continue
            if (found := guessed(split.stem)) is not None:
                verb, form = found
                if form.aspect == "past" and split.future:
                    continue
                return Tag("verb", verb.lemma, split, verb, form)
        return None


def _is_pair(tag: Tag | None) -> bool:
    """Whether a noun is a dual, which a dual verb behind it may tell of."""
    if tag is None or not tag.split.stem.endswith(("ان", "ين")):
        return False
    return tag.link != "listed" or fold(tag.lemma) != tag.split.stem


def _is_bare(form: VerbForm) -> bool:
    """Whether only the context tells that it is a verb: a past without ending."""
    return form.aspect == "past" and form.number == "s" and not form.feminine


def _date_split(word: Word) -> Split:
    bare = word.folded.lstrip("وف")
    return Split(
        word.folded,
        conjunction=word.folded[:1] if bare != word.folded and bare.startswith(ARTICLE) else "",
    )
