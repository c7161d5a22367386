"""What happened and what came of it is one event, in each language's own way to say so."""

import pytest

from tests.resolve.events.pipeline import events, text, told

ONE = [
    ("Gunmen attacked Oslo on 3 May 2019, killing nine people.", "attack", {"killed": 9}),
    (
        "Missiles hit the port of Odesa on 3 May 2019, killing nine people and wounding six.",
        "attack",
        {"killed": 9, "injured": 6},
    ),
    ("A bus crashed in Oslo on 3 May 2019, killing nine people.", "accident", {"killed": 9}),
    ("Nine people died in a fire in Oslo on 3 May 2019.", "disaster", {"killed": 9}),
    ("أسفر هجوم في أوسلو في 3 مايو 2019 عن مقتل تسعة أشخاص.", "attack", {"killed": 9}),
    ("قتل تسعة أشخاص في حريق في أوسلو في 3 مايو 2019.", "disaster", {"killed": 9}),
    (
        "قتل تسعة أشخاص وأصيب ستة آخرون جراء انفجار سيارة مفخخة في أوسلو في 3 مايو 2019.",
        "attack",
        {"killed": 9, "injured": 6},
    ),
    ("قتل تسعة أشخاص بانفجار عبوة ناسفة في أوسلو في 3 مايو 2019.", "attack", {"killed": 9}),
]
TWO = [
    "Nobody was killed in the attack in Oslo on 3 May 2019.",
    "Ivan Petrov was killed in the war in Oslo on 3 May 2019.",
    "لم يقتل أي جندي في الهجوم على أوسلو في 3 مايو 2019.",
]


def read(words):
    """The rows of a text."""
    found = events(text(words, "2019-05-04", "en" if words.isascii() else "ar"))
    return [event for event in found if not event.minor]


@pytest.mark.parametrize(("words", "kind", "claimed"), ONE)
def test_an_outcome_told_with_its_cause_is_one_event_with_it(words, kind, claimed):
    (event,) = read(words)
    assert (event.type, event.date.edtf) == (kind, "2019-05-03")
    assert {claim.kind: claim.low for claim in event.claims} == claimed


@pytest.mark.parametrize("words", TWO)
def test_what_is_denied_or_lasts_is_not_one_with_a_death(words):
    assert max(len(told(event)) for event in read(words)) == 1


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("وكانت صواريخ روسية قد قصفت ميناء أوديسا في 3 مايو 2019.", "patient"),
        ("صواريخ روسية قصفت ميناء أوديسا في 3 مايو 2019.", "patient"),
        ("قصفت إسرائيل غزة في 3 مايو 2019.", "agent"),
    ],
)
def test_who_shells_and_what_is_shelled_in_arabic(words, role):
    event = next(iter(read(words)))
    assert role in {participant.role for participant in event.participants}
    assert (role == "agent") == any(p.role == "agent" for p in event.participants)
