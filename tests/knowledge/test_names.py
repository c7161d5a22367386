from pathlib import Path

import pytest

from eventgraph.errors import NotFoundError
from eventgraph.knowledge import load
from eventgraph.names import fold

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("name", "expected"), ROWS)
def test_a_name_finds_its_entry_first(name, expected):
    assert load().find(name)[0].id == expected


@pytest.mark.parametrize(
    ("bare", "name"), [("كرملين", "الكرملين"), ("رقة", "الرقة"), ("سعودية", "السعودية")]
)
def test_an_arabic_name_is_found_without_its_article(bare, name):
    assert load().find(bare) == load().find(name)


def test_an_article_that_the_name_lacks_is_not_added():
    assert load().find("البوتين") == ()


@pytest.mark.parametrize("name", ["", " ", "?!", "|", "Zzyzx Qwrt", "ꙮ"])
def test_what_is_not_known_finds_nothing(name):
    assert load().find(name) == ()


def test_entries_that_share_a_name_are_ordered_by_fame():
    populations = [entry.population for entry in load().find("Tripoli")]
    assert populations == sorted(populations, reverse=True)
    assert len(populations) > 1


def test_a_country_stands_before_a_region_of_its_name():
    assert [entry.id for entry in load().find("Georgia")] == ["country:GE", "place:us-ga"]


def test_an_entry_knows_its_names_country_and_coordinates():
    palmyra = load().entry("place:palmyra")
    assert palmyra.name("ar") == "تدمر"
    assert (palmyra.type, palmyra.country, palmyra.within) == ("place", "SY", "place:homs-province")
    assert (palmyra.latitude, palmyra.longitude) == (34.56, 38.28)


def test_a_city_lies_in_its_country_and_an_american_one_in_its_state():
    assert load().entry("place:geonames-524901").within == "country:RU"
    assert load().find("Houston")[0].within == "place:us-tx"


def test_a_name_in_a_language_without_names_falls_back_to_english():
    assert load().entry("country:RU").name("de") == "Russia"


def test_an_unknown_id_is_reported():
    with pytest.raises(NotFoundError, match="country:ZZ"):
        load().entry("country:ZZ")


@pytest.mark.parametrize(
    ("words", "start", "expected"),
    [
        ("the Syrian Democratic Forces said", 1, ("org:sdf", 3)),
        ("in Deir ez Zor on Monday", 1, ("place:deir-ez-zor", 3)),
        ("Islamic State in Iraq and the Levant", 0, ("org:islamic-state", 7)),
        ("قال تنظيم الدولة الإسلامية في العراق والشام إن", 1, ("org:islamic-state", 6)),
        ("New York Times reported", 0, ("org:new-york-times", 3)),
        ("مجلس الأمن الدولي يجتمع", 0, ("org:un-security-council", 3)),
        ("قال الرئيس", 0, None),
    ],
)  # fmt: skip
def test_the_longest_name_at_a_word_is_found(words, start, expected):
    found = load().longest([fold(word) for word in words.split()], start)
    assert (found and (found[0][0].id, found[1])) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["bashar", "al", "", "assad", "said"], ("person:bashar-al-assad", 4)),  # al-Assad
        (["new", ",", "york"], None),
        (["u s", "forces"], ("org:us-army", 2)),  # "U.S." is one token and two folded words
        (["", "moscow"], None),
        (["moscow", ""], ("place:geonames-524901", 1)),
    ],
)
def test_folded_punctuation_is_skipped_inside_a_name_only(words, expected):
    found = load().longest(words, 0)
    assert (found and (found[0][0].id, found[1])) == expected


def test_looking_for_the_longest_name_takes_linear_time():
    words = ["islamic", "state"] * 50_000
    assert sum(load().longest(words, start) is not None for start in range(len(words))) >= 50_000


@pytest.mark.parametrize(
    ("country", "name"),
    [("RU", "Moscow"), ("US", "Washington"), ("SY", "Damascus"), ("TR", "Ankara"), ("FR", "Paris"),
     ("IR", "Tehran"), ("UA", "Kyiv"), ("DE", "Berlin"), ("EG", "Cairo"), ("CN", "Beijing")],
)  # fmt: skip
def test_a_country_has_its_capital(country, name):
    assert load().capital(country).name("en") == name


def test_what_is_no_country_has_no_capital():
    assert load().capital("ZZ") is None
