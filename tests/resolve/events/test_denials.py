from dataclasses import replace

import pytest

from eventgraph.model import Participant
from eventgraph.resolve.events.denials import link_denials
from tests.corpora import article, event

ONE = article("Ministers accused Anna. She said no.", "a.txt")
TWO = article("Others accused Anna.", "b.txt")


def telling(id_, of=ONE, *, status="asserted", accused="e1", kind="accusation"):
    told = event(id_, "accused", of, type=kind, status=status)
    return replace(told, participants=(Participant(accused, "patient"),))


@pytest.mark.parametrize(
    ("allegation", "linked"),
    [
        (telling("v1"), True),
        (telling("v1", status="alleged"), True),
        (telling("v1", status="negated"), False),
        (telling("v1", accused="e2"), False),
        (telling("v1", kind="attack"), False),
        (telling("v1", TWO), False),
    ],
)
def test_a_denial_names_the_allegation_and_is_named_by_it(allegation, linked):
    first, denial = link_denials([allegation, telling("v2", status="negated")])
    assert any("denies v1" in reason for reason in denial.reasons) is linked
    assert any("denied by v2" in reason for reason in first.reasons) is linked
