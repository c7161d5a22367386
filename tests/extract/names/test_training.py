"""Training a tagger: small data made up here, the same weights each time, clear errors."""

import json

import pytest

from eventgraph.errors import DataError, InputError
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.tagging.crf import open_tagger
from eventgraph.extract.names.tagging.training import train
from eventgraph.extract.names.vocabulary import vocabulary
from eventgraph.extract.names.words import blank_words
from eventgraph.extract.passages import parse
from eventgraph.knowledge import load
from eventgraph.model import Part, Span, make_article

pytest.importorskip("pycrfsuite")
SENTENCES = [
    ("سافر بدران الكوني إلى مدينة زرناق .", [("بدران الكوني", "PER"), ("زرناق", "LOC")]),
    ("قال بدران الكوني إن شركة فلتار كبيرة .", [("بدران الكوني", "PER"), ("شركة فلتار", "ORG")]),
    ("هذه جملة بلا أسماء .", []),
]


def write_set(folder, sentences=SENTENCES, split="train"):
    folder.mkdir(parents=True)
    docs, gold = [], []
    for number, (text, names) in enumerate(sentences):
        spans = [
            {
                "start": text.index(name),
                "end": text.index(name) + len(name),
                "text": name,
                "type": kind,
            }
            for name, kind in names
        ]
        docs.append({"doc_id": f"d{number}", "split": split, "language": "ar", "text": text})
        gold.append({"doc_id": f"d{number}", "split": split, "entities": spans})
    for name, records in (("docs.jsonl", docs), ("gold.jsonl", gold)):
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        (folder / name).write_text(lines, encoding="utf-8")
    return folder


def test_training_learns_its_examples(tmp_path):
    write_set(tmp_path / "data" / "one", SENTENCES * 5)
    trained = train("ar", tmp_path / "data", tmp_path / "weights")
    assert (trained.documents, trained.path) == (15, tmp_path / "weights")
    text = SENTENCES[0][0]
    parts = (Part("main", (Span(0, len(text)),)),)
    article = make_article(source="t", text=text, language="ar", parts=parts)
    ((_, passages),) = parse([article])
    reading = Reading.of(blank_words(passages), load(), vocabulary("ar"))
    tagger = open_tagger(str(trained.path), "eventgraph.languages.ar")
    assert [reading.text(c.start, c.end) for c in tagger.chunks(reading)] == [
        "بدران الكوني",
        "زرناق",
    ]


def test_training_twice_gives_the_same_bytes(tmp_path):
    write_set(tmp_path / "data")
    one = train("ar", tmp_path / "data", tmp_path / "one")
    two = train("ar", tmp_path / "data", tmp_path / "two")
    assert one.path.read_bytes() == two.path.read_bytes()
    assert one.sha256 == two.sha256


@pytest.mark.parametrize(("name", "documents"), [("aqmar", 3), ("other", None)])
def test_only_the_named_sets_give_their_dev_documents(tmp_path, name, documents):
    write_set(tmp_path / "data" / name, split="dev")
    if documents is None:
        with pytest.raises(InputError, match="no set with docs"):
            train("ar", tmp_path / "data", tmp_path / "weights")
    else:
        assert train("ar", tmp_path / "data", tmp_path / "weights").documents == documents


def test_a_language_without_a_tagger_is_an_error(tmp_path):
    with pytest.raises(DataError, match="'en'"):
        train("en", tmp_path)


def test_a_set_without_gold_is_an_error(tmp_path):
    (write_set(tmp_path / "data") / "gold.jsonl").unlink()
    with pytest.raises(InputError, match=r"gold\.jsonl: missing"):
        train("ar", tmp_path / "data", tmp_path / "weights")


def test_a_line_that_is_not_json_is_an_error(tmp_path):
    (write_set(tmp_path / "data") / "docs.jsonl").write_text("{\n", encoding="utf-8")
    with pytest.raises(InputError, match="#1: not a JSON object"):
        train("ar", tmp_path / "data", tmp_path / "weights")
