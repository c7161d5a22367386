"""Addresses: the same files as on a disk, from a file system in memory and from one that fails."""

from __future__ import annotations

import gzip
import io
import sys

import pytest

from eventgraph.model import Article, Skipped
from eventgraph.readers import read_sources
from eventgraph.readers.inputs.remote_folders import find_remote

fsspec = pytest.importorskip("fsspec", reason="the extra 'remote' is not installed")

RAIN = "Rain fell on Homs on Friday and the river rose again by half a metre, officials said."
SNOW = "Snow fell on Sweida on Saturday and closed the road to Damascus for an hour, police said."
FILES = {
    "news/b.txt": RAIN,
    "news/a.md": SNOW,
    "news/deep/er/c.txt": RAIN,
    "news/deep/1.jsonl": f'{{"text": "{SNOW}"}}\n{{oops\n{{"text": "{RAIN}", "id": "i"}}\n',
    "news/.hidden.txt": SNOW,
    "news/.git/config": SNOW,
    "newspaper/d.txt": SNOW,
}


@pytest.fixture
def memory():
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    for path, text in FILES.items():
        system.pipe(f"/{path}", text.encode())
    yield system
    system.store.clear()


def sources(*inputs):
    return [item.source for item in read_sources(inputs)]


def only(given):
    (item,) = read_sources([given])
    return item


ALL = ["a.md", "b.txt", "deep/1.jsonl#1", "deep/1.jsonl#2", "i", "deep/er/c.txt"]


def below(top, names):
    return [name if name == "i" else f"{top}{name}" for name in names]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("memory://news", below("memory://news/", ALL)),
        ("memory://news/", below("memory://news/", ALL)),
        ("memory:///news", below("memory:///news/", ALL)),
        ("memory://news/deep/er/c.txt", ["memory://news/deep/er/c.txt"]),
        ("memory://news/*.txt", ["memory://news/b.txt"]),
        ("memory://news/d*", below("memory://news/", ALL[2:])),
        ("memory://*/*.txt", ["memory://news/b.txt", "memory://newspaper/d.txt"]),
        ("memory://news/**/c.txt", ["memory://news/deep/er/c.txt"]),
        ("MEMORY://newspaper", ["memory://newspaper/d.txt"]),
    ],
)
def test_an_address_gives_sorted_addresses(memory, given, expected):
    assert sources(given) == expected


def test_the_whole_of_a_file_system(memory):
    assert sources("memory://") == [
        *below("memory://news/", ALL), "memory://newspaper/d.txt",
    ]  # fmt: skip


def test_files_that_come_later_are_found(memory):
    assert sources("memory://newspaper") == ["memory://newspaper/d.txt"]
    memory.pipe("/newspaper/c.txt", RAIN.encode())
    assert sources("memory://newspaper") == [
        "memory://newspaper/c.txt", "memory://newspaper/d.txt",
    ]  # fmt: skip


def test_a_name_with_a_bracket_is_no_pattern(memory):
    memory.pipe("/news/deep/[1].txt", SNOW.encode())
    assert sources("memory://news/deep/[1].txt") == ["memory://news/deep/[1].txt"]


def page():
    return f"<!DOCTYPE html><title>Rain</title><p>{RAIN}</p>".encode()


def archive():
    pytest.importorskip("warcio", reason="the extra 'warc' is not installed")
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/a\r\n"
        "WARC-Date: 2019-06-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n")


def table():
    pa = pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    data = io.BytesIO()
    pytest.importorskip("pyarrow.parquet").write_table(pa.table({"text": [RAIN]}), data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "source"),
    [
        ("a.txt", RAIN.encode, "memory://one/a.txt"),
        ("a.html", page, "memory://one/a.html"),
        ("a", page, "memory://one/a"),
        ("a.warc.gz", archive, "https://news.example/a"),
        ("a.parquet", table, "memory://one/a.parquet#1"),
    ],
)
def test_every_reader_reads_from_afar(memory, name, data, source):
    memory.pipe(f"/one/{name}", data())
    article = only("memory://one")
    assert article.source == source
    assert RAIN in article.text


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("memory://nowhere", "no such file or folder"),
        ("memory://news/*.pdf", "nothing matches"),
        ("https://example.org/a.txt", "a web address"),
        ("HTTP://example.org/a.txt", "a web address"),
        ("simplecache::https://example.org/a.txt", "a chain of addresses"),
        ("zip://a.txt::memory://a.zip", "a chain of addresses"),
        ("gopher://example.org/a", "'gopher' is no protocol that is known"),
        ("reference://news", "cannot be read"),
        ("memory://news/a\0b", "no such file"),
        ("memory://\ud800", "no such file"),
        ("file:///nowhere/a.txt", "no such file"),
        ("file://", "an empty name"),
    ],
)
def test_what_cannot_be_found_is_skipped_with_one_line(memory, given, reason):
    item = only(given)
    assert isinstance(item, Skipped)
    assert reason in item.reason
    assert "\n" not in item.reason
    item.source.encode("utf-8")


