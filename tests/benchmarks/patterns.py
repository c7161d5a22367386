"""How time and memory grow with a text that repeats one pattern, as an attacker's or a broken page does.

    python -m tests.benchmarks patterns

Each pattern is repeated to n, 2n and 4n characters and goes through reading and extraction. The exponent is
the power of the length that CPU time grows with from n to 4n, a fixed part of each run's cost left aside.
The peak is the memory of a process of its own that extracts ten million characters.
"""

from __future__ import annotations

import math
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO

from eventgraph.extract import extract_all
from eventgraph.model import Article, Skipped
from eventgraph.readers import ReadOptions
from eventgraph.readers.reader import reader_for
from tests.benchmarks.rows import Row

MOST_EXPONENT = 1.15
MOST_MEGABYTES = 1000
LENGTH = 20_000  # n; the full measurement takes four times as much
LEAST = 0.15  # CPU seconds at 4n below which the clock's grain and caches say more than the text
TRIES = 3

EN = "Gunmen attacked a bus near Homs on 9 May 2018 and killed 12 people, police said."
AR = "قتل مسلحون مجهولون 12 شخصا في هجوم على حافلة قرب حمص يوم الجمعة، حسبما قالت الشرطة."
RU = "Боевики напали на автобус под Хомсом 9 мая 2018 года и убили 12 человек, сообщила полиция."
ZH = "2018年5月9日，武装分子在霍姆斯附近袭击一辆公共汽车，造成12人死亡。"

# Language, pattern, file name. What is not told by a name is text.
PATTERNS = (
    ("en", EN + " ", ""), ("en", EN + "\n", ""), ("en", "word ", ""), ("en", "a", ""), ("en", "A.", ""),
    ("en", "“a” ", ""), ("en", '"', ""), ("en", "(", ""), ("en", "John Smith ", ""), ("en", "John Smith, ", ""),
    ("en", "Mr. ", ""), ("en", "U.S. and ", ""), ("en", "killed ", ""), ("en", "the man who saw ", ""),
    ("en", "He said that ", ""), ("en", "12,000 ", ""), ("en", "3 May 2021 ", ""), ("en", "between 3 and 5 ", ""),
    ("en", "2021-05-03 ", ""), ("en", "on Monday ", ""), ("en", "www.a.org/", ""), ("en", "a@b.org ", ""),
    ("en", "a:b|", ""), ("en", "a\n", ""), ("en", "- Homs, Syria\n", ""), ("en", "e\u0301", ""),
    ("en", "a\u200b ", ""), ("ar", AR + " ", ""), ("ar", AR + "\n", ""), ("ar", "بن ", ""), ("ar", "قتل ", ""),
    ("ar", "أبو محمد ", ""), ("ar", "و", ""), ("ar", "قال إن الرئيس ", ""), ("ar", "«ا» ", ""),
    ("ar", "يوم الجمعة ", ""), ("ar", "٢٠٢١ ", ""), ("ar", "في حمص، ", ""), ("ru", RU + " ", ""),
    ("ru", "Иван Иванов ", ""), ("ru", "убил ", ""), ("ru", "3 мая 2021 г. ", ""), ("ru", "«а» ", ""),
    ("zh", ZH, ""), ("zh", "中国", ""), ("zh", "，", ""), ("en", ' a="b"', "attributes.html"),
    ("en", "<b>", "nested.html"), ("en", "<div><p>a", "blocks.html"), ("en", "<a href=x>a</a>\n", "links.html"),
    ("en", "&amp;", "signs.html"), ("en", "<!--", "comments.html"), ("en", f"<li>{EN}", "page.html"),
)  # fmt: skip


def measure(*, full: bool = False) -> Iterator[Row]:
    """Rows of the benchmark."""
    length = LENGTH * (4 if full else 1)
    for language, pattern, name in warmed():
        power, seconds = exponent(language, pattern, name, length)
        label = f"{language} {name} {pattern!r}"[:48]
        yield Row(f"{label}: exponent ({seconds:.2f} s)", power, "", most=MOST_EXPONENT)
    for label, shape in (("lines", "\n"), ("one line", " ")):
        peak = memory(EN + shape)
        yield Row(f"peak memory for 10 MB of text, {label}", peak, "MB", most=MOST_MEGABYTES)


def warmed() -> Iterator[tuple[str, str, str]]:
    """The patterns, after the models that read them are loaded."""
    for language, text in (("en", EN), ("ar", AR), ("ru", RU), ("zh", ZH)):
        _seconds(language, text, "", len(text))
    yield from PATTERNS


def exponent(language: str, pattern: str, name: str, length: int) -> tuple[float, float]:
    """The power of its length that the time of a text grows with, and the CPU seconds of the longest.

    What takes next to nothing at four times the length is taken to be linear; the best of some tries counts.
    """
    powers = []
    for _ in range(TRIES):
        short = _seconds(language, pattern, name, length)
        _seconds(language, pattern, name, 2 * length)
        long = _seconds(language, pattern, name, 4 * length)
        powers.append(1.0 if long < LEAST else math.log(long / max(short, 0.01), 4))
        if powers[-1] <= 0.95 * MOST_EXPONENT:
            break
    return min(powers), long


def _seconds(language: str, pattern: str, name: str, length: int) -> float:
    """CPU seconds to read and extract a pattern repeated to a length."""
    data = markup(pattern, length) if name else repeated(pattern, length)
    began = time.process_time()
    for _ in extract_all(article_of(data.encode(), name or "a.txt", language)):
        pass
    return time.process_time() - began


def repeated(pattern: str, length: int) -> str:
    """A pattern so often that it has a length.

    >>> repeated("ab", 5)
    'ababa'
    """
    return (pattern * (length // len(pattern) + 1))[:length]


def markup(pattern: str, length: int) -> str:
    """A page whose first element has a pattern of attributes, or whose body has one of elements."""
    inside = repeated(pattern, length)
    head = f"<p{inside}>" if pattern.startswith(" ") else f"<body>{inside}"
    return f"<!doctype html><title>A</title>{head}\n<p>{EN}"


def article_of(data: bytes, name: str, language: str) -> Iterator[Article]:
    """The articles of some bytes, one at a time."""
    for item in reader_for(name, data[:2048]).read(
        BytesIO(data), name, ReadOptions(language=language)
    ):
        if not isinstance(item, Skipped):
            yield item


def memory(pattern: str, length: int = 10_000_000) -> float:
    """Megabytes that a process of its own takes at most to extract a pattern repeated to a length."""
    command = [sys.executable, "-m", "tests.benchmarks.patterns", pattern, str(length)]
    return float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def _extract_pieces(pattern: str, length: int) -> None:
    """Extract ten articles that share a length, and print the peak of this process in megabytes."""
    import resource

    texts = (repeated(pattern, length // 10).encode() for _ in range(10))
    for _ in extract_all(one for text in texts for one in article_of(text, "a.txt", "en")):
        pass
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{peak / (1 << 20 if sys.platform == 'darwin' else 1 << 10):.0f}\n")


if __name__ == "__main__":
    _extract_pieces(sys.argv[1], int(sys.argv[2]))
