"""What no user should meet: a traceback, a lost result, a wait without end, a silent nothing."""

import json
import os
import re
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from eventgraph.cli import main
from eventgraph.extract import extract
from eventgraph.extraction_json import record
from eventgraph.readers import read_sources

STORY = "Gunmen attacked a bus near Homs on 9 May 2018 and killed 12 people, police said.\n"


def call(*arguments, **options):
    return CliRunner().invoke(main, [str(a) for a in arguments], **options)


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "eventgraph", *map(str, arguments)],
        stderr=subprocess.PIPE,
        check=False,
        **options,
    )


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


NO_INPUT = ["", "x" * 5000, "a\0b", "/dev/null", "https://example.org/a"]


@pytest.mark.parametrize("given", NO_INPUT, ids=lambda given: ascii(given[:22]))
def test_what_is_no_input_is_one_line_and_exit_1(given, tmp_path):
    done = call("build", given, "-o", tmp_path / "out")
    assert done.exit_code == 1, done.output
    assert isinstance(done.exception, SystemExit)
    assert len(done.stderr.splitlines()) == 2
    assert done.stdout == ""


@pytest.mark.parametrize(
    "option",
    [
        ("--language", "../x"),
        ("--language", "klingon9"),
        ("--engine", "telepathy"),
        ("--decisions", "nowhere.csv"),
    ],
    ids=" ".join,
)
def test_an_option_that_means_nothing_is_bad_usage(option, story, tmp_path):
    done = call("build", story, "-o", tmp_path / "out", *option)
    assert done.exit_code == 2
    assert option[1] in done.stderr


def test_a_mistyped_path_leaves_the_last_build_as_it_was(story, tmp_path):
    out = tmp_path / "out"
    assert call("build", story, "-o", out).exit_code == 0
    before = {p.name: p.read_bytes() for p in out.iterdir() if p.suffix != ".db"}
    assert call("build", tmp_path / "stroy.txt", "-o", out).exit_code == 1
    assert {p.name: p.read_bytes() for p in out.iterdir() if p.suffix != ".db"} == before
    assert "Homs" in call("timeline", out).stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(story):
    os.mkfifo(story.parent / "pipe.txt")
    found = {item.source: getattr(item, "reason", "") for item in read_sources([str(story.parent)])}
    assert "pipe" in found["pipe.txt"]
    assert found["story.txt"] == ""


def test_links_in_a_circle_end(story):
    (story.parent / "circle").symlink_to("circle")
    (story.parent / "up").symlink_to(story.parent)
    found = list(read_sources([str(story.parent)]))
    assert "story.txt" in {item.source for item in found}


def test_closed_standard_input_is_one_line(tmp_path):
    done = run("build", "-", "-o", tmp_path / "out", preexec_fn=lambda: os.close(0))
    assert done.returncode == 1
    assert b"standard input" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")  # noqa: PTH110
@pytest.mark.parametrize("command", ["timeline", "export"])
def test_a_full_disk_on_standard_output_is_one_line(command, built):
    arguments = [command, *(["csv"] if command == "export" else []), built]
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = run(*arguments, stdout=full)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"standard output" in done.stderr


def test_a_reader_that_has_enough_is_no_error(built):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as nobody:
        done = run("timeline", built, stdout=nobody)
    assert b"Traceback" not in done.stderr
    assert b"Error" not in done.stderr


ODD_NAMES = ["", "  ", "\0", "x" * 100_000, "'; DROP TABLE entities;--", "%", "*", '"', "\udcff",
             "\ud800", "AND OR NOT", "NEAR(", "\u202e", "🔥"]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES, ids=lambda name: ascii(name[:9]))
@pytest.mark.parametrize("command", ["entity", "why", "ignore"])
def test_an_odd_name_is_nobody(command, name, built):
    done = call(command, name, built)
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit), done.exception
    assert len(done.stderr.splitlines()) == 1


def test_a_name_reaches_us_through_a_locale_that_is_not_utf_8(built):
    plain = call("entity", "ماكرون", built)
    bytes_as_surrogates = "ماكرون".encode().decode("ascii", "surrogateescape")
    assert call("entity", bytes_as_surrogates, built).stdout == plain.stdout


def test_programs_that_begin_together_end_alike(story, tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, "-m", "eventgraph", "build", str(story), "-o", str(out)]
    together = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    for program in together:
        _, messages = program.communicate(timeout=120)
        assert program.returncode == 0, messages.decode()
    assert json.loads((out / "graph.json").read_text(encoding="utf-8"))["events"]


# What a terminal obeys: controls but tab and line ends, and turns of direction.
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
STEERING = "\x1b[31m \u009b31m\u009d0;owned\u009c \u202e\u2066"


