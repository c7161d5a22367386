"""A bucket as its real protocol has it, from a server of this machine."""

from __future__ import annotations

import os

import pytest

from eventgraph.model import Article, Skipped
from eventgraph.readers import read_sources

s3fs = pytest.importorskip("s3fs", reason="the extra 's3' is not installed")
server = pytest.importorskip("moto.server", reason="moto, which plays the bucket, is not installed")

RAIN = "Rain fell on Homs on Friday and the river rose again by half a metre, officials said."
FILES = {
    "news/": "",
    "news/2024/b.txt": RAIN,
    "news/2024/a.jsonl": f'{{"text": "{RAIN}"}}\n' * 2,
    "news/2024/.hidden": RAIN,
    "news/2025/": "",
    "newspaper.txt": RAIN,
    "big.jsonl": f'{{"text": "{RAIN}", "id": "x"}}\n' * 100,
}


@pytest.fixture(scope="module")
def bucket():
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    settings = {
        "AWS_ACCESS_KEY_ID": "anyone",
        "AWS_SECRET_ACCESS_KEY": "anything",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.items():
            patch.setitem(os.environ, name, value)
        system = s3fs.S3FileSystem()
        system.mkdir("desk")
        for name, text in FILES.items():
            system.pipe(f"desk/{name}", text.encode())
        yield system
    running.stop()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("s3://desk/news", ["2024/a.jsonl#1", "2024/a.jsonl#2", "2024/b.txt"]),
        ("s3://desk/news/", ["2024/a.jsonl#1", "2024/a.jsonl#2", "2024/b.txt"]),
        ("s3://desk/news/2024/b.txt", ["2024/b.txt"]),
        ("s3://desk/news/*/*.txt", ["2024/b.txt"]),
    ],
)
def test_a_folder_of_a_bucket(bucket, given, expected):
    items = list(read_sources([given]))
    assert all(isinstance(item, Article) for item in items)
    assert [item.source for item in items] == [f"s3://desk/news/{name}" for name in expected]


def test_a_whole_bucket(bucket):
    assert len({item.source for item in read_sources(["s3://desk"])}) == 5


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("s3://nobody/news", "no such file or folder"),
        ("s3://desk/nowhere", "no such file or folder"),
        ("s3://desk/news/2025", "an empty folder"),
        ("s3://desk/*.pdf", "nothing matches"),
    ],
)
def test_what_is_not_there_is_skipped(bucket, given, reason):
    (item,) = read_sources([given])
    assert isinstance(item, Skipped)
    assert item.source == given
    assert reason in item.reason
