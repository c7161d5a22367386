"""Inflection, clitics and numbers, on which all Arabic events rest."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.extract import date_parts
from eventgraph.extract.events import find_events
from eventgraph.extract.passages import parse
from eventgraph.languages.ar.morphology import conjugation, noun_forms, participles, verb_forms
from eventgraph.languages.ar.syntax.words.lexicon import lexicon
from eventgraph.languages.ar.syntax.words.numbers import number_of
from eventgraph.languages.ar.syntax.words.readings import verb_readings
from eventgraph.languages.ar.tokens import word, words_of
from eventgraph.model import Part, Span, make_article
from eventgraph.names import fold
from eventgraph.ontology import load

ARABIC = st.text(
    st.sampled_from('ابتجحدرسعفقكلمنهويةىأإؤئء ،.؛:«»"()0123456789٣٤–-\nًُّ'), max_size=200
)
SEEDS = st.lists(
    st.sampled_from(
        [
            "قتل",
            "5",
            "أشخاص",
            "في",
            "هجوم",
            "على",
            "قال",
            "إن",
            "الذي",
            "شن",
            "و",
            "سيقتل",
            "لم",
            "مقتل",
            "أعلن",
            "أن",
            "بين",
            "3",
            "و5",
            "من",
            "،",
            "«",
            "»",
            ".",
        ]
    ),
    max_size=60,
).map(" ".join)


def events(text):
    parts = (Part("main", (Span(0, len(text)),)),) if text else ()
    article = make_article(source="test", text=text, language="ar", parts=parts)
    ((read, passages),) = parse([article])
    return find_events(read, passages, (), date_parts(read), load())


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("قتل", "قتل قتلت قتلوا قتلا يقتل تقتل يقتلون"),
        ("اعتقل", "اعتقل اعتقلت اعتقلوا يعتقل تعتقل يعتقلون"),
        ("أعلن", "أعلن أعلنت أعلنوا يعلن تعلن"),
        ("التقى/يلتقي", "التقى التقت التقوا التقيا يلتقي تلتقي يلتقون يلتقيان"),
        ("زار/يزور", "زار زارت زاروا يزور تزور يزورون"),
        ("اغتال/يغتال/اغتيل", "اغتال اغتالت يغتال اغتيل اغتيلت"),
        ("أجرى/يجري", "أجرى أجرت أجريت يجري تجري"),
        ("شن/يشن", "شن شنت شنوا يشن تشن"),
        ("دعا/يدعو", "دعا دعت دعوا يدعو تدعو"),
    ],
)
def test_verbs_inflect(entry, forms):
    known = {form.text for form in verb_forms(entry)}
    assert {fold(form) for form in forms.split()} <= known


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("أقال", "أقال أقالت يقيل أقيل أقيلت يقال"),
        ("اغتال", "اغتيل اغتيلت يغتال"),
        ("هاجم", "هاجموا هوجم هوجمت يهاجم"),
        ("أرجأ", "أرجأ أرجأت أرجئ أرجئت يرجئ"),
        ("بدأ", "بدأ بدأت بدؤوا يبدأ"),
        ("استقال", "استقال استقالت يستقيل تستقيل"),
    ],
)
def test_weak_verbs_and_passives_are_found_by_pattern(entry, forms):
    known = {form.text for form in conjugation(entry)}
    assert {fold(form) for form in forms.split() if form != "بدؤوا"} <= known


@pytest.mark.parametrize(
    ("entry", "participle", "voice"),
    [("قتل", "مقتول", "passive"), ("أكد", "مؤكد", "passive"), ("أشار/يشير", "مشير", "active"),
     ("قال/يقول", "قائل", "active"), ("اتهم", "متهم", "passive"), ("طالب", "مطالب", "passive")],
)  # fmt: skip
def test_participles(entry, participle, voice):
    assert (fold(participle), voice) in participles(entry)


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("غارة", "غارة غارات غارتان غارتين"),
        ("انفجار", "انفجار انفجارا انفجارات انفجاران انفجارين"),
        ("لقاء", "لقاء لقاءات"),
        ("مباحثات", "مباحثات"),
    ],
)
def test_nouns_inflect(noun, forms):
    assert {fold(form) for form in forms.split()} <= set(noun_forms(noun))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("قتل", "قتل"),
        ("فقتلوا", "قتل"),
        ("وستقتلهم", "قتل"),
        ("ليقتلوه", "قتل"),
        ("والقتل", None),  # a noun
        ("قتلة", None),  # killers: ta marbuta is no pronoun
        ("مقتل", None),
        ("بقتل", None),
        ("القتلى", None),
    ],
)
def test_clitics_of_verbs(text, key):
    found = [verb.lemma for verb, _, _ in verb_readings(word(text, 0), lexicon(frozenset()))]
    assert ("قتل" in found) == (key is not None)


@pytest.mark.parametrize(
    ("text", "value"), [("25", 25), ("٢٥", 25), ("3,500", 3500), ("١٬٢٠٠", 1200), ("1.5", 1.5)]
)
def test_digits(text, value):
    assert number_of(text) == value


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("قتل شخصان في انفجار.", 2, 2),
        ("مقتل ثلاثة وعشرين شخصا.", 23, 23),
        ("مقتل خمسة عشر شخصا.", 15, 15),
        ("مقتل 50 ألف شخص.", 50_000, 50_000),
        ("مقتل أكثر من ١٣٠ شخصا.", 130, None),
        ("مقتل ما لا يقل عن 14 شخصا.", 14, None),
        ("مقتل 14 شخصا على الأقل.", 14, None),
        ("مقتل أقل من 10 أشخاص.", None, 10),
        ("مقتل بين 3 و5 أشخاص.", 3, 5),
        ("مقتل عشرات الأشخاص.", 20, 99),
        ("مقتل مئة شخص.", 100, 100),
        ("مقتل نحو 70 شخصا.", 70, 70),
    ],
)
def test_numbers_of_killed(text, low, high):
    claims = {(q.kind, q.low, q.high) for event in events(text) for q in event.quantities}
    assert claims == {("killed", low, high)}


@pytest.mark.parametrize(
    "text",
    [
        "فجر الأحد هطل المطر.",
        "تقلل الحكومة من شأن الأزمة.",
        "مقاتلون ومستقلون ومنتقلون.",
        "جرائم حرب وأسرى حرب ووزير الحرب.",
        "الوفاق الوطني يضربون مثلا.",
        "لاعب خط هجوم يقلل الفارق.",
    ],
)
def test_words_that_only_look_like_events(text):
    assert {event.type for event in events(text)} <= {"other"}


@given(st.one_of(ARABIC, SEEDS))
def test_spans_give_their_text(text):
    for event in events(text):
        pieces = [event, *event.arguments, *event.quantities]
        assert all(piece.span.of(text) == piece.text for piece in pieces)
        assert event.sentence.covers(event.span)


@given(ARABIC)
def test_words_follow_one_another(text):
    words = words_of(text, Span(0, len(text)))
    assert all(w.span.of(text) == w.text for w in words)
    assert all(one.span.end <= other.span.start for one, other in pairwise(words))


def test_a_long_text_takes_time_in_proportion():
    text = ("قتل 5 أشخاص في هجوم على المدينة وقال إن ذلك " * 2_000).strip()
    assert len(events(text)) > 100
    assert events("1" * 100_000) == ()
    assert events("ب" * 100_000) == ()
