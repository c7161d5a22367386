"""Drafts nature by nature: two natures are never one event, so that one at a time is held and weighed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from eventgraph.resolve.events.clustering import Pairs
from eventgraph.resolve.events.drafts import Draft

Nature = tuple[bool, bool, bool]


def by_nature(drafts: Iterable[Draft], together: Pairs = ()) -> Iterator[list[Draft]]:
    """The drafts of each nature, what was found out about them forgotten: of all it fills the memory.

    Args:
        drafts: Of all natures.
        together: Keys of reports that a person has called one event: their natures are taken as one.
    """
    decided = {key for pair in together for key in pair}
    united: set[Nature] = set()
    parts: dict[Nature, list[Draft]] = defaultdict(list)
    for draft in drafts:
        parts[draft.nature].append(Draft(draft.reports, draft.why))
        if any(report.key in decided for report in draft.reports):
            united.add(draft.nature)
    if united:
        yield [draft for nature in sorted(united) for draft in parts.pop(nature)]
    while parts:
        yield parts.popitem()[1]
