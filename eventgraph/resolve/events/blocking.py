"""Which drafts are compared: those that share what one event would share, near in time before far.

Blocks are read in the order of days, so that in a block too large to compare everything with
everything (a country, a head of state) each draft meets those that were told at about the same time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest

from eventgraph.ontology import UNTYPED
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.drafts import Draft, exact_day

BLOCK = 20  # drafts compared with one another; in larger blocks each meets its nearest ones
NEAREST = 10
MOST = 25  # later drafts that one is compared with: those that share most blocks with it

Key = tuple[str, ...]


def chronological(draft: Draft) -> tuple[str, tuple[str, int, int]]:
    """Where a draft of one article stands in time: its day, else that of its publication; then its key."""
    first = draft.reports[0]
    published = first.published.date if first.published else "~"
    return exact_day(draft) or published, draft.key


def candidates(drafts: Sequence[Draft], stories: Stories) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of drafts that may be one event, each once, the smaller number first.

    Args:
        drafts: In `chronological` order, which blocks keep.
        stories: Which articles are alike.
    """
    keys = [[(draft.nature, key) for key in _keys(draft, stories)] for draft in drafts]
    blocks: dict[tuple[object, Key], list[int]] = defaultdict(list)
    places = []  # of each draft in each of its blocks
    for number, own in enumerate(keys):
        places.append([len(blocks[key]) for key in own])
        for key in own:
            blocks[key].append(number)
    for number, own in enumerate(keys):
        later: Counter[int] = Counter()
        for key, place in zip(own, places[number], strict=True):
            block = blocks[key]
            reach = len(block) if len(block) <= BLOCK else NEAREST
            later.update(block[place + 1 : place + 1 + reach])
        best = nsmallest(MOST, later, key=lambda other: (-later[other], other))
        yield from ((number, other) for other in best)


def _keys(draft: Draft, stories: Stories) -> list[Key]:
    """What a draft has that another of the same event would have too, each once.

    Within a family everything counts; across families (what has no type may belong to any) the same
    word in the same story, and the same participant in the same role.
    """
    keys: list[Key] = [("day", day)] if (day := exact_day(draft)) else []
    keys += [("partial", value) for value in draft.partial_dates]
    keys += [("entity", entity) for entity in draft.entities]
    keys += [("number", kind, str(low), str(high)) for kind, low, high in draft.telling_numbers]
    features = {f for article in draft.articles for f in stories.salient(article)}
    if not draft.has("broad"):
        keys += [("story", feature) for feature in features]
    own = [(family, *key) for key in keys for family in draft.families or (UNTYPED,)]
    words = draft.glosses or draft.lemmas
    own += [("word", word, feature) for word in words for feature in features]
    return own + [("role", p.role, p.entity) for p in draft.roles]