def test_a_password_is_never_shown():
    item = only("ftp://ann:secret@127.0.0.1:9/news")
    assert item.source == "ftp://ann@127.0.0.1:9/news"
    assert "secret" not in item.reason


def test_a_file_address_is_a_path(tmp_path):
    (tmp_path / "a b.txt").write_text(RAIN, encoding="utf-8")
    address = (tmp_path / "a b.txt").as_uri()
    assert sources(address, f"file://{tmp_path}") == ["a b.txt", "a b.txt"]


class Unreliable(fsspec.AbstractFileSystem):
    """A bucket in which things go wrong, each in a way of its own."""

    protocol = "unreliable"
    cachable = False

    def ls(self, path, detail=True, **_):
        if "forbidden" in path:
            raise PermissionError("Access Denied")
        if "partly" in path:
            file = {"name": "partly/a.txt", "size": 9, "type": "file"}
            return [file, {"name": "partly/forbidden", "size": 0, "type": "directory"}]
        if "broken" in path:
            raise RuntimeError("two\nlines")
        names = ["locked.txt", "torn.jsonl", "whole.txt"]
        return [{"name": f"bucket/{name}", "size": 1000, "type": "file"} for name in names]

    def info(self, path, **_):
        if path.endswith((".txt", ".jsonl")) and "*" not in path:
            return {"name": path, "size": 1000, "type": "file"}
        return {"name": path, "size": 0, "type": "directory"}

    def _open(self, path, mode="rb", **_):
        if "locked" in path:
            raise PermissionError(13, "Permission denied", path)
        if "torn" in path:
            return Torn(f'{{"text": "{RAIN}"}}\n{{"te'.encode())
        return io.BytesIO(SNOW.encode())


class Torn(io.BytesIO):
    def read(self, size=-1):
        data = super().read(size)
        if not data:
            raise RuntimeError("connection lost")
        return data


@pytest.fixture
def unreliable():
    fsspec.register_implementation("unreliable", Unreliable, clobber=True)


def test_trouble_stops_nothing_else(unreliable):
    items = list(read_sources(["unreliable://bucket", "memory://nowhere"]))
    assert [(type(item), item.source) for item in items] == [
        (Skipped, "unreliable://bucket/locked.txt"),
        (Article, "unreliable://bucket/torn.jsonl#1"),
        (Skipped, "unreliable://bucket/torn.jsonl"),
        (Article, "unreliable://bucket/whole.txt"),
        (Skipped, "memory://nowhere"),
    ]
    assert [item.reason for item in items if isinstance(item, Skipped)][:2] == [
        "cannot be read: Permission denied", "cannot be read: connection lost",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("unreliable://forbidden", "cannot be read: Access Denied"),
        ("unreliable://forbidden/*.txt", "cannot be read: Access Denied"),
        ("unreliable://broken", "cannot be read: two lines"),
    ],
)
def test_a_folder_that_cannot_be_listed_is_skipped(unreliable, given, reason):
    assert only(given) == Skipped(given, reason)


def test_a_folder_within_that_cannot_be_listed_is_told(unreliable):
    items = list(read_sources(["unreliable://partly"]))
    assert [(type(item), item.source) for item in items] == [
        (Article, "unreliable://partly/a.txt"), (Skipped, "unreliable://partly"),
    ]  # fmt: skip


def test_an_empty_folder_is_told(memory):
    memory.mkdir("/hollow")
    assert "an empty folder" in only("memory://hollow").reason


@pytest.mark.parametrize(
    ("given", "missing", "told"),
    [
        ("memory://news", "fsspec", "eventgraph-news[remote]"),
        ("s3://bucket/news", "fsspec", "eventgraph-news[s3]"),
        ("s3://bucket/news", "s3fs", "eventgraph-news[s3]"),
        ("gs://bucket/news", "gcsfs", "eventgraph-news[gs]"),
        ("abfs://box@account/news", "adlfs", "adlfs"),
    ],
)
def test_a_missing_package_is_named(monkeypatch, given, missing, told):
    monkeypatch.setitem(sys.modules, missing, None)
    (item,) = find_remote(given)
    assert item.source == given
    assert told in item.reason


def test_a_stream_is_read_as_it_is_asked_for(memory):
    memory.pipe("/big/a.jsonl", f'{{"text": "{RAIN}"}}\n'.encode() * 20_000)
    (file,) = find_remote("memory://big/a.jsonl")
    with file.open() as stream:
        stream.readline()
        assert file.system.store["/big/a.jsonl"].tell() < 100_000
