from pathlib import Path

import pytest

from eventgraph.errors import DataError
from eventgraph.model import Event, EventDate, Evidence, Span
from eventgraph.resolve.decisions import (
    COLUMNS,
    Decisions,
    Reference,
    article_reference,
    entity_reference,
    event_reference,
)
from tests.resolve.entities.linking_corpus import SOME, article, entity_of, link, said, together

HEADER = ",".join(COLUMNS)
MONA, LINA = Reference("Mona Rashid", "person"), Reference("Lina Aswad", "person")


def decide(*rows):
    decisions = Decisions()
    for action, *references in rows:
        decisions = decisions.append(action, *references)
    return decisions


def test_a_file_that_is_not_there_holds_no_decision(tmp_path):
    assert Decisions.read(tmp_path / "decisions.csv").rows == ()


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "decisions.csv"
    written = Decisions.read(path).append("merge", MONA, LINA, 'same, "surely"\nI think')
    written = written.append("rename", LINA, Reference("لينا أسود")).undo()
    assert Decisions.read(path) == written


@pytest.mark.parametrize("name", ["=1+1", "'=1+1", "''-2", "-x", "@me", "'quoted'", "a;b"])
def test_names_are_no_formulas_and_are_read_as_they_were(tmp_path, name):
    path = tmp_path / "decisions.csv"
    Decisions.read(path).append("ignore", Reference(name, "person"))
    assert Decisions.read(path).rows[0].subject.name == name
    cell = path.read_text(encoding="utf-8").splitlines()[1].split(",")[2]
    assert not cell.startswith(("=", "+", "-", "@"))


def test_a_file_that_cannot_be_written_is_an_error(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="cannot be written"):
        Decisions(path=tmp_path / "file" / "decisions.csv").append("ignore", MONA)


def test_the_file_is_only_ever_appended_to(tmp_path):
    path = tmp_path / "decisions.csv"
    decisions = Decisions.read(path).append("ignore", MONA)
    before = path.read_bytes()
    decisions.append("ignore", LINA).undo()
    assert path.read_bytes().startswith(before)


def test_undo_takes_back_the_last_that_counts_and_then_the_one_before():
    decisions = decide(("ignore", MONA), ("ignore", LINA))
    assert [row.subject for row in decisions.undo().active] == [MONA]
    assert decisions.undo().undo().active == ()


def test_nothing_left_to_undo_is_an_error():
    with pytest.raises(DataError, match="no decision is left to undo"):
        decide(("ignore", MONA)).undo().undo()


def test_the_later_of_merge_and_not_same_counts():
    decisions = decide(("merge", MONA, LINA), ("not-same", LINA, MONA))
    assert decisions.about("merge") == ()
    assert len(decisions.about("not-same")) == 1


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("1,join,a,person,,b,person,,", "action 'join', expected merge"),
        ("1,merge,a,person,,,,,", "merge of 'a': object is empty"),
        ("1,merge,a,human,,b,person,,", "type 'human', expected person"),
        ("x,ignore,a,person,,,,,", "number 'x'"),
        ("1,ignore,,person,,,,,", "subject is empty"),
        ("1,retype,a,person,,,event,,", "retype to 'event'"),
        ("1,undo,7,,,,,,", "undo of '7'"),
        ("1,merge,a,event,a1:x,b,event,a2:1-2,", "event 'a1:x', expected ARTICLE:START-END"),
        ("1,ignore,a", "more or fewer cells"),
        ("1,ignore,a,person,,,,,\n1,ignore,b,person,,,,,", "number 1, expected more than 1"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path, row, complaint):
    path = tmp_path / "decisions.csv"
    path.write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"decisions\.csv:[23]: ") as caught:
        Decisions.read(path)
    assert complaint in str(caught.value)


def test_an_empty_file_holds_no_decision(tmp_path):
    (tmp_path / "decisions.csv").touch()
    assert Decisions.read(tmp_path / "decisions.csv").rows == ()


@pytest.mark.parametrize("content", [b"number,action\n", b"\xff\xfe\x00"])
def test_a_file_of_another_kind_is_an_error(tmp_path, content):
    path = tmp_path / "decisions.csv"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"decisions\.csv"):
        Decisions.read(path)


def test_events_are_meant_by_a_trigger():
    fire = Event(
        "v1", "disaster", None, "Fire", "asserted", None, EventDate(), (), (), (), 1.0,
        (Evidence("a1", Span(5, 9), "fire"),),
    )  # fmt: skip
    decisions = decide(
        ("ignore", event_reference(fire)), ("rename", event_reference(fire), Reference("Blaze"))
    )
    assert decisions.ignored_events() == (("a1", Span(5, 9)),)
    assert decisions.event_names() == ((("a1", Span(5, 9)), "Blaze"),)
    assert decisions.about("ignore") == ()


ARTICLES = (
    article("a", [said("Mona Rashid"), said("Harbour Trust", type="organization")]),
    article("b", [said("Lina Aswad"), said("Rashid")]),
    article("c", [said("منى رشيد")], "ar"),
)
LATER = (
    article("d", [said("Mona Rashid"), said("Omar Haddad")]),
    article("e", [said("Lina Aswad"), said("Harbour Trust", type="organization")]),
)
BOTH = pytest.mark.parametrize("corpus", [ARTICLES, ARTICLES + LATER], ids=["now", "later"])


