"""Pairs of spellings within one script and across scripts, each pair alone in a corpus of two articles."""

import pytest

from tests.resolve.entities.linking_corpus import (
    NOTHING,
    SOME,
    article,
    entity_of,
    link,
    said,
    together,
)

SAME = [
    ("person", "Yousef Karam", "Yusuf Karam"),
    ("person", "Mohammed Tahan", "Muhammad Tahan"),
    ("person", "Sergei Malyshev", "Sergey Malyshev"),
    ("person", "Abdel Rahman Qader", "Abdulrahman Qader"),
    ("person", "Nasr Allah Karam", "Nasrallah Karam"),
    ("person", "Robert Hale Jr.", "Robert Hale"),
    ("person", "Nour Salim Aziz", "Nour Aziz"),
    ("person", "J. Millbrook", "Jane Millbrook"),
    ("person", "Imad al-Din Saqr", "عماد الدين صقر"),
    ("person", "James Whitlock", "جيمس ويتلوك"),
    ("organization", "Theatre of Change", "Theater of Change"),
    ("organization", "Research Organisation Vega", "Research Organization Vega"),
    ("place", "Al-Qaryatayn Hills", "al Qaryatayn hills"),
    ("place", "Verkhoyarsk", "فيرخويارسك"),
    ("place", "Verkhoyarsk", "Верхоярск"),
]
DIFFERENT = [
    ("person", "Hassan Abdulrahman", "Hussein Abdulrahman"),
    ("person", "Mahmoud Tahan", "محمد طحان"),
    ("person", "Jamil Tahan", "جمال طحان"),
    ("person", "Karim Tahan", "كريمة طحان"),
    ("person", "Saad Tahan", "سعيد طحان"),
    ("person", "Amr Tahan", "عمر طحان"),
    ("person", "Omar Tahan", "عمرو طحان"),
    ("person", "Ayman Tahan", "أمين طحان"),
    ("person", "Ivan Petrenko", "Ivanna Petrenko"),
    ("person", "K. Millbrook", "Jane Millbrook"),
    ("organization", "المؤسسة الأمنية", "المؤسسة الألمانية"),
    ("organization", "79th Harbour Awards", "81st Harbour Awards"),
    ("place", "Route 52", "Route 94"),
    ("place", "Upper Marsk", "Lower Marsk"),
    ("place", "Ghor", "Ghar"),
]


def corpus(kind, one, other):
    return article("a", [said(one, type=kind)]), article("b", [said(other, type=kind)])


@pytest.mark.parametrize(("kind", "one", "other"), SAME)
def test_spellings_of_one_name_are_one_entity(kind, one, other):
    assert together(link(*corpus(kind, one, other)), one, other)


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_names_that_look_alike_are_two_entities(kind, one, other):
    assert not together(link(*corpus(kind, one, other)), one, other)


@pytest.mark.parametrize(
    "name", ["Vladimir Poutine", "فلاديمير بوتن", "Владимир Путин", "Wladimir Putin"]
)
def test_known_person_is_found_under_another_spelling(name):
    linked = link(article("a", [said(name)]), knowledge=SOME)
    assert entity_of(linked, name).knowledge == "person:vladimir-putin"
    assert "sounds like" in entity_of(linked, name).reasons[0]


def test_known_person_of_another_country_is_not_meant_by_the_sound():
    linked = link(article("a", [said("Wladimir Putin", country="US")]), knowledge=SOME)
    assert entity_of(linked, "Wladimir Putin").knowledge is None


def test_known_person_who_stands_beside_the_name_is_not_meant_by_the_sound():
    linked = link(article("a", [said("Wladimir Putin"), said("Vladimir Putin")]), knowledge=SOME)
    assert not together(linked, "Wladimir Putin", "Vladimir Putin")


def test_acronym_that_the_articles_spell_out_is_not_the_famous_one():
    group = {"type": "organization"}
    linked = link(
        article("a", [said("Southern Dairy Farmers", **group)]),
        article("b", [said("SDF", **group)]),
        knowledge=SOME,
    )
    assert together(linked, "SDF", "Southern Dairy Farmers")


def test_surname_that_several_articles_give_a_person_is_no_group():
    full = [article(s, [said("Raj Chothan")]) for s in "ab"]
    linked = link(*full, article("c", [said("Chothan", type="organization")]))
    assert entity_of(linked, "Chothan").type == "person"


def test_surname_is_the_person_whose_full_name_the_article_mistook():
    full = [article(s, [said("Raj Chothan"), said("Lina Aswad")]) for s in "abc"]
    mistaken = article(
        "d", [said("Raj Chothan", type="place"), said("Chothan"), said("Lina Aswad")]
    )
    linked = link(*full, mistaken)
    assert [e.type for e in linked.entities if e.name != "Lina Aswad"] == ["person"]


HOSTILE = [
    "\u202e",
    "-",
    "'",
    "ـ",
    "٪",
    "👩‍🚀",
    "A" * 100_000,
    "ا" * 100_000,
    "a " * 5_000,
    "\ud800",
    "=1+1",
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("kind", ["person", "organization", "place"])
def test_any_name_gets_an_entity_or_none(name, kind):
    linked = link(
        article("a", [said(name, type=kind)]),
        article("b", [said(name, type=kind)]),
        knowledge=NOTHING,
    )
    assert len(linked.entities) <= 1
