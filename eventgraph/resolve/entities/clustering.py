"""Union under constraints: clusters grow by their strongest evidence and never join what is known apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eventgraph.resolve.entities.chains import Chain
from eventgraph.resolve.entities.profiles import Profile, ProfileKey
from eventgraph.skeleton import script, words

_TOLERATED = 0.02  # share of common articles that may keep two profiles apart by mistake


@dataclass(frozen=True, slots=True)
class Link:
    """Two profiles that are one entity, how sure that is, and why."""

    score: float
    a: ProfileKey
    b: ProfileKey
    reason: str

    @property
    def strongest_first(self) -> tuple[float, ProfileKey, ProfileKey, str]:
        """Sort key."""
        return -self.score, self.a, self.b, self.reason


@dataclass(slots=True)
class Cluster:
    """Profiles that are one entity.

    Attributes:
        profiles: Its members.
        known: Knowledge id, once one member has one.
        articles: Article ids per script, to see whether two are named side by side.
        countries: Where its places lie, or what tells a group from its namesakes.
        numbers: In its main names: Route 52 is not Route 94.
        reasons: Accepted links.
    """

    profiles: list[Profile]
    known: str
    articles: set[tuple[str, str]]
    countries: set[str]
    numbers: frozenset[str]
    reasons: list[Link] = field(default_factory=list)


class Clusters:
    """A partition of profiles that links refine.

    Args:
        profiles: All of them.
        apart: Pairs that people decided are not the same.
    """

    def __init__(
        self, profiles: Iterable[Profile], apart: Iterable[tuple[ProfileKey, ProfileKey]] = ()
    ) -> None:
        self._at: dict[ProfileKey, Cluster] = {}
        self.add(profiles)
        self._apart: dict[ProfileKey, set[ProfileKey]] = {}
        for a, b in apart:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def __getitem__(self, key: ProfileKey) -> Cluster:
        return self._at[key]

    def all(self) -> tuple[Cluster, ...]:
        """Every cluster once, by its smallest profile key."""
        first: dict[int, ProfileKey] = {}
        for key in sorted(self._at):
            first.setdefault(id(self._at[key]), key)
        return tuple(self._at[key] for key in first.values())

    def add(self, profiles: Iterable[Profile]) -> None:
        """Take in profiles, each a cluster of its own."""
        for profile in profiles:
            self._at[profile.key] = Cluster(
                [profile], profile.known, profile.seen, profile.nation, profile.numbers
            )

    @staticmethod
    def give(cluster: Cluster, chain: Chain, reason: str) -> None:
        """Add a chain to a cluster."""
        profile = min(cluster.profiles, key=lambda profile: profile.key)
        profile.chains.append(chain)
        profile.reasons[reason] += 1
        cluster.articles.add((chain.article, script(chain.name)))

    def single_names(self) -> dict[ProfileKey, Profile]:
        """Profiles of people who are named by one word only."""
        found = (profile for cluster in self.all() for profile in cluster.profiles)
        return {
            profile.key: profile
            for profile in found
            if profile.type == "person" and all(len(words(name)) == 1 for name in profile.names())
        }

    def decide(self, links: Sequence[Link]) -> None:
        """Join what people decided is one, whatever else speaks against it."""
        for link in sorted(links, key=lambda link: link.strongest_first):
            self._join(link)

    def guess(self, links: Iterable[Link]) -> None:
        """Join by evidence, the strongest first, wherever nothing forbids it."""
        for link in sorted(links, key=lambda link: link.strongest_first):
            if self._may(self._at[link.a], self._at[link.b]):
                self._join(link)

    def _may(self, a: Cluster, b: Cluster) -> bool:
        if a is b:
            return True
        if a.known and b.known and a.known != b.known:
            return False
        if a.countries and b.countries and not a.countries & b.countries:
            return False
        if a.numbers and b.numbers and a.numbers != b.numbers:
            return False
        return not (self._decided_apart(a, b) or self._side_by_side(a, b))

    def _decided_apart(self, a: Cluster, b: Cluster) -> bool:
        if not self._apart:
            return False
        keys = {profile.key for profile in b.profiles}
        return any(self._apart.get(profile.key, _NONE) & keys for profile in a.profiles)

    @staticmethod
    def _side_by_side(a: Cluster, b: Cluster) -> bool:
        """Whether articles name both, in one script, as two."""
        few, many = sorted((a.articles, b.articles), key=len)
        return sum(one in many for one in few) > _TOLERATED * len(few)

    def _join(self, link: Link) -> None:
        a, b = self._at[link.a], self._at[link.b]
        if a is b:
            a.reasons.append(link)
            return
        small, large = sorted(
            (a, b), key=lambda cluster: len(cluster.profiles) + len(cluster.articles)
        )
        large.profiles += small.profiles
        large.known = a.known or b.known
        large.articles |= small.articles
        large.countries |= small.countries
        large.numbers |= small.numbers
        large.reasons += [*small.reasons, link]
        for profile in small.profiles:
            self._at[profile.key] = large


_NONE: frozenset[ProfileKey] = frozenset()


def reasons(cluster: Cluster) -> Mapping[str, float]:
    """Why the members are one, strongest first; the same words are said once."""
    found: dict[str, float] = {}
    for link in sorted(cluster.reasons, key=lambda link: link.strongest_first):
        found.setdefault(link.reason, link.score)
    return found
