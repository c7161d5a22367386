"""Sentences with marked mentions; titles and countries beside names."""

import pytest

from tests.extract.names.marked import letter, marked, mentions, partition, rows


@pytest.mark.parametrize(
    ("language", "row"),
    [
        (language, row["text"])
        for language in ("en", "ar", "ru", "fr", "es")
        for row in rows(f"mentions_{language}.tsv")
    ],
)
def test_mentions_are_found_typed_and_chained(language, row):
    if language == "ru":
        pytest.importorskip("slovnet")
    text, marks = marked(row)
    found = mentions(text, language)
    assert [(m.text, letter(m)) for m in found] == [(words, mark) for words, mark, _ in marks]
    if all(chain for _, _, chain in marks):
        assert partition(m.chain for m in found) == partition(chain for _, _, chain in marks)


@pytest.mark.parametrize(
    "row", rows("titles.tsv"), ids=lambda row: f"{row['language']}-{row['text'][:40]}"
)
def test_titles_and_country_are_kept_beside_the_name(row):
    if row["language"] == "ru":
        pytest.importorskip("slovnet")
    found = [m for m in mentions(row["text"], row["language"]) if m.name == row["name"]]
    assert found, mentions(row["text"], row["language"])
    titles = tuple(filter(None, row["titles"].split(";")))
    assert (found[0].titles, found[0].country or "") == (titles, row["country"])
