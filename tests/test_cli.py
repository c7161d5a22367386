"""What a user meets at the prompt: answers on stdout, messages on stderr, exit codes, no traceback."""

import json
from importlib.resources import files

import pytest
from click.testing import CliRunner

from eventgraph.cli import COMMANDS, main
from eventgraph.resolve.decisions import COLUMNS


def call(*arguments, **options):
    return CliRunner().invoke(main, [str(a) for a in arguments], **options)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help(command):
    done = call(command, "--help")
    assert done.exit_code == 0
    assert len(done.output.splitlines()) > 3


def test_the_list_of_commands_says_what_they_say_of_themselves():
    for name, (_, text) in COMMANDS.items():
        told = main.get_command(None, name).help.partition("\n\n")[0]
        assert " ".join(told.split()) == text, name


BAD = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
    ("broken.jsonl", b'{"text": "x"\n', "JSON"),
    ("list.jsonl", b"[1, 2]\n", "object"),
    ("number.jsonl", b'{"text": 5}\n', "text"),
    ("nothing.jsonl", b'{"title": "only a title"}\n', "text"),
    ("date.jsonl", b'{"text": "It rained in Riga.", "published": "soon"}\n', "soon"),
]


@pytest.mark.parametrize(("name", "data", "word"), BAD)
def test_a_bad_input_is_skipped_with_one_line(tmp_path, name, data, word):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("Rebels attacked Aleppo on 3 May 2016.", encoding="utf-8")
    done = call("build", tmp_path / name, tmp_path / "good.txt", "-o", tmp_path / "out")
    assert done.exit_code == 0, done.output
    [line] = [line for line in done.stderr.splitlines() if line.startswith("skipped")]
    assert name in line
    assert word.lower() in line.lower()
    graph = json.loads((tmp_path / "out" / "graph.json").read_text(encoding="utf-8"))
    assert [s["source"].split("#")[0] for s in graph["skipped"]] == [name]
    assert len(graph["articles"]) == 1


