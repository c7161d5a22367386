"""What this program wrote is never read as an article, wherever it lies; what only looks alike is."""

import shutil

import pytest

from eventgraph import export, plugins
from eventgraph.model import Article, Skipped
from eventgraph.pipeline import DECISIONS, OUTPUTS, build_directory
from eventgraph.readers import ReadOptions, read_sources
from eventgraph.readers.inputs.own_output import is_own_output
from eventgraph.store import FILE

STORY = "Gunmen attacked a bus near Homs on 9 May 2018 and killed 12 people, police said.\n"


def sources(folder, **options):
    return [item.source for item in read_sources([str(folder)], ReadOptions(**options))]


@pytest.mark.parametrize("form", plugins.names("exporters"))
def test_every_format_is_known_again_by_its_content(form, corpus, tmp_path):
    path = tmp_path / "renamed.txt"
    path.write_bytes(export.render(form, corpus))
    assert is_own_output(path)
    assert list(read_sources([str(path)])) == [
        Skipped(str(path), "output of this program; expected articles")
    ]


def test_a_table_of_claims_is_known_again(corpus, tmp_path):
    from eventgraph.export.tables.claims import COLUMNS

    (tmp_path / "claims.csv").write_text(",".join(COLUMNS) + "\r\n", encoding="utf-8")
    assert is_own_output(tmp_path / "claims.csv")


def test_a_build_within_its_input_stays_the_same(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    for out in (tmp_path, tmp_path / "deep" / "out"):
        sizes = []
        for _ in range(3):
            built = build_directory([str(tmp_path)], out)
            assert [article.source for article in built.articles] == ["a.txt"]
            assert built.skipped == ()
            sizes.append({name: (out / name).read_bytes() for name, _ in OUTPUTS})
        assert sizes[0] == sizes[1] == sizes[2]


def test_copies_and_what_lies_beside_a_store_are_left_out(built, tmp_path):
    folder = tmp_path / "old results"
    shutil.copytree(built, folder)
    (folder / "graph.json").rename(folder / "graph of May.txt")
    (folder / "index.html").rename(folder / "page.htm")
    (folder / DECISIONS).write_text("number,action,subject\r\n", encoding="utf-8")
    for name in ("-wal", "-shm", "-journal"):
        (folder / f"{FILE}{name}").write_bytes(b"words of a log")
    (folder / "eventgraph.lock").write_bytes(b"")
    (folder / "eventgraph.lock.json").write_text('{"pid": 1}', encoding="utf-8")
    (folder / "notes.txt").write_text(STORY, encoding="utf-8")
    assert sources(tmp_path) == ["old results/notes.txt"]


def test_what_only_has_the_name_is_read(tmp_path):
    """By content, not by name alone."""
    for name in ("index.html", "timeline.csv", "graph.json", "decisions.csv"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "eventgraph.lock.json").write_text(STORY, encoding="utf-8")
    assert len(sources(tmp_path)) == 5
    assert all(isinstance(item, Article) for item in read_sources([str(tmp_path)]))


def test_a_database_of_others_is_named(tmp_path):
    import sqlite3

    sqlite3.connect(tmp_path / "eventgraph.db").execute("CREATE TABLE articles (id TEXT)")
    (tmp_path / "decisions.csv").write_text(STORY, encoding="utf-8")
    decisions, database = read_sources([str(tmp_path)])
    assert isinstance(decisions, Article)
    assert "a database" in database.reason