@pytest.fixture(scope="module")
def steered(tmp_path_factory):
    """A build of articles that try to steer a terminal, by their names, titles and words."""
    folder = tmp_path_factory.mktemp("steering")
    articles = [
        {
            "text": f"{STEERING}{STORY}Defence minister Adel {STEERING} Haddad{STEERING} visited Homs on 10 May 2018.",
            "title": f"Attack{STEERING} near Homs",
            "source": f"a{STEERING}.txt",
        },
        {"text": 7, "source": STEERING},
    ]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    (folder / f"b{STEERING.replace('/', '')}.txt").write_bytes(b"\0")
    out = tmp_path_factory.mktemp("steered")
    done = call("build", folder, "-o", out)
    assert done.exit_code == 0, done.output
    return folder, out, done


def test_no_message_of_a_build_steers_the_terminal(steered):
    _, out, done = steered
    assert "skipped" in done.stderr
    assert OBEYED.search(done.stderr) is None
    assert OBEYED.search((out / "timeline.csv").read_text(encoding="utf-8")) is None
    assert OBEYED.search((out / "graph.json").read_text(encoding="utf-8")) is None


QUESTIONS = [
    ["timeline"], ["timeline", "--format", "csv"], ["timeline", "--format", "json"], ["entity", "Homs"],
    ["entity", "Homs", "--format", "json"], ["search", "Homs"], ["search", "Homs", "--format", "json"],
    ["entity", "Homs", "--why"], ["why", "Homs"], ["export", "csv"], ["export", "json"], ["export", "graphml"],
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_no_answer_steers_the_terminal(question, steered):
    command, *rest = question
    first = [rest.pop(0)] if rest and not rest[0].startswith("-") else []
    done = call(command, *first, steered[1], *rest)
    assert done.exit_code == 0, done.output
    assert "Homs" in done.stdout
    assert OBEYED.search(done.stdout) is None


def test_no_extraction_and_no_error_steers_the_terminal(steered):
    folder, out, _ = steered
    assert OBEYED.search(call("extract", folder).output) is None
    assert OBEYED.search(call("entity", STEERING, out).output) is None
    assert OBEYED.search(call("timeline", f"{out}{STEERING}").output) is None


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="the system has no pseudo-terminals")
def test_a_plug_ins_format_does_not_steer_the_terminal(built):
    """Only a terminal gets escapes; a file gets the format's own bytes."""
    master, slave = os.openpty()
    code = (
        "import eventgraph.export as e; e.render = lambda *a: 'x\\u009b31m\\u202e\\n'.encode();"
        "from eventgraph.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "export", "csv", str(built)]
    subprocess.run(command, stdout=slave, check=True)
    os.close(slave)
    assert os.read(master, 1000).strip() == b"x\\u009b31m\\u202e"
    os.close(master)
    assert (
        subprocess.run(command, capture_output=True, check=True).stdout
        == "x\u009b31m\u202e\n".encode()
    )


TEXTS = {
    "brackets": "(" * 20_000 + STORY + ")" * 20_000,
    "marks": "A" + "\u0301" * 5000 + STORY,
    "unclosed bidi": "\u2066\u202e" * 300 + STORY,
    "zero width": STORY.replace("o", "o\u200b"),
    "days that are none": "31 Feb 2024. 0 March 0. 99999. 2024-13-45. 00-00-0000. " * 9 + STORY,
    "far away": "10000000000000 years ago, in 999999 centuries, 99999999 days later: " + STORY,
    "no number": f"Clashes killed 1{'0' * 400} people, ² people and ½ people in Homs. " + STORY,
    "separators": STORY.replace(" ", "\u2028", 3) + "\f\v\x1c\x85" + STORY,
    "private use": "\ue000\U0010ffff\ufdd0 " + STORY,
    "one word": "Attack",
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("clean", [True, False])
def test_hostile_text_keeps_offsets(name, clean, tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(TEXTS[name].encode())
    begun = time.process_time()
    for item in read_sources([str(path)]) if clean else read_sources([str(path)], unclean()):
        found = record(item, extract(item))
        json.dumps(found, allow_nan=False)
        for kind in ("mentions", "timexes", "events"):
            for one in found[kind]:
                assert item.text[one["start"] : one["end"]] == one["text"] != ""
    assert time.process_time() - begun < 20


def unclean():
    from eventgraph.readers import ReadOptions

    return ReadOptions(clean=False)


def test_utf_32_without_a_mark_is_refused_not_misread(tmp_path):
    (tmp_path / "wide.txt").write_bytes(STORY.encode("utf-32-le"))
    done = call("extract", tmp_path / "wide.txt")
    assert done.exit_code == 1
    assert "wide.txt" in done.stderr