@BOTH
def test_merge_joins_what_has_nothing_in_common(corpus):
    linked = link(*corpus, decisions=decide(("merge", MONA, LINA)))
    assert together(linked, "Mona Rashid", "Lina Aswad")
    assert "decision 1: merged by hand, score 1.00" in entity_of(linked, "Lina Aswad").reasons


@BOTH
def test_not_same_parts_what_sounds_alike(corpus):
    other = Reference("منى رشيد", "person")
    assert together(link(*corpus), "Mona Rashid", "منى رشيد")
    linked = link(*corpus, decisions=decide(("not-same", MONA, other)))
    assert not together(linked, "Mona Rashid", "منى رشيد")


@BOTH
def test_not_same_also_forbids_the_way_round(corpus):
    third = Reference("Lina Aswad", "person")
    other = Reference("منى رشيد", "person")
    linked = link(*corpus, decisions=decide(("not-same", MONA, other), ("merge", third, other)))
    assert together(linked, "Lina Aswad", "منى رشيد")
    assert not together(linked, "Mona Rashid", "منى رشيد")


@BOTH
def test_split_takes_a_name_out(corpus):
    linked = link(*corpus, decisions=decide(("split", MONA, Reference("منى رشيد"))))
    assert not together(linked, "Mona Rashid", "منى رشيد")


@BOTH
def test_split_takes_an_article_out(corpus):
    out = article_reference(corpus[0][0])
    linked = link(
        *corpus,
        *corpus[:0],
        article("z", [said("Mona Rashid")]),
        decisions=decide(("split", MONA, out)),
    )
    first = linked.chains[corpus[0][0].id, 0]
    assert sum(e.name == "Mona Rashid" for e in linked.entities) == 2
    assert [e.articles for e in linked.entities if e.id == first] == [(corpus[0][0].id,)]


@BOTH
def test_rename_changes_the_name_and_nothing_else(corpus):
    before, after = (
        link(*corpus),
        link(*corpus, decisions=decide(("rename", MONA, Reference("M. R.")))),
    )
    assert entity_of(after, "Mona Rashid").name == "M. R."
    assert after.chains == before.chains


def test_a_given_name_can_be_decided_about():
    decisions = decide(("rename", MONA, Reference("M. R.")), ("merge", Reference("M. R."), LINA))
    assert together(link(*ARTICLES, decisions=decisions), "Mona Rashid", "Lina Aswad")


@BOTH
def test_retype_gives_another_type(corpus):
    trust = Reference("Harbour Trust", "organization")
    linked = link(*corpus, decisions=decide(("retype", trust, Reference("", "place"))))
    assert entity_of(linked, "Harbour Trust").type == "place"


@BOTH
def test_ignore_leaves_out(corpus):
    linked = link(*corpus, decisions=decide(("ignore", Reference("Harbour Trust", "organization"))))
    assert all(e.name != "Harbour Trust" for e in linked.entities)
    assert (corpus[0][0].id, 1) not in linked.chains


def test_surname_is_merged_by_hand():
    decisions = decide(("merge", Reference("Rashid", "person"), LINA))
    linked = link(
        article("a", [said("Lina Aswad")]), article("b", [said("Rashid")]), decisions=decisions
    )
    assert together(linked, "Lina Aswad", "Rashid")


def test_what_the_knowledge_base_joins_can_be_parted():
    pairs = (
        article("a", [said("Daesh", type="organization")]),
        article("b", [said("Islamic State", type="organization")]),
    )
    one, other = Reference("Islamic State", "organization", "org:islamic-state"), Reference("Daesh")
    for action in ("not-same", "split"):
        linked = link(*pairs, knowledge=SOME, decisions=decide((action, one, other)))
        assert not together(linked, "Daesh", "Islamic State")
        assert entity_of(linked, "Islamic State").knowledge == "org:islamic-state"


def test_known_entities_are_meant_by_their_id_in_any_script():
    pairs = (
        article("a", [said("موسكو", type="place")], "ar"),
        article("b", [said("Kremlin", type="organization")]),
    )
    linked = link(*pairs, knowledge=SOME)
    references = [entity_reference(entity_of(linked, name)) for name in ("موسكو", "Kremlin")]
    decided = link(*pairs, knowledge=SOME, decisions=decide(("merge", *references)))
    assert together(decided, "موسكو", "Kremlin")


def test_a_decision_about_nobody_does_nothing():
    nobody = Reference("Nobody Atall", "person")
    rows = [
        ("merge", MONA, nobody),
        ("split", nobody, MONA),
        ("ignore", nobody),
        ("rename", nobody, MONA),
    ]
    assert link(*ARTICLES, decisions=decide(*rows)) == link(*ARTICLES)


def test_undone_is_as_if_never_done(tmp_path: Path):
    decisions = Decisions.read(tmp_path / "decisions.csv").append("merge", MONA, LINA).undo()
    assert link(*ARTICLES, decisions=decisions) == link(*ARTICLES)
