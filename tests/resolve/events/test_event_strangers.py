"""Happenings of one day and kind that have nothing but that in common."""

import pytest

from tests.resolve.events.clustering import groups
from tests.resolve.events.telling import Told, article

DAY = "on 4 June 2019"
VILLAGES = {"Aldvik": "place", "Brenna": "place"}  # that no knowledge base holds


def tell(*told, source="a"):
    return article(*told, source=source, published="2019-06-05", kinds=VILLAGES)


def fire(place, **more):
    return Told("fire", "disaster", place=place, day=DAY, **more)


def test_an_article_tells_the_fires_of_two_villages():
    assert len(groups(tell(fire("Aldvik"), fire("Brenna")))) == 2


def test_an_article_tells_one_fire_of_a_village_and_its_farm():
    told = [fire(place, patient="Karl Lund") for place in ("Aldvik", "Brenna")]
    assert len(groups(tell(*told))) == 1


def test_a_review_of_two_fires_does_not_make_them_one():
    review = tell(fire("Aldvik"), fire("Brenna"))
    assert (
        len(groups(review, tell(fire("Aldvik"), source="b"), tell(fire("Brenna"), source="c"))) == 2
    )


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (Told("explosion", "disaster", place="Aldvik", day=DAY, counts=(("killed", 12),)), 2),
        (Told("explosion", "disaster", place="Aldvik", day=DAY, counts=(("killed", 7),)), 1),
        (Told("explosion", "disaster", place="Aldvik", day=DAY), 1),
        (fire("Aldvik", counts=(("killed", 12),)), 1),
    ],
)
def test_one_town_has_a_fire_and_an_explosion(other, found):
    company = [Told("visit", "movement", agent=name) for name in ("Ida Moe", "Per Dahl", "Jon Lie")]
    one = tell(fire("Aldvik", counts=(("killed", 7),)), *company)
    assert len([g for g in groups(one, tell(other, source="b")) if "visit" not in g]) == found
