"""Expressions in context and what they mean; sentences that only look like it.

In the tables an expression stands in brackets, its TIMEX3 value in the last column; everything found
must be in brackets and the other way round. An empty publication date is an unknown one.
"""

import re
from pathlib import Path

import pytest

from eventgraph.timex import find_timexes

HERE = Path(__file__).parent
LANGUAGES = ("en", "ar", "ru", "fr")


def rows(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(line.split("\t")) for line in lines]


def expressions():
    return [(language, *row) for language in LANGUAGES for row in rows(f"{language}.tsv")]


@pytest.mark.parametrize(("language", "published", "marked", "values"), expressions())
def test_values(language, published, marked, values):
    text = marked.replace("[", "").replace("]", "")
    wanted = list(zip(re.findall(r"\[(.*?)\]", marked), values.split(" ; "), strict=True))
    found = [(timex.text, timex.value) for timex in find_timexes(text, published or None, language)]
    assert found == wanted


@pytest.mark.parametrize(("language", "text"), rows("lookalikes.tsv"))
def test_lookalikes_give_nothing(language, text):
    assert find_timexes(text, "2024-03-25", language) == ()


def test_the_tables_are_as_large_as_promised():
    assert len(rows("en.tsv")) >= 250
    assert len(rows("ar.tsv")) >= 200
    assert len(rows("lookalikes.tsv")) >= 100
