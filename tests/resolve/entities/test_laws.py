"""Laws of linking, on corpora made up by Hypothesis."""

from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.resolve.decisions import Decisions, Reference
from tests.resolve.entities.linking_corpus import SOME, article, link, said

PEOPLE = [
    ("Mona Rashid", "Rashid", "منى رشيد", "Мона Рашид"),
    ("Omar Rashid", "Rashid", "عمر رشيد"),
    ("Vladimir Putin", "Putin", "بوتين"),
    ("Hassan Haddad", "Haddad", "حسن حداد"),
    ("Hussein Haddad", "Haddad", "حسين حداد"),
    ("Mohammed Khalil", "Muhammad Khalil", "محمد خليل"),
    ("Hussein", "Saddam Hussein", "H. Haddad"),
]
GROUPS = [
    ("Global Relief Network", "GRN"),
    ("Islamic State", "داعش", "Daesh"),
    ("Gulf Research Nexus", "GRN"),
]
PLACES = [("Tripoli", "طرابلس"), ("Moscow", "موسكو"), ("Vladimir", "Владимир"), ("Palmyra",)]


def chains(names, kind):
    chosen = st.sampled_from(names).flatmap(
        lambda forms: st.lists(st.sampled_from(forms), min_size=1, max_size=2)
    )
    country = st.sampled_from([None, None, "SY", "LB", "RU"])
    titles = st.sampled_from([(), (), ("president",), ("spokesman",)])
    return st.builds(
        lambda forms, where, title: said(
            *forms, type=kind, country=where, titles=title if kind == "person" else ()
        ),
        chosen,
        country,
        titles,
    )


CHAIN = st.one_of(chains(PEOPLE, "person"), chains(GROUPS, "organization"), chains(PLACES, "place"))
DAYS = st.sampled_from([None, "2024-03-22", "2011-05"])
CORPORA = st.lists(
    st.tuples(st.lists(CHAIN, min_size=1, max_size=5), st.sampled_from(["en", "ar", "ru"]), DAYS),
    min_size=1,
    max_size=7,
).map(lambda rows: [article(f"source {n}", *row) for n, row in enumerate(rows)])


@given(CORPORA, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_articles_does_not_matter(corpus, random):
    shuffled = random.sample(corpus, len(corpus))
    assert link(*shuffled, knowledge=SOME) == link(*corpus, knowledge=SOME)


@given(CORPORA, st.data())
@settings(deadline=None)
def test_adding_articles_in_two_steps_gives_the_same_as_in_one(corpus, data):
    cut = data.draw(st.integers(0, len(corpus)))
    link(*corpus[:cut], knowledge=SOME)
    assert link(*corpus[cut:], *corpus[:cut], knowledge=SOME) == link(*corpus, knowledge=SOME)


@given(CORPORA)
@settings(deadline=None)
def test_linking_again_and_giving_articles_twice_change_nothing(corpus):
    once = link(*corpus, knowledge=SOME)
    assert link(*corpus, knowledge=SOME) == once
    assert link(*corpus, *corpus, knowledge=SOME) == once


@given(CORPORA)
@settings(deadline=None)
def test_every_mention_belongs_to_exactly_one_entity(corpus):
    linked = link(*corpus, knowledge=SOME)
    evidence = [(e.article, e.span) for entity in linked.entities for e in entity.evidence]
    mentions = [(x.article, m.span) for _, x in corpus for m in x.mentions]
    assert sorted(evidence) == sorted(mentions)
    ids = [entity.id for entity in linked.entities]
    assert len(set(ids)) == len(ids)
    assert set(linked.chains.values()) == set(ids)


@given(CORPORA)
@settings(deadline=None)
def test_known_entities_are_one_each(corpus):
    linked = link(*corpus, knowledge=SOME)
    known = [entity.knowledge for entity in linked.entities if entity.knowledge]
    assert len(set(known)) == len(known)


REFERENCES = st.sampled_from(
    [
        Reference(name, "person")
        for name in ("Mona Rashid", "Omar Rashid", "Vladimir Putin", "حسن حداد", "Rashid")
    ]
)


@given(CORPORA, CORPORA, REFERENCES, REFERENCES)
@settings(deadline=None)
def test_a_merge_survives_later_articles(before, after, one, other):
    decisions = Decisions().append("merge", one, other)
    full = {one.name, other.name} - {"Rashid"}
    for corpus in (before, before + after):
        linked = link(*corpus, knowledge=SOME, decisions=decisions)
        found = {
            linked.chains[x.article, m.chain]
            for _, x in corpus
            for m in x.mentions
            if m.name in full and m.type == "person"
        }
        assert len(found) <= 1


@given(CORPORA, CORPORA)
@settings(deadline=None)
def test_not_same_survives_later_articles(before, after):
    one, other = Reference("Mona Rashid", "person"), Reference("منى رشيد", "person")
    decisions = Decisions().append("not-same", one, other)
    for corpus in (before, before + after):
        linked = link(*corpus, knowledge=SOME, decisions=decisions)
        alone = [
            {
                linked.chains[x.article, m.chain]
                for _, x in corpus
                for m in x.mentions
                if _only(x, m, name)
            }
            for name in (one.name, other.name)
        ]
        assert alone[0].isdisjoint(alone[1])


def _only(extraction, mention, name):
    """Whether a chain has no other name: one of both names cannot be parted."""
    names = {m.name for m in extraction.mentions if m.chain == mention.chain}
    return names == {name}
