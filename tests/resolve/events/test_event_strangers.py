"""Happenings of one day and kind that have nothing but that in common."""

from tests.resolve.events.clustering import groups
from tests.resolve.events.telling import Told, article

DAY = "on 4 June 2019"
VILLAGES = {"Aldvik": "place", "Brenna": "place"}  # that no knowledge base holds


def tell(*told, source="a", **kinds):
    return article(*told, source=source, published="2019-06-05", kinds={**VILLAGES, **kinds})


def fire(place, **more):
    return Told("fire", "disaster", place=place, day=DAY, **more)


def test_an_article_tells_the_fires_of_two_villages():
    assert len(groups(tell(fire("Aldvik"), fire("Brenna")))) == 2


def test_a_village_that_is_taken_for_its_namesake_is_another_village_all_the_same():
    assert len(groups(tell(fire("Aldvik"), fire("Brenna"), Brenna="person"))) == 2


def test_an_article_tells_one_fire_of_a_village_and_its_farm():
    told = [fire(place, patient="Karl Lund") for place in ("Aldvik", "Brenna")]
    assert len(groups(tell(*told))) == 1


def test_a_review_of_two_fires_does_not_make_them_one():
    review = tell(fire("Aldvik"), fire("Brenna"))
    assert (
        len(groups(review, tell(fire("Aldvik"), source="b"), tell(fire("Brenna"), source="c"))) == 2
    )
