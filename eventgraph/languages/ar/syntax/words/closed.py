"""Words of closed classes: particles, prepositions, what opens clauses."""

from __future__ import annotations

import re

from eventgraph.languages.ar.clitics import ARTICLE
from eventgraph.languages.ar.syntax.words.numbers import hedge_length, hedge_words, is_number
from eventgraph.languages.ar.syntax.words.readings import WordReadings
from eventgraph.languages.ar.syntax.words.tags import Kind, Tag
from eventgraph.languages.ar.tokens import Split
from eventgraph.names import fold

PRONOMINAL = re.compile(
    r"(في|علي|الي|من|عن|مع|بين|ضد|لدي|امام|خلف|وراء|حول|تجاه|خلال|قبل|بعد|منذ|ب|ل)"
    r"(هما|هم|هن|ها|ه|نا)"
)
_THAT = re.compile(r"[وف]?ب?ا?ان(?:ه|ها|هم|هما|هن|نا|ني|ك)?|[وف]?[با]ن(?:ه|ها|هم|هما)?")
_BECAUSE = re.compile(r"[وف]?لان(?:ه|ها|هم|هما)?")


_VERBS_TOO = ("مثل", "خلف")  # at the begin of a clause they are verbs: appeared, succeeded
_SUBORDINATE = ("asides", "time", "concession", "condition", "cause", "purpose")
_SMALL: tuple[tuple[str, Kind], ...] = (
    ("particles.denials", "negation"),
    ("particles.moods", "particle"),
    ("clauses.questions", "particle"),
    ("prepositions.words", "preposition"),
    ("particles.pronouns", "pronoun"),
    ("particles.demonstratives", "demonstrative"),
    ("particles.adverbs", "adverb"),
)


