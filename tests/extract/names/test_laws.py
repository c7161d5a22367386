"""What holds for any text: spans give text, order, chains; nothing breaks without weights."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventgraph.extract import pipelines
from eventgraph.extract.names.arabic import reader as arabic
from eventgraph.extract.names.tagging.bio import chunks, tags_of
from eventgraph.languages.ar.clitics import forms, stripped
from tests.extract.names.marked import mentions

WORDS = {
    "en": ["Vladimir", "Putin", "the", "President", "of", "Syria", "'s", ",", ".", "(SDF)", "al-Assad", "said", "in", "U.S.", "42", "\n", "—", "Mr."],
    "ar": ["الرئيس", "بشار", "الأسد", "وقال", "للأمم", "المتحدة", "في", "،", ".", "«داعش»", "السوري", "نظيره", "و", "٢٠١١", "\n"],
    "ru": ["Президент", "России", "Путин", "в", "Москве", ",", ".", "«Хезболла»", "сказал", "МИД", "\n"],
    "fr": ["Le", "président", "français", "Macron", "à", "l'ONU", ",", ".", "Jean", "\n"],
    "zh": ["普京", "访问", "。", "叙利亚", "ISIS", "，", "\n"],
}  # fmt: skip
SENTENCES = st.sampled_from(sorted(WORDS)).flatmap(
    lambda code: st.tuples(st.just(code), st.lists(st.sampled_from(WORDS[code]), max_size=25))
)
LIMITS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(text, language):
    found = mentions(text, language)
    spans = [m.span for m in found]
    assert spans == sorted(spans)
    assert all(m.text == m.span.of(text) and m.text.strip() for m in found)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    seen = list(dict.fromkeys(m.chain for m in found))
    assert seen == list(range(len(seen)))
    types = {(m.chain, m.type) for m in found}
    assert len(types) == len(seen), "a chain has one type"


@LIMITS
@given(SENTENCES)
def test_mentions_of_words_in_any_order_are_well_formed(drawn):
    language, words = drawn
    check(" ".join(words), language)


@LIMITS
@given(
    st.sampled_from(["en", "ar", "ru", "xx"]),
    st.text(
        st.characters(codec="utf-8", categories=("L", "M", "N", "P", "Z", "C", "S")), max_size=80
    ),
)
def test_mentions_of_random_text_are_well_formed(language, text):
    check(text, language)


@pytest.mark.parametrize("language", ["en", "ar", "ru", "fr", "xx"])
@pytest.mark.parametrize("unit", ["a", "7", "A", "و", "Ж", "’s", "Al-", "(", "ال "])
def test_long_runs_take_no_longer_than_their_length(language, unit):
    check(unit * (5_000 // len(unit)), language)


@given(st.text("والبكفمرسني", min_size=1, max_size=12))
def test_a_word_is_its_proclitics_and_the_rest(word):
    for form in forms(word):
        assert word.startswith(form.clitics)
        assert not form.clitics or len(form.rest) >= 3
    assert stripped(word, next(forms(word))) == word


@given(st.lists(st.sampled_from(["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]), max_size=12))
def test_tags_and_chunks_are_one_another(tags):
    found = list(chunks(tags))
    assert list(chunks(tags_of(found, len(tags)))) == found


def test_arabic_names_are_found_without_weights(monkeypatch):
    monkeypatch.setattr(arabic, "name_tagger", lambda package: None)
    mentions.cache_clear()
    found = {m.name for m in mentions("التقى الرئيس الروسي فلاديمير بوتين وفدا من إيران.", "ar")}
    mentions.cache_clear()
    assert {"فلاديمير بوتين", "إيران"} <= found


def test_russian_names_are_found_without_the_extra(monkeypatch):
    monkeypatch.setattr(pipelines, "usable", lambda *_, **__: None)
    mentions.cache_clear()
    found = {m.name for m in mentions("Президент Владимир Путин прибыл. Россия ждёт.", "ru")}
    mentions.cache_clear()
    assert {"Владимир Путин", "Россия"} <= found


def test_an_article_read_twice_gives_the_same_mentions():
    text = "Syria's army left Palmyra. The president, Bashar al-Assad, thanked Russia."
    first = mentions(text, "en")
    mentions.cache_clear()
    assert mentions(text, "en") == first
