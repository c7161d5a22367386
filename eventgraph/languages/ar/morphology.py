"""Inflected forms of Arabic verbs and nouns, generated from a listed dictionary form.

A verb is listed by its third person masculine past; ``past/present`` or ``past/present/passive``
where the rules here would not find them (hollow and weak roots). Everything is folded, so hamza
seats and final ya do not matter. Clitics are taken off before forms are looked up.

Source: K. C. Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapters 21–33.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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


def conjugation(entry: str) -> tuple[VerbForm, ...]:
    """All forms of a listed verb, its passive found by pattern where that is written otherwise.

    >>> [form.text for form in conjugation("أقال") if form.passive][:2]
    ['اقيل', 'اقيلت']
    >>> {"يستقيل", "يستقل"} <= {form.text for form in conjugation("استقال")}
    True
    """
    if entry.split("/", maxsplit=1)[0].endswith("أ"):
        return _of_hamza(entry)
    past, present, passive = (*(fold(part) for part in entry.split("/")), "", "")[:3]
    present = present or _weak_present(past)
    passive = passive or _passive_of(past)
    forms = list(verb_forms("/".join((past, present, *([passive] if passive else ())))))
    stem = present[1:]
    forms.append(VerbForm("ن" + stem, "present", "p"))
    if len(stem) > 2 and stem[-2] in "وي":  # hollow: لم يستقل, سيقال
        forms += _jussive(stem[:-2] + stem[-1])
        hidden = stem[:-2] + "ا" + stem[-1]
        forms += (
            VerbForm(letter + hidden, "present", "s", feminine=letter == "ت", passive=True)
            for letter in "يت"
        )
    return tuple(dict.fromkeys(forms))


def _of_hamza(entry: str) -> tuple[VerbForm, ...]:
    """Forms of a verb that ends in hamza, whose seat changes: "بدأت", "أرجئ", "بدؤوا"."""
    past = fold(entry.split("/", maxsplit=1)[0])[:-1] + "ء"
    found: list[VerbForm] = []
    for form in verb_forms(past):
        for seat in "اي":
            passive = form.passive or (seat == "ي" and form.aspect == "past")
            found.append(replace(form, text=form.text.replace("ء", seat), passive=passive))
    return tuple(dict.fromkeys(found))


def _is_hollow(past: str) -> bool:
    return len(past) > 2 and past[-2] == "ا"


def _weak_present(past: str) -> str:
    """The present of a derived hollow verb (form IV, X), of others by the pattern of sound ones."""
    if _is_hollow(past) and past[0] == "ا" and (len(past) == 4 or past.startswith("است")):
        return "ي" + past[1:-2] + "ي" + past[-1]
    return present_of(past)


def _passive_of(past: str) -> str:
    """The passive past where letters tell it from the active; empty where only vowels would.

    >>> _passive_of("هاجم"), _passive_of("اصاب"), _passive_of("قتل")
    ('هوجم', 'اصيب', '')
    """
    if _is_hollow(past):
        return past[:-2] + "ي" + past[-1]
    if len(past) == 4 and past[1] == "ا":
        return past[0] + "و" + past[2:]
    return past[:-1] + "ي" if past.endswith("ا") else ""


def participles(entry: str) -> tuple[tuple[str, str], ...]:
    """Folded masculine singular participles of a listed verb, each with its voice.

    Without vowels a derived participle reads both ways; it is given as ``passive``.

    >>> participles("قتل")
    (('قاتل', 'active'), ('مقتول', 'passive'), ('مقتل', 'passive'))
    >>> participles("اعتقل")
    (('معتقل', 'passive'),)
    """
    past = fold(entry.split("/", maxsplit=1)[0])
    if len(past) == 3 and entry.startswith("أ"):  # "مؤكد", "آمر"
        return (("مو" + past[1:], "passive"), ("ا" + past[1:], "active"))
    if len(past) == 3 and past[1] not in "اوي" and past[2] not in "اي":
        active = (f"{past[0]}ا{past[1:]}", "active")
        return (active, (f"م{past[:2]}و{past[2]}", "passive"), ("م" + past, "passive"))
    if len(past) == 3:  # hollow and defective roots: "قائل", "داع"
        first, middle, last = past[:1], past[1:2], past[2:]
        root = first + "اي" + last if middle == "ا" else first + "ا" + middle + "ي"
        return ((root, "active"),)
    derived = past.removeprefix("ا")
    found = [("م" + derived, "passive")]
    if _is_hollow(past):  # "مشير", "مقال"
        found.insert(0, ("م" + derived[:-2] + "ي" + derived[-1], "active"))
    return tuple(found)
