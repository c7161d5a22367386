"""Decisions about entities that fit nothing are told, and no others are."""

import pytest

from eventgraph.resolve.decisions import Decisions, Reference
from tests.resolve.entities.linking_corpus import NOTHING, article, link, said

TEXTS = [article("a", [said("Mona Rashid"), said("Homs", type="place")])]
MONA, LINA = Reference("Mona Rashid", "person"), Reference("Lina Aswad", "person")
OTHER = Reference("a.txt", "article", "a0")


def unmet(*rows):
    decisions = Decisions()
    for action, *references in rows:
        decisions = decisions.append(action, *references) if references else decisions.undo()
    return dict(link(*TEXTS, knowledge=NOTHING, decisions=decisions).unmet)


@pytest.mark.parametrize(
    "rows",
    [
        [("ignore", MONA)],
        [("ignore", MONA), ("rename", MONA, Reference("M."))],
        [("rename", MONA, Reference("M. R.")), ("ignore", Reference("M. R.", "person"))],
        [("retype", MONA, Reference("", "place")), ("split", Reference("Mona Rashid", "place"))],
        [("split", MONA, Reference("Mona Rashid"))],
        [("ignore", LINA), ("undo",)],
    ],
    ids=lambda rows: " ".join(action for action, *_ in rows),
)
def test_what_fits_is_not_told(rows):
    assert unmet(*rows) == {}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("ignore", LINA), "ignore: no person is called 'Lina Aswad'"),
        (("rename", LINA, MONA), "rename: no person is called 'Lina Aswad'"),
        (("merge", MONA, LINA), "merge: no person is called 'Lina Aswad'"),
        (("not-same", LINA, MONA), "not-same: no person is called 'Lina Aswad'"),
        (("ignore", Reference("Homs", "person")), "ignore: no person is called 'Homs'"),
        (("ignore", Reference("Lina")), "ignore: no entity is called 'Lina'"),
        (("ignore", Reference("", "", "org:x")), "ignore: no entity has the id 'org:x'"),
        (("split", MONA, Reference("Mouna")), "split: no mention of 'Mona Rashid' is spelled 'Mouna'"),
        (("split", MONA, OTHER), "split: no mention of 'Mona Rashid' in article 'a.txt'"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)  # fmt: skip
def test_what_fits_nothing_is_told_by_its_number(row, reason):
    assert unmet(("ignore", Reference("Homs")), row) == {2: reason}