def test_a_missing_path_is_named(tmp_path):
    done = call("build", tmp_path / "nowhere.txt", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "nowhere.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_folder_is_named(tmp_path):
    (tmp_path / "hollow").mkdir()
    done = call("build", tmp_path / "hollow", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "hollow" in done.stderr


USAGE = [
    ("build",),
    ("build", "x.txt", "--published", "yesterday"),
    ("build", "x.txt", "--jobs", "0"),
    ("build", "x.txt", "--model", "nonsense"),
    ("timeline", "--format", "pdf"),
    ("timeline", "--since", "soon"),
    ("frobnicate",),
]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_bad_usage_ends_with_2(arguments):
    assert call(*arguments).exit_code == 2


UNHEEDED = [
    (("build", "x.txt", "--scheduler", "tcp://h:1"), "'tcp://h:1'", "--engine dask"),
    (("build", "x.txt", "--scheduler", "tcp://h:1", "--engine", "serial"), "'serial'", "dask"),
    (("build", "x.txt", "--lang", "xx"), "'xx'", "ar, en, fr, ru"),
    (("build", "x.txt", "--lang", "de"), "'de'", "ar, en, fr, ru"),
    (("export", "csv", "--lang", "?"), "'?'", "ar, en, fr, ru"),
    (("build", "x.txt", "--language", "xx"), "'xx'", "ISO 639-1"),
    (("extract", "x.txt", "--language", "a b"), "'a b'", "ISO 639-1"),
]


@pytest.mark.parametrize(("arguments", "given", "expected"), UNHEEDED, ids=str)
def test_what_nothing_would_heed_is_bad_usage(arguments, given, expected):
    done = call(*arguments)
    assert done.exit_code == 2
    assert given in done.stderr
    assert expected in done.stderr


@pytest.mark.parametrize("value", ["ar", "fr", "EN", "ara", "Russian"])
def test_a_language_of_labels_may_be_named_in_several_ways(built, value):
    assert call("export", "timelinejs-csv", built, "--lang", value).exit_code == 0


@pytest.mark.parametrize("value", ["sw", "de-AT", "arz", "Persian", "iw"])
def test_any_language_may_be_that_of_articles(value):
    text = "Polisi walimkamata mtu mmoja mjini Mombasa tarehe 4 Juni 2019."
    assert call("extract", "-", "--language", value, input=text).exit_code == 0


def test_event_types_of_ones_own_may_have_titles_in_a_further_language(tmp_path):
    own = files("eventgraph") / "ontology.toml"
    text = own.read_text(encoding="utf-8").replace(
        "[types.attack.valency]",
        "[types.attack.titles]\nde = ['Angriff[ in {place}]']\n[types.attack.valency]",
        1,
    )
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Rebels attacked Aleppo on 3 May 2016.", encoding="utf-8")
    done = call(
        "build",
        tmp_path / "a.txt",
        "-o",
        tmp_path / "out",
        "--lang",
        "de",
        "--ontology",
        tmp_path / "own.toml",
    )
    assert done.exit_code == 0, done.output
    assert "Angriff in Aleppo" in (tmp_path / "out" / "timeline.csv").read_text(encoding="utf-8")


OWN_TYPE = """
[types.launch]
plover = "MOBILIZE"
traits = ["broad"]
roles = ["agent", "place"]
label = { en = "Rocket launch", ar = "إطلاق صاروخ" }
titles = { en = ["{agent} launches a rocket[ in {place}]", "Rocket launch[ in {place}]"] }
[types.launch.en]
verbs = ["recalibrate"]
"""


def test_an_event_type_of_ones_own_is_one_like_any_other(tmp_path):
    own = (files("eventgraph") / "ontology.toml").read_text(encoding="utf-8") + OWN_TYPE
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    (tmp_path / "a.txt").write_text(
        "Iran recalibrated the rocket in Tehran on 3 May 2016.", encoding="utf-8"
    )
    out = tmp_path / "out"
    options = ("--ontology", tmp_path / "own.toml")
    done = call("build", tmp_path / "a.txt", "-o", out, *options)
    assert done.exit_code == 0, done.output
    assert "Rocket launch" in call("timeline", out).stdout
    for said in ("launch", "Rocket launch", "rocket LAUNCH"):
        assert "2016-05-03" in call("timeline", out, "--type", said).stdout, said
    assert '"launch":"Rocket launch"' in (out / "index.html").read_text(encoding="utf-8")
    call("build", tmp_path / "a.txt", "-o", out, *options, "--lang", "ar")
    assert '"launch":"إطلاق صاروخ"' in (out / "index.html").read_text(encoding="utf-8")


def test_an_unknown_format_ends_with_2(built):
    done = call("export", "pdf", built)
    assert done.exit_code == 2
    assert "csv" in done.stderr


def test_a_directory_without_a_store_is_named(tmp_path):
    done = call("timeline", tmp_path)
    assert done.exit_code == 1
    assert "eventgraph build" in done.stderr


def test_both_scripts_name_one_entity(built):
    english = call("entity", "Emmanuel Macron", built, "--format", "json")
    arabic = call("entity", "ماكرون", built, "--format", "json")
    assert english.exit_code == 0
    assert english.stdout == arabic.stdout
    answer = json.loads(english.stdout)
    assert answer["type"] == "person"
    assert answer["events"]
    assert all(event["quotes"] for event in answer["events"])
    assert {"Lebanon", "Beirut"} & {place["name"] for place in answer["places"]}


def test_an_unknown_name_suggests_a_near_one(built):
    done = call("entity", "Emanuel Makron", built)
    assert done.exit_code == 1
    assert "macron" in done.stderr


def test_timeline_rows_are_in_order(built):
    rows = json.loads(call("timeline", built, "--format", "json").stdout)
    days = [row["earliest"] or row["latest"] for row in rows]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[len(dated) :] == [None] * (len(days) - len(dated))


def test_timeline_keeps_to_its_days(built):
    rows = json.loads(
        call(
            "timeline", built, "--since", "2022-07-01", "--until", "2022-07-31", "--format", "json"
        ).stdout
    )
    assert rows
    for row in rows:
        assert (row["latest"] or "9999") >= "2022-07-01"
        assert (row["earliest"] or "0000") <= "2022-07-31"


def test_a_timeline_without_events_says_so(built):
    done = call("timeline", built, "--type", "nonsense")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "no event matches\n")


def test_timeline_of_an_entity_holds_only_its_events(built):
    rows = json.loads(call("timeline", built, "--entity", "Macron", "--format", "json").stdout)
    macron = json.loads(call("entity", "Macron", built, "--format", "json").stdout)["id"]
    assert rows
    assert all(macron in {p["entity"] for p in row["participants"]} for row in rows)


def test_a_path_leads_from_one_to_the_other(built):
    lines = call("path", "Erdogan", "Beirut", built).stdout.splitlines()
    assert lines[0].startswith("Recep Tayyip Erdogan —")
    assert any(line.endswith("— Beirut") for line in lines)


def test_search_finds_in_every_script(built):
    for text in ("macron", "ماكرون"):
        hits = json.loads(call("search", text, built, "--format", "json").stdout)
        assert ("entity", "Emmanuel Macron") in {(h["kind"], h.get("name")) for h in hits}
    assert call("search", "macron", built, "--limit", 1).stdout.count("\n") == 1


def test_searching_in_vain_is_said(built):
    done = call("search", "xyzzy", built)
    assert done.exit_code == 1
    assert "xyzzy" in done.stderr


def test_why_quotes_every_mention(built):
    row = json.loads(call("timeline", built, "--format", "json").stdout)[0]
    done = call("why", row["id"], built)
    assert done.exit_code == 0
    assert row["mentions"][0]["text"] in done.stdout


def test_doctor_names_languages_and_models():
    done = call("doctor")
    assert done.exit_code == 0
    for word in ("en English", "ar Arabic", "spacy", "en_core_web_sm"):
        assert word in done.stdout


def test_extract_prints_a_line_per_article_in_order(tmp_path):
    source = tmp_path / "two.jsonl"
    lines = [
        {
            "source": "b",
            "text": "Police arrested two men in Oslo on 4 June 2019.",
            "language": "en",
        },
        {"source": "a", "text": "أعلن الرئيس استقالته في 4 يونيو 2019.", "language": "ar"},
        {
            "source": "b2",
            "text": "Police arrested two men in Oslo on 4 June 2019.",
            "language": "en",
        },
    ]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    records = [json.loads(line) for line in call("extract", source).stdout.splitlines()]
    assert [record["source"] for record in records] == ["b", "a", "b2"]
    for line, record in zip(lines, records, strict=True):
        for item in record["mentions"] + record["timexes"] + record["events"]:
            assert line["text"][item["start"] : item["end"]] == item["text"]
        assert any(timex["value"] == "2019-06-04" for timex in record["timexes"])


def test_standard_input_is_an_article():
    done = call("extract", "-", input="Police arrested two men in Oslo on 4 June 2019.")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["text_length"] == 47


def test_decisions_survive_a_rebuild(tmp_path):
    source = tmp_path / "in.txt"
    source.write_text("Anna Berg met Karl Lund in Oslo on 4 June 2019.", encoding="utf-8")
    out = tmp_path / "out"
    assert call("build", source, "-o", out).exit_code == 0
    assert call("rename", "Anna Berg", "Anna B. Berg", out).exit_code == 0
    assert call("ignore", "Karl Lund", out).exit_code == 0
    assert call("build", source, "-o", out).exit_code == 0
    names = {
        e["name"] for e in json.loads((out / "graph.json").read_text(encoding="utf-8"))["entities"]
    }
    assert "Anna B. Berg" in names
    assert "Karl Lund" not in names
    assert call("undo", out).exit_code == 0
    names = {
        e["name"] for e in json.loads((out / "graph.json").read_text(encoding="utf-8"))["entities"]
    }
    assert "Karl Lund" in names


def test_a_decision_that_fits_nothing_is_told_at_every_build(tmp_path):
    source, out = tmp_path / "in.txt", tmp_path / "out"
    source.write_text("Anna Berg met Karl Lund in Oslo on 4 June 2019.", encoding="utf-8")
    assert "warning" not in call("build", source, "-o", out).stderr
    before = (out / "graph.json").read_bytes()
    row = "1,ignore,No\x1b Body,person,,,,,\n"
    (out / "decisions.csv").write_text(",".join(COLUMNS) + "\n" + row, encoding="utf-8")
    told = f"warning   {out / 'decisions.csv'}:2: decision 1: ignore: no person is called 'No\\x1b Body'"
    for _ in range(2):  # the second finds nothing changed
        done = call("build", source, "-o", out)
        assert done.exit_code == 0
        assert done.stderr.splitlines()[0] == told
    assert (out / "graph.json").read_bytes() == before
    assert told in call("rename", "Anna Berg", "A. Berg", out).stderr.splitlines()


SMITHS = {
    "a": "John Smith met Karl Lund in Oslo on 4 June 2019. Smith said talks went well.",
    "b": "Peter Smith was arrested in Bergen on 7 July 2020. Smith denied the charge.",
}


@pytest.fixture
def smiths(tmp_path):
    (tmp_path / "in").mkdir()
    for name, text in SMITHS.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert call("build", tmp_path / "in", "-o", tmp_path / "out").exit_code == 0
    return tmp_path / "out"


def people(directory):
    found = json.loads((directory / "graph.json").read_text(encoding="utf-8"))["entities"]
    return {one["name"]: one["id"] for one in found if one["type"] == "person"}


@pytest.mark.parametrize(
    "words", [("rename", "Smith", "X"), ("ignore", "Smith"), ("merge", "Smith", "Karl Lund")]
)
def test_a_name_of_two_is_refused_with_their_ids(smiths, words):
    done = call(*words, smiths)
    assert done.exit_code == 2
    for name in ("John Smith", "Peter Smith"):
        assert f"{name} (person, {people(smiths)[name]})" in done.stderr
    assert not (smiths / "decisions.csv").exists()


def test_the_id_that_was_meant_is_written(smiths):
    meant = people(smiths)["Peter Smith"]
    assert call("rename", meant, "P. S.", smiths).exit_code == 0
    assert f"1,rename,Peter Smith,person,{meant},P. S.," in (smiths / "decisions.csv").read_text(
        encoding="utf-8"
    )
    assert sorted(people(smiths)) == ["John Smith", "Karl Lund", "P. S."]


def test_undo_works_on_a_file_that_nothing_else_reads(smiths):
    assert call("ignore", "Karl Lund", smiths).exit_code == 0
    path = smiths / "decisions.csv"
    path.write_bytes(path.read_bytes() + b"2,igmore,Oslo,place,,,,,,,\n")
    refused = call("build", smiths.parent / "in", "-o", smiths)
    assert refused.exit_code == 1
    assert f"{path}:3: action 'igmore'" in refused.stderr
    done = call("undo", smiths)
    assert done.exit_code == 0
    assert "moved to decisions.csv.damaged" in done.stderr
    assert "Karl Lund" not in people(smiths)
    assert call("undo", smiths).exit_code == 0
    assert "Karl Lund" in people(smiths)
