"""Every file of a language is checked when it is loaded; the message names file, key and what was expected."""

import pytest

from eventgraph import languages
from eventgraph.errors import DataError
from eventgraph.languages import all_languages, load
from eventgraph.languages.schema import FILES

LANGUAGE = 'code = "xq"\nname = "Quenya"\n'


@pytest.fixture
def pack(tmp_path, monkeypatch):
    """Writes a package of a language and gives its name."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(files):
        name = f"pack_{tmp_path.name}".replace("-", "_")
        (tmp_path / name).mkdir()
        for file, text in {"__init__.py": "", "language.toml": LANGUAGE, **files}.items():
            (tmp_path / name / file).write_text(text, encoding="utf-8")
        return name

    return write


@pytest.mark.parametrize("subject", sorted(FILES))
def test_every_packaged_file_is_as_its_schema_says(subject):
    for found in all_languages():
        found.section(subject)  # raises otherwise


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("names.toml", "[persons]\ntitle = []", r"names\.toml: .*`title`.* `\$\.persons`, expected one of .*titles"),
        ("names.toml", "[words]\nin = 'at'", r"names\.toml: Expected `array`, got `str` - at `\$\.words\.in`"),
        ("names.toml", "[words]\nin = ['']", r"names\.toml: .*length >= 1 - at `\$\.words\.in\[0\]`"),
        ("names.toml", "[persons.nominals]\nking = 3", r"names\.toml: Expected `array`, got `int`"),
        ("boilerplate.toml", "line = []", r"boilerplate\.toml: .*`line`, expected one of .*lines"),
        ("timex.toml", "[words.MONTH]", r"timex\.toml: .*required field `rules`"),
        ("timex.toml", "[words]\n[[rules]]\nform = 'x'", r"timex\.toml: .*`match` - at `\$\.rules\[0\]`"),
        ("timex.toml", "[words]\n[[rules]]\nmatch = []\nfrom = ''", r"timex\.toml: .*`from`.*expected one of as, form, match"),
        ("timex.toml", "rules = [", r"timex\.toml: not a TOML file"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_as_expected_is_named(pack, file, text, expected):
    found = load(pack({file: text}))
    with pytest.raises(DataError, match=expected):
        found.section(file.removesuffix(".toml"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", r"language\.toml: .*required field `code`"),
        ('code = "Quenya"\nname = "Quenya"', r"\^\[a-z\]\{2,3\}\$.*`\$\.code`"),
        (LANGUAGE + 'direction = "up"', r"Invalid enum value 'up' - at `\$\.direction`"),
        (
            LANGUAGE + "[reads]\nminds = true",
            r"`minds`.*expected one of dates, events, events_by_rules, needs_model",
        ),
        (LANGUAGE + '[[models]]\nkind = "oracle"\npackage = "x"', r"Invalid enum value 'oracle'"),
        (LANGUAGE + '[names]\nreader = "somewhere"', r"`\$\.names\.reader`"),
    ],
)
def test_a_language_that_is_not_as_expected_is_named(pack, text, expected):
    with pytest.raises(DataError, match=expected):
        load(pack({"language.toml": text}))


def test_a_name_in_another_script_is_of_the_language_that_stands_for_it():
    assert [languages.of_script(script) for script in ("latin", "arabic", "cyrillic", "other")] == [
        "en", "ar", "ru", None,
    ]  # fmt: skip
    assert languages.script_of("sr") == "cyrillic"  # no folder: CLDR knows
    assert languages.varieties()["arz"] == "ar"
