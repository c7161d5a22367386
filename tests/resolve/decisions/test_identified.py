"""A decision that names an id is about that entity and no other, however many share its name."""

import pytest

from eventgraph.resolve.decisions import Decisions, Reference, entity_reference
from tests.resolve.entities.linking_corpus import NOTHING, article, entity_of, link, said, together

ARTICLES = (
    article("a", [said("John Smith", "Smith"), said("Karl Lund")]),
    article("b", [said("Peter Smith", "Smith")]),
    article("c", [said("Peter Smith"), said("Anna Berg")]),
    article("d", [said("Smith"), said("Anna Berg")]),
)
LATER = (*ARTICLES, article("e", [said("Peter Smith")]), article("f", [said("John Smith")]))


def linked(*rows, corpus=ARTICLES):
    decisions = Decisions()
    for action, *references in rows:
        decisions = decisions.append(action, *references)
    return link(*corpus, knowledge=NOTHING, decisions=decisions)


def named(found):
    return sorted(entity.name for entity in found.entities)


PETER, JOHN, KARL = (
    entity_reference(entity_of(linked(), name))
    for name in ("Peter Smith", "John Smith", "Karl Lund")
)
BOTH = pytest.mark.parametrize("corpus", [ARTICLES, LATER], ids=["now", "later"])


def test_the_reference_says_who_by_full_name_and_id():
    assert PETER.name == "Peter Smith"
    assert PETER.id == entity_of(linked(), "Peter Smith").id


@BOTH
def test_ignoring_one_leaves_the_other_as_it_was(corpus):
    before, after = linked(corpus=corpus), linked(("ignore", PETER), corpus=corpus)
    assert "Peter Smith" not in named(after)
    assert list(after.entities) == [e for e in before.entities if e.id != PETER.id]
    assert PETER.id not in after.chains.values()


def test_a_surname_alone_in_an_article_goes_with_its_bearer():
    article_id = ARTICLES[3][0].id
    bearer = linked().chains[article_id, 0]
    gone = linked(("ignore", Reference("x", "person", bearer)))
    assert (article_id, 0) not in gone.chains


@BOTH
def test_renaming_and_merging_touch_the_one_that_was_meant(corpus):
    after = linked(("rename", JOHN, Reference("J. S.")), ("merge", PETER, KARL), corpus=corpus)
    assert together(after, "Peter Smith", "Karl Lund")
    assert not together(after, "John Smith", "Karl Lund")
    assert [e.name for e in after.entities if "John Smith" in dict(e.names)["en"]] == ["J. S."]


def test_the_id_counts_and_the_name_beside_it_does_not():
    wrong = Reference("John Smith", "person", PETER.id)
    assert named(linked(("ignore", wrong))) == named(linked(("ignore", PETER)))


def test_an_id_that_nobody_has_falls_back_on_the_name():
    gone = Reference("Peter Smith", "person", "n" + "0" * 16)
    assert named(linked(("ignore", gone))) == named(linked(("ignore", PETER)))


def test_an_id_made_by_an_earlier_decision_is_understood():
    out = Reference("b", "article", ARTICLES[1][0].id)
    split = linked(("split", PETER, out))
    parts = [e for e in split.entities if "Peter Smith" in dict(e.names)["en"]]
    assert len(parts) == 2
    [new] = [e for e in parts if e.articles == (ARTICLES[1][0].id,)]
    after = linked(("split", PETER, out), ("merge", Reference("x", "person", new.id), KARL))
    karl = after.chains[ARTICLES[0][0].id, 1]
    assert after.chains[ARTICLES[1][0].id, 0] == karl
    assert after.chains[ARTICLES[2][0].id, 0] != karl


def test_not_same_against_a_chain_of_merges_is_told():
    rows = [("merge", PETER, KARL), ("merge", KARL, JOHN), ("not-same", PETER, JOHN)]
    told = linked(*rows).unmet
    assert list(told) == [3]
    assert "'Peter Smith' and 'John Smith' stay one entity" in told[3]
    assert linked(*rows[1:]).unmet == {}


def test_not_same_of_two_that_every_article_takes_for_one_is_told():
    corpus = (article("a", [said("Mona Rashid", "Mona Haddad")]),)
    row = ("not-same", Reference("Mona Rashid", "person"), Reference("Mona Haddad", "person"))
    assert "takes them for one" in linked(row, corpus=corpus).unmet[1]
