"""Inflected forms of Arabic verbs and nouns, generated from a listed dictionary form.

A verb is listed by its third person masculine past; ``past/present`` or ``past/present/passive``
where the rules here would not find them (hollow and weak roots). Everything is folded, so hamza
seats and final ya do not matter. Clitics are taken off before forms are looked up.

Source: K. C. Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapters 21–33.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from eventgraph.names import fold

Aspect = Literal["past", "present", "jussive"]
_WEAK = ("ي", "ا")
_LONG = ("و", "ي", "ا")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb.

    Attributes:
        text: Folded.
        aspect: ``past``, ``present`` (indicative, subjunctive and jussive alike) or ``jussive``
            where that is shorter: only after لم.
        number: ``s``, ``d`` or ``p``; a verb before its subject is singular.
        feminine: Whether it agrees with a feminine (or inanimate plural) subject.
        passive: Whether it can only be passive; most forms read both ways without vowels.
        bound: Whether it stands only before an object pronoun.
    """

    text: str
    aspect: Aspect
    number: str
    feminine: bool = False
    passive: bool = False
    bound: bool = False


def present_of(past: str) -> str:
    """The present of a folded past, by the pattern of sound verbs.

    >>> present_of("اعتقل"), present_of("قتل")
    ('يعتقل', 'يقتل')
    """
    return "ي" + (past[1:] if past.startswith("ا") and len(past) > 3 else past)


def verb_forms(entry: str) -> tuple[VerbForm, ...]:
    """The forms of a listed verb, without clitics, in a fixed order.

    >>> sorted({form.text for form in verb_forms("قتل")})[:4]
    ['تقتل', 'تقتلان', 'قتل', 'قتلا']
    >>> [form.text for form in verb_forms("اغتال/يغتال/اغتيل") if form.passive][:2]
    ['اغتيل', 'اغتيلت']
    """
    past, present, passive = (*(fold(part) for part in entry.split("/")), "", "")[:3]
    forms = list(_past_forms(past, passive=False))
    forms += _present_forms(present or present_of(past))
    if passive:
        forms += _past_forms(passive, passive=True)
    return tuple(dict.fromkeys(forms))


def _past_forms(past: str, *, passive: bool) -> Iterator[VerbForm]:
    stem = past[:-1] if past.endswith(_WEAK) else past
    yield VerbForm(past, "past", "s", passive=passive)
    yield VerbForm(stem + "ت", "past", "s", feminine=True, passive=passive)
    if past.endswith("ي"):  # the passive keeps its ya: أُجريت
        yield VerbForm(past + "ت", "past", "s", feminine=True, passive=True)
        yield VerbForm(stem + "ا", "past", "s", passive=passive, bound=True)  # التقاه
    yield VerbForm(stem + "وا", "past", "p", passive=passive)
    yield VerbForm(stem + "و", "past", "p", passive=passive, bound=True)  # قتلوه
    yield VerbForm(past.removesuffix("ا") + "ا", "past", "d", passive=passive)
    yield VerbForm(stem + "تا", "past", "d", feminine=True, passive=passive)


def _present_forms(present: str) -> Iterator[VerbForm]:
    stem = present[1:]
    core = stem[:-1] if stem.endswith(("و", *_WEAK)) else stem
    shapes = [(stem, "s"), (core + "ون", "p"), (core + "وا", "p"), (stem + "ان", "d")]
    for shape, number in shapes:
        yield VerbForm("ي" + shape, "present", number)
        if number != "p":
            yield VerbForm("ت" + shape, "present", number, feminine=True)
    yield VerbForm("ي" + core + "و", "present", "p", bound=True)  # ليقتلوه
    if core != stem:  # a weak root: لم يلتق
        yield from _jussive(core)
    elif len(stem) == 3 and stem[-2] in _LONG:  # a hollow root: لم يزر
        yield from _jussive(stem[:-2] + stem[-1])


def _jussive(stem: str) -> Iterator[VerbForm]:
    yield VerbForm("ي" + stem, "jussive", "s")
    yield VerbForm("ت" + stem, "jussive", "s", feminine=True)


def noun_forms(entry: str) -> tuple[str, ...]:
    """Folded singular, construct, dual and sound plural of a listed noun, without clitics.

    Broken plurals are listed as nouns of their own.

    >>> noun_forms("غارة")
    ('غاره', 'غارت', 'غارات', 'غارتان', 'غارتين', 'غارتا')
    >>> noun_forms("هجوم")
    ('هجوم', 'هجوما', 'هجومات', 'هجومان', 'هجومين')
    """
    noun = fold(entry)
    if entry.endswith("ة"):
        stem = noun[:-1]
        return (noun, stem + "ت", stem + "ات", stem + "تان", stem + "تين", stem + "تا")
    if noun.endswith(("ات", "ين", "ون", "ا", "ي")):
        return (noun,)
    accusative = () if noun.endswith("اء") else (noun + "ا",)
    return (noun, *accusative, noun + "ات", noun + "ان", noun + "ين")