class ClosedWords(WordReadings):
    """Tags names, hedges, and the words of closed classes."""

    def _name_split(self, index: int, name: int) -> Split:
        """What clings to the first word of a name."""
        mention, word = self.sentence.mentions[name], self.sentence.words[index].folded
        if not mention.name or (index and self.sentence.names[index - 1] == name):
            return Split(word)
        first = fold(mention.name).split(" ")[0]
        bare = word.lstrip("وف") if len(word) > len(first) else word
        conjunction = word[: len(word) - len(bare)][:1]
        if first.startswith(ARTICLE) and bare == "ل" + first[1:]:  # "للأمم": two lams are written
            return Split(first, conjunction, "ل")
        place = word.find(first)
        if not 0 < place <= 3:
            return Split(word)
        preposition = word[place - 1] if word[place - 1] in "بلك" else ""
        return Split(first, word[0] if word[0] in "وف" else "", preposition)

    def _hedge(self, index: int) -> Tag | None:
        """Words that hedge the number after them: "ما لا يقل عن", "أكثر من"."""
        length = hedge_length(self.sentence, index)
        first = self.sentence.words[index]
        clinging = first.folded not in hedge_words()
        splits = [s for s in first.splits if clinging and (s.preposition or s.conjunction)]
        clitics = splits[0] if splits and first.folded[0] in "وبل" else Split(first.folded)
        return Tag("number", first.folded, clitics, length=length) if length else None

    def _phrase(self, index: int) -> Tag | None:
        """Prepositions and subordinators of several words."""
        words = [self.sentence.at(index + step) for step in range(4)]
        for length in (4, 3, 2):
            first = words[0]
            for begin in dict.fromkeys((first, first[1:] if first[:1] in ("و", "ف") else first)):
                name = self.lexicon.phrases.get((begin, *words[1:length]))
                if name is not None and all(words[:length]):
                    return self._opener(
                        name, " ".join((begin, *words[1:length])), first, begin, length
                    )
        return None

    def _opener(self, name: str, lemma: str, first: str, begin: str, length: int = 1) -> Tag:
        split = Split(begin, conjunction=first[: len(first) - len(begin)])
        section, key = name.split(".")
        if section == "prepositions":
            return Tag("preposition", lemma, split, length=length)
        if key == "coordinators":
            return Tag("coordinator", lemma, split, length=length)
        if key == "results":
            return Tag("result", lemma, split, length=length)
        return Tag("subordinator", lemma, split, link=key, length=length)

    def _closed(self, index: int) -> Tag | None:
        word = self.sentence.at(index)
        bare = word[1:] if len(word) > 2 and word[0] in "وف" else word
        for text in dict.fromkeys((word, bare)):
            if (tag := self._closed_as(index, word, text)) is not None:
                return tag
        return (
            Tag("number", word, self._noun_split(index))
            if is_number(self.sentence.words[index])
            else None
        )

    def _closed_as(self, index: int, word: str, text: str) -> Tag | None:
        split = Split(text, conjunction=word[: len(word) - len(text)])
        if text == "ما":
            return self._what(index, split)
        if text == "و":
            return Tag("sign", text, split)
        if text == "علي" and self.sentence.at(index + 1) == "الاقل":
            return Tag("adverb", text, split, length=2)
        if self._is_verb_too(index, text):
            return None
        if text == "مما":
            return Tag("result", text, split)
        return self._opening(index, text, split) or self._small(index, text, split)

    def _is_verb_too(self, index: int, text: str) -> bool:
        """Whether a word that may be a preposition is the verb: it opens its clause, or a number is left behind."""
        if text == "خلف" and self._left_behind(index):
            return True
        opens = not self.tags or self.tags[-1].kind == "sign"
        return text in _VERBS_TOO and opens and self._kind_of_next(index)

    def _kind_of_next(self, index: int) -> bool:
        """Whether a noun that may be a subject stands behind a word that is a preposition or a verb."""
        following = self.sentence.at(index + 1)
        return bool(following) and not is_number(self.sentence.words[index + 1])

    def _describes(self, index: int, text: str) -> bool:
        """Whether a word in -يا is an adjective of the noun before: "اتصالا هاتفيا"."""
        previous = self._previous()
        before = self.sentence.words[index - 1].text.rstrip("\u064b") if index else ""
        noun = previous is not None and previous.kind == "noun" and not previous.split.article
        return text.endswith("يا") and noun and before.endswith("ا")

    def _left_behind(self, index: int) -> bool:
        """Whether "خلف" is the verb: a number stands behind it, or an event before it."""
        following = self.sentence.words[index + 1 : index + 2]
        return bool(following) and is_number(following[0])

    def _opening(self, index: int, text: str, split: Split) -> Tag | None:
        """What opens a clause."""
        is_ = self.lexicon.is_
        if _BECAUSE.fullmatch(text):
            return Tag("subordinator", text, split, link="cause")
        if _THAT.fullmatch(text):
            return Tag("complementizer", text, split)
        if is_("clauses.coordinators", text):
            return Tag("coordinator", text, split)
        if text != "من" and is_("clauses.relatives", text):
            return Tag("relative", text, split)
        until = text == "حتي" and not self._is_verbal(index + 1)
        link = next((name for name in _SUBORDINATE if is_(f"clauses.{name}", text)), None)
        return Tag("subordinator", text, split, link=link) if link and not until else None

    def _small(self, index: int, text: str, split: Split) -> Tag | None:
        """Particles, prepositions and pronouns."""
        if (match := PRONOMINAL.fullmatch(text)) is not None:
            with_pronoun = Split(match[1], split.conjunction, pronoun=match[2])
            return Tag("preposition", match[1], with_pronoun)
        for name, kind in _SMALL:
            if kind == "adverb" and self._describes(index, text):
                continue
            if self.lexicon.is_(name, text) and not self._is_count(index, text):
                return Tag(kind, text, split, link="question" if "questions" in name else "")
        return None

    def _what(self, index: int, split: Split) -> Tag:
        """How "ما" is meant: what led to something, not, or that which."""
        before, following = self.sentence.sign(index - 1), self._readings(index + 1)
        if before in ("،", ",") and following:
            return Tag("result", "ما", split)
        past = following and following[0][1].aspect == "past"
        if past and (not self.tags or self.tags[-1].kind in ("sign", "coordinator")):
            return Tag("negation", "ما", split)
        return Tag("relative", "ما", split)

    def _is_count(self, index: int, text: str) -> bool:
        following = self.sentence.at(index + 1)
        number = bool(following) and is_number(self.sentence.words[index + 1])
        return number and self.lexicon.is_("prepositions.rounding", text)
