"""What the networks leave to the reader: voice of verbs in -ся, agents of passives, fields of a name.

slovnet marks almost every verb in -ся as passive and an agent in the instrumental as any oblique; the
grammar tells which is which.

Source: Universal Dependencies for Russian (SynTagRus), ``obl:agent`` and ``nsubj:pass``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from eventgraph.languages.ru.lemmas import active, dictionary_form, readings
from eventgraph.languages.ru.networks import Analysis

_REFLEXIVE = ("ся", "сь")
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Who they are is said by somebody else's name.
_RELATIVES = frozenset(
    {
        "убийца",
        "жена",
        "муж",
        "супруг",
        "супруга",
        "сын",
        "дочь",
        "брат",
        "сестра",
        "мать",
        "отец",
        "вдова",
        "вдовец",
        "родственник",
        "друг",
        "подруга",
        "сосед",
        "соседка",
        "адвокат",
        "защитник",
        "помощник",
        "соратник",
        "сторонник",
        "соперник",
        "преемник",
        "коллега",
        "охранник",
        "водитель",
        "внук",
        "внучка",
        "племянник",
        "дядя",
        "невеста",
        "жених",
        "подзащитный",
        "похититель",
        "насильник",
        "обидчик",
        "жертва",
    }
)
_UNDERGONE = frozenset({"nmod", "appos", "flat", "flat:name"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET"})
_VERBAL = frozenset({"VERB"})
# Instrumentals of manner and time, which are nobody's act: "утром", "летом", "образом".
_ADVERBIAL = frozenset(
    {
        "утром",
        "днем",
        "днём",
        "вечером",
        "ночью",
        "летом",
        "зимой",
        "весной",
        "осенью",
        "образом",
        "путем",
        "путём",
        "временем",
        "годом",
        "часом",
        "числом",
    }
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: Sequence[str]
    analysis: Analysis
    children: Sequence[Sequence[int]]

    @classmethod
    def of(cls, words: Sequence[str], analysis: Analysis) -> _Sentence:
        children: list[list[int]] = [[] for _ in words]
        for own, head in enumerate(analysis.heads):
            if own != head:
                children[head].append(own)
        return cls(words, analysis, children)

    def part(self, own: int) -> str:
        return self.analysis.tags[own].split("|", 1)[0]

    def has(self, own: int, feature: str) -> bool:
        return feature in self.analysis.tags[own].split("|")


def normalized(words: Sequence[str], analysis: Analysis) -> Analysis:
    """The analysis with voice, agents and subjects told apart, and names hung on what they name."""
    for step in (_with_names, _with_cases, _with_voices):
        analysis = step(_Sentence.of(words, analysis))
    return analysis


def _with_names(sentence: _Sentence) -> Analysis:
    relations, heads = list(sentence.analysis.relations), list(sentence.analysis.heads)
    for own in range(1, len(heads)):
        if _is_name_of(sentence, own):
            heads[own], relations[own] = own - 1, "appos"
    return sentence.analysis._replace(heads=heads, relations=relations)


def _with_cases(sentence: _Sentence) -> Analysis:
    """What a case form says against the parser: objects, agents and whom an act is done to."""
    relations, heads = list(sentence.analysis.relations), list(sentence.analysis.heads)
    for own, head in enumerate(sentence.analysis.heads):
        relation = relations[own]
        if relation in _SUBJECTS and _is_object(sentence, own, head):
            relations[own] = "obj"
        elif relation == "appos" and _is_of_kin(sentence, own, head):
            relations[own] = "nmod"
        elif relation == "appos" and _is_appointed(sentence, own, head):
            heads[own], relations[own] = heads[head], "obj"
        elif relation == "iobj" and sentence.part(head) == "NOUN":
            relations[own] = "nmod"
        elif relation == "nmod":
            while _acts(sentence, own, heads[own]):
                heads[own] = heads[heads[own]]
    return sentence.analysis._replace(heads=heads, relations=relations)


def _is_object(sentence: _Sentence, own: int, verb: int) -> bool:
    """Whether a "subject" is none by its form: «мэра задержали»."""
    if sentence.has(own, "Case=Nom") or not sentence.has(own, "Number=Sing"):
        return False
    oblique = sentence.has(own, "Case=Acc") or sentence.has(own, "Case=Gen")
    beside = any(
        sentence.analysis.relations[c] in {"conj", "nummod"} for c in sentence.children[own]
    )
    return oblique and sentence.has(verb, "Number=Plur") and not beside


def _is_of_kin(sentence: _Sentence, own: int, noun: int) -> bool:
    """Whether a name behind a killer, a brother or a lawyer may be whose he is: «убийцу Дениса Крюкова».

    The accusative and the genitive of such names are one form; who reads them as one person may be wrong.
    """
    form = dictionary_form(sentence.words[noun], sentence.analysis.tags[noun])
    cases = ("Case=Acc", "Case=Gen")
    both = any(sentence.has(own, case) for case in cases)
    return form in _RELATIVES and both and any(sentence.has(noun, case) for case in cases)


def _is_appointed(sentence: _Sentence, own: int, noun: int) -> bool:
    """Whether a name beside an office in the instrumental gets it: «назначил министром Лусине»."""
    verb = sentence.analysis.heads[noun]
    if not sentence.has(noun, "Case=Ins") or sentence.has(own, "Case=Ins"):
        return False
    held = any(sentence.analysis.relations[c] == "obj" for c in sentence.children[verb])
    return sentence.part(verb) == "VERB" and not held


def _acts(sentence: _Sentence, own: int, noun: int) -> bool:
    """Whether an instrumental hangs on whom an act is done to: «убийство редактора боевиками»."""
    bare = not any(sentence.analysis.relations[c] == "case" for c in sentence.children[own])
    undergone = sentence.analysis.relations[noun] in _UNDERGONE and sentence.has(noun, "Case=Gen")
    return bare and undergone and sentence.has(own, "Case=Ins") and sentence.part(own) in _NOMINAL


def _with_voices(sentence: _Sentence) -> Analysis:
    analysis = sentence.analysis
    tags, relations = list(analysis.tags), list(analysis.relations)
    for own in range(len(tags)):
        if "Voice=Pass" not in tags[own]:
            continue
        if _is_middle(sentence, own):
            tags[own] = tags[own].replace("Voice=Pass", "Voice=Mid")
            continue
        for child in sentence.children[own]:
            if _is_agent(sentence, child):
                relations[child] = "obl:agent"
    for own, head in enumerate(analysis.heads):
        if relations[own] == "obj" and _undergoes(sentence, head):
            relations[own] = "nsubj:pass"
        elif relations[own] in _SUBJECTS and "VERB" in tags[head]:
            relations[own] = "nsubj:pass" if "Voice=Pass" in tags[head] else "nsubj"
    return analysis._replace(tags=tags, relations=relations)


def _undergoes(sentence: _Sentence, verb: int) -> bool:
    """Whether an object is the subject of a passive without one: «разрушены два подъезда»."""
    alone = not any(sentence.analysis.relations[c] in _SUBJECTS for c in sentence.children[verb])
    return alone and sentence.has(verb, "Voice=Pass") and sentence.has(verb, "Variant=Short")


def _is_name_of(sentence: _Sentence, own: int) -> bool:
    """Whether a name stands right after the noun that says who it is, and hangs elsewhere: «у психиатра Эльке»."""
    tags, heads = sentence.analysis.tags, sentence.analysis.heads
    before = own - 1
    case = next((f for f in tags[own].split("|") if f.startswith("Case=")), "")
    if not (sentence.part(own) == "PROPN" and sentence.part(before) == "NOUN" and case):
        return False
    if not (sentence.has(before, case) and sentence.has(before, "Animacy=Anim")):
        return False
    at = before
    while at != heads[at]:
        at = heads[at]
        if at == own:
            return False
    return (
        heads[own] != before and heads[before] != heads[own] and not _is_part_of_name(sentence, own)
    )


def _is_part_of_name(sentence: _Sentence, own: int) -> bool:
    return sentence.analysis.relations[own].startswith("flat")


def _is_middle(sentence: _Sentence, own: int) -> bool:
    """Whether a verb in -ся is no passive: perfective, or of no transitive verb, or nothing says so."""
    word = sentence.words[own].lower()
    if not word.endswith(_REFLEXIVE):
        return False
    if not sentence.has(own, "Aspect=Imp") or not _base(word):
        return True
    children = sentence.children[own]
    passive = any(sentence.analysis.relations[child] == "nsubj:pass" for child in children)
    told = sentence.has(own, "VerbForm=Part")
    return not (passive or told or any(_is_agent(sentence, child) for child in children))


def _is_agent(sentence: _Sentence, own: int) -> bool:
    """A noun in the instrumental without a preposition."""
    return (
        sentence.analysis.relations[own] in {"obl", "obl:agent", "iobj", "obj"}
        and sentence.part(own) in _NOMINAL
        and sentence.has(own, "Case=Ins")
        and sentence.words[own].lower() not in _ADVERBIAL
        and not any(sentence.analysis.relations[c] == "case" for c in sentence.children[own])
    )


@cache
def _base(word: str) -> bool:
    """Whether a transitive verb stands behind a verb in -ся."""
    form = str(readings(word)[0].normal_form)
    base = active(form)
    return base != form and any(
        reading.normal_form == base and "tran" in reading.tag.grammemes
        for reading in readings(base)
    )
