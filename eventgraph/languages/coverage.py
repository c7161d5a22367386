"""What is read of each language here and now, asked of the languages themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from eventgraph.errors import ModelError
from eventgraph.languages.models import models, name_and_version, reads, usable
from eventgraph.model import Coverage


def coverages(languages: Iterable[str], packages: Mapping[str, str]) -> tuple[Coverage, ...]:
    """What is read of articles in these languages, one language code for each article, sorted.

    Args:
        languages: The language of each article.
        packages: The pipelines that the user asks for, by language.

    Raises:
        ModelError: A pipeline that the user asks for is missing or damaged.
    """
    counts = Counter(languages)
    return tuple(coverage(code, counts[code], packages.get(code)) for code in sorted(counts))


def coverage(code: str, articles: int = 0, package: str | None = None) -> Coverage:
    """What is read of one language.

    Raises:
        ModelError: The pipeline that the user asks for is missing or damaged.

    >>> coverage("ar").events, coverage("xx").dates
    (True, False)
    """
    read, lacking = reads(code), None
    try:
        model = usable(code, package)
    except ModelError as problem:
        if package:
            raise
        model, lacking = None, str(problem)
    known = models(code)
    return Coverage(
        language=code,
        articles=articles,
        model=name_and_version(model, code) if model else None,
        dates=read.dates,
        events=read.events and (model is not None or read.events_by_rules),
        lacking=lacking,
        more=known[-1].install if known and model is None else None,
    )


def described(found: Coverage) -> str:
    """A coverage in words, for a summary.

    >>> described(Coverage("xx", 2))
    'names by rules; dates that need no words; no events'
    """
    parts = (
        f"names by {found.model.split(' sha256:')[0] if found.model else 'rules'}",
        "dates" if found.dates else "dates that need no words",
        "events" if found.events else "no events",
    )
    more = f"; for more: {found.more}" if found.more else ""
    return "; ".join(parts) + (f"; degraded: {found.lacking}" if found.lacking else more)
