"""What speaks for two profiles being one entity, beyond a shared name. Each link says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from eventgraph.resolve.entities import acronyms
from eventgraph.resolve.entities.blocking import pairs
from eventgraph.resolve.entities.chains import name_key
from eventgraph.resolve.entities.clustering import Link
from eventgraph.resolve.entities.name_similarity import FULLER_FORM, INITIAL_FORM, by_sound
from eventgraph.resolve.entities.profiles import Profile, ProfileKey, full_names
from eventgraph.skeleton import script

_CHAINED = 0.95  # an article itself uses both names for one
_CLEARLY = 0.04  # by how much another link must be better to be the better one
_PARTNERS = 8  # more spellings of one short form than that are several people


def links(profiles: Mapping[ProfileKey, Profile]) -> Iterator[Link]:
    """All links between profiles that evidence suggests."""
    ordered = [profiles[key] for key in sorted(profiles)]
    yield from _chained(ordered)
    near = list(pairs(ordered))
    yield from _mutually_best(link for a, b in near for link in compare(a, b))
    yield from acronyms.links(near)


def _chained(ordered: Sequence[Profile]) -> Iterator[Link]:
    """Links through articles that use two full names for one entity."""
    by_name: dict[tuple[str, str], ProfileKey] = {}
    for profile in ordered:
        for chain in profile.chains:
            if chain.names:
                by_name.setdefault((profile.type, name_key(chain.name)), profile.key)
    seen: set[tuple[ProfileKey, ProfileKey]] = set()
    for profile in ordered:
        for chain in profile.chains:
            for name in full_names(chain)[1:]:
                other = by_name.get((profile.type, name_key(name)))
                if other and other != profile.key and (profile.key, other) not in seen:
                    seen.add((profile.key, other))
                    reason = f"one article uses both names: {chain.name}, {name}"
                    yield Link(_CHAINED, profile.key, other, reason)


def _mutually_best(found: Iterable[Link]) -> Iterator[Link]:
    """Links by sound that neither side has a clearly better one for, and no rival of a short form."""
    all_links = list(found)
    best: dict[ProfileKey, float] = {}
    for link in all_links:
        for key in (link.a, link.b):
            best[key] = max(best.get(key, 0.0), link.score)
    rivals = _rivals(all_links)
    for link in all_links:
        clear = link.score >= max(best[link.a], best[link.b]) - _CLEARLY
        if clear and not (_is_short_form(link) and rivals & {link.a, link.b}):
            yield link


def _is_short_form(link: Link) -> bool:
    return link.reason.startswith((FULLER_FORM, INITIAL_FORM))


def _rivals(all_links: Sequence[Link]) -> set[ProfileKey]:
    """Names that are a short form of several names which do not sound like one another."""
    alike = {frozenset((link.a, link.b)) for link in all_links}
    partners: dict[ProfileKey, set[ProfileKey]] = {}
    for link in filter(_is_short_form, all_links):
        partners.setdefault(link.a, set()).add(link.b)
        partners.setdefault(link.b, set()).add(link.a)
    return {
        key
        for key, others in partners.items()
        if len(others) > _PARTNERS
        or any(frozenset(two) not in alike for two in combinations(sorted(others), 2))
    }


def compare(a: Profile, b: Profile) -> Iterator[Link]:
    """The best link between two profiles of one type, if any."""
    if a.type != b.type or (a.known and b.known):
        return
    found = [
        (score, reason)
        for one in a.names()
        for other in b.names()
        if a.type == "person" or not _only_roots(one, other)
        for score, reason in (by_sound(one, other),)
        if score
    ]
    if found:
        score, reason = min(found, key=lambda pair: (-pair[0], pair[1]))
        yield Link(score, a.key, b.key, reason)


def _only_roots(a: str, b: str) -> bool:
    """Whether both are Arabic names of groups or places: words of one root are different words."""
    return script(a) == script(b) == "arabic" and name_key(a) != name_key(b)
