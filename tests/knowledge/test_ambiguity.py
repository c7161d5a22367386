import pytest

from eventgraph.knowledge import load


@pytest.mark.parametrize(
    "name",
    ["Reading", "Nice", "Mobile", "Vladimir", "فلاديمير", "Владимир", "الأسد", "الباب", "Bath",
     "Batman", "Charlotte", "Florence", "IS", "US", "WHO", "Split", "Apple"],
)  # fmt: skip
def test_a_name_that_is_also_a_word_or_a_given_name_needs_context(name):
    assert load().find(name)
    assert load().ambiguous(name)


@pytest.mark.parametrize(
    "name",
    ["Damascus", "دمشق", "Moscow", "موسكو", "Москва", "ISIS", "داعش", "Putin", "بوتين", "غزة",
     "Georgia", "London", "Paris", "Berlin", "القاهرة", "دبي", "حلب", "no such name"],
)  # fmt: skip
def test_a_name_that_somebody_well_known_bears_needs_none(name):
    assert not load().ambiguous(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("باب", True),
        ("قاعدة", True),
        ("سعودية", False),
        ("أمم المتحدة", False),
        ("دار البيضاء", False),
    ],
)
def test_a_single_word_without_its_article_needs_context_unless_a_country(name, expected):
    assert load().find(name)
    assert load().ambiguous(name) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("فلاديمير", "given"),
        ("محمد", "given"),
        ("دونالد", "given"),
        ("Vladimir", "given"),
        ("Владимир", "given"),
        ("François", "given"),
        ("Miller", "name"),
        ("table", ""),
        ("القاهرة", ""),
        ("", ""),
    ],
)
def test_words_of_personal_names_have_a_class(word, expected):
    assert load().name_class(word) == expected
    assert load().given_name(word) == (expected == "given")
