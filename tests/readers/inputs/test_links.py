"""A link in an input folder leads nowhere that the user did not name, unless asked to."""

import os

import pytest
from click.testing import CliRunner

from eventgraph.cli import main
from eventgraph.model import Article, Skipped
from eventgraph.readers import ReadOptions, read_sources

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights there")
TEXT = "The river rose again in {} on Friday, and two bridges were closed, officials said.\n"


@pytest.fixture
def news(tmp_path):
    """A folder with links out of it, within it, to folders and to nothing; the folder beside it."""
    folder, secret = tmp_path / "news", tmp_path / "secret"
    for place in (folder, folder / "sub", secret):
        place.mkdir()
    (folder / "a.txt").write_text(TEXT.format("Homs"), encoding="utf-8")
    (folder / "sub" / "b.txt").write_text(TEXT.format("Hama"), encoding="utf-8")
    (secret / "c.txt").write_text(TEXT.format("Idlib"), encoding="utf-8")
    (folder / "inside.txt").symlink_to("sub/b.txt")
    (folder / "out.txt").symlink_to(secret / "c.txt")
    (folder / "folder").symlink_to(secret)
    (folder / "up").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to("gone")
    return folder


def found(folder, **options):
    items = list(read_sources([str(folder)], ReadOptions(**options)))
    read = {item.source for item in items if isinstance(item, Article)}
    return read, {item.source: item.reason for item in items if isinstance(item, Skipped)}


def test_links_that_lead_out_are_named_and_not_followed(news):
    read, skipped = found(news)
    assert read == {"a.txt", "inside.txt", "sub/b.txt"}
    assert set(skipped) == {"out.txt", "folder", "up", "nowhere.txt"}
    assert "out of the input folder" in skipped["out.txt"]
    for name in ("folder", "up"):
        assert skipped[name] == "a link to a folder; --follow-links follows it"
    assert not any("Idlib" in reason for reason in skipped.values())


def test_links_are_followed_when_asked_and_circles_end(news):
    read, skipped = found(news, follow_links=True)
    assert read == {"a.txt", "inside.txt", "sub/b.txt", "out.txt", "folder/c.txt"}
    assert skipped["up"] == "a link to a folder that is read already"


def test_circles_through_another_folder_end(news, tmp_path):
    (tmp_path / "secret" / "back").symlink_to(news / "sub")
    (news / "sub" / "again").symlink_to(tmp_path / "secret")
    read, _ = found(news, follow_links=True)
    assert {"a.txt", "folder/c.txt"} <= read


def test_a_link_that_the_user_names_is_read(news):
    assert found(news / "out.txt")[0] == {"out.txt"}
    assert found(news / "folder")[0] == {"c.txt"}


def test_the_command_line_has_the_option(news, tmp_path):
    plain = CliRunner().invoke(main, ["extract", str(news)])
    asked = CliRunner().invoke(main, ["extract", str(news), "--follow-links"])
    assert "skipped   out.txt" in plain.stderr
    assert len(asked.stdout.splitlines()) > len(plain.stdout.splitlines())
