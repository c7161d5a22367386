"""The type of an event whose reports differ."""

import pytest

from eventgraph.ontology import load as load_ontology
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.events.type_choice import SLIP, type_of
from tests.resolve.events.clustering import drafts
from tests.resolve.events.telling import Told, article


@pytest.mark.parametrize(
    ("deaths", "expected"), [(1, "attack"), (SLIP - 1, "attack"), (SLIP, "death")]
)
def test_one_report_in_ten_is_a_slip(deaths, expected):
    told = [article(Told("killing", "death", counts=(("killed", n + 3),))) for n in range(deaths)]
    found = drafts(*told, article(Told("attack", counts=(("killed", 2),))))
    reports = [report for draft in found for report in draft.reports]
    assert type_of(Draft.of(reports), load_ontology()) == expected
