"""The Russian pipeline: a Doc filled as spaCy's own are; trees whatever the networks say."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.languages.ru.tree import heads_of

pytest.importorskip("slovnet", reason="the extra 'ru' is not installed")


@pytest.fixture(scope="module")
def nlp():
    from eventgraph.languages.ru.pipeline import load

    return load()


# Sentence, then what some of its words are: word, dictionary form, part of speech, relation, head.
PARSES = [
    (
        "Ночью боевики обстреляли рынок в Идлибе.",
        "боевики/боевик/NOUN/nsubj/обстреляли обстреляли/обстрелять/VERB/ROOT/обстреляли рынок/рынок/NOUN/obj/обстреляли Идлибе/идлиб/PROPN/nmod/рынок",
    ),
    (
        "Склад был подожжён неизвестными.",
        "Склад/склад/NOUN/nsubj:pass/подожжён подожжён/поджечь/VERB/ROOT/подожжён неизвестными/неизвестный/ADJ/obl:agent/подожжён",
    ),
    (
        "Чиновник обвиняется в хищении.",
        "Чиновник/чиновник/NOUN/nsubj:pass/обвиняется обвиняется/обвинять/VERB/ROOT/обвиняется",
    ),
    (
        "Переговоры ведутся дипломатами.",
        "ведутся/вести/VERB/ROOT/ведутся дипломатами/дипломат/NOUN/obl:agent/ведутся",
    ),
    # Perfective verbs in -ся, and those of no transitive verb, are no passives.
    ("Генерал скончался.", "Генерал/генерал/NOUN/nsubj/скончался скончался/скончаться/VERB/ROOT/скончался"),
    ("Автобус взорвался.", "Автобус/автобус/NOUN/nsubj/взорвался взорвался/взорваться/VERB/ROOT/взорвался"),
    ("Полиция никого не задержала.", "не/не/PART/advmod/задержала задержала/задержать/VERB/ROOT/задержала"),
    # Of two verbs that both want to be the root the second stands beside the first.
    (
        "В провинции произошло землетрясение, погибли 14 человек.",
        "произошло/произойти/VERB/ROOT/произошло погибли/погибнуть/VERB/conj/произошло человек/человек/NOUN/nsubj/погибли",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARSES, ids=[text for text, _ in PARSES])
def test_words_have_form_part_relation_and_head(nlp, text, expected):
    doc = nlp(text)
    found = {f"{t.text}/{t.lemma_}/{t.pos_}/{t.dep_}/{t.head.text}" for t in doc}
    assert set(expected.split()) <= found, sorted(found)


def test_features_are_those_of_universal_dependencies(nlp):
    agent = nlp("Судья ранена охранником.")[2]
    assert agent.morph.get("Case") == ["Ins"]
    assert nlp("Автобус взорвался.")[1].morph.get("Voice") == ["Mid"]


def test_names_are_entities(nlp):
    doc = nlp("Олег Дрозд прилетел в Ереван.")
    assert [(e.text, e.label_) for e in doc.ents] == [("Олег Дрозд", "PER"), ("Ереван", "LOC")]


def test_sentences_end_where_razdel_ends_them(nlp):
    doc = nlp("По словам г-на А. С. Петрова, 1,5 млн руб. пропали. Суд ждёт его.")
    assert [s.text for s in doc.sents] == [
        "По словам г-на А. С. Петрова, 1,5 млн руб. пропали.",
        "Суд ждёт его.",
    ]


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\n", "\t. ", "ё\u0301", "a" * 500, "слово " * 700, "«»" * 90]
)
def test_any_text_is_kept_to_the_character(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert all(token.head.i < len(doc) for token in doc)


def test_a_doc_does_not_depend_on_those_parsed_with_it(nlp):
    texts = ["Суд оправдал врача.", "В порту сгорел склад, пострадали трое рабочих.", "Да."]
    alone = [[(t.lemma_, t.dep_, t.head.i) for t in nlp(text)] for text in texts]
    together = [[(t.lemma_, t.dep_, t.head.i) for t in doc] for doc in nlp.pipe(texts * 20)]
    assert together == alone * 20


SCORES = st.integers(1, 9).flatmap(
    lambda n: st.lists(
        st.lists(st.sampled_from([0.0, 1.0, 2.0, 3.0]), min_size=n + 1, max_size=n + 1),
        min_size=n,
        max_size=n,
    )
)


@given(SCORES)
@settings(max_examples=300, deadline=None)
def test_any_scores_give_a_tree_with_one_root(rows):
    heads = heads_of(np.array(rows))
    assert heads.count(0) == 1
    for start in range(1, len(heads) + 1):
        at, seen = start, set()
        while at:
            assert at not in seen
            seen.add(at)
            at = heads[at - 1]


def test_a_tree_of_best_arcs_is_kept():
    scores = np.array([[0.0, 0.0, 5.0, 0.0], [9.0, 0.0, 0.0, 1.0], [0.0, 0.0, 2.0, 7.0]])
    assert heads_of(scores)[:2] == [2, 0]
