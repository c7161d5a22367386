"""Who "Miller" is: surnames that stand alone in an article, linked to a full name by agreeing context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eventgraph.knowledge import Knowledge
from eventgraph.resolve.entities.chains import Chain
from eventgraph.resolve.entities.clustering import Cluster
from eventgraph.skeleton import coarse, script, word_similarity, words

_ENOUGH = 0.75
_MARGIN = 0.1
_MOST = 24  # bearers of one surname that are weighed, those in most articles first
_SOUND = 0.93
_UNIQUE, _ONE_OF_SEVERAL = 0.6, 0.45
_SPELLED, _AGREES, _COMPANY, _COUNTRY = 0.1, 0.2, 0.1, 0.05


@dataclass(slots=True)
class Bearer:
    """A person with a full name, and the context that surnames are compared with.

    Attributes:
        cluster: The person.
        surnames: Last words of the full names.
        roles: Role ids of the titles beside the name.
        countries: Countries stated beside the name.
        company: Entities that the same articles name.
        articles: Ids of articles that name the person.
        mistyped: Articles, with script, that took the full name for no person's: there the surname
            could not be told to be the same, and is.
    """

    cluster: Cluster
    surnames: set[str]
    roles: set[str]
    countries: set[str]
    company: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    mistyped: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Company:
    """Whom and what each article names, as labels: those that tell much, and countries.

    Attributes:
        tellers: Labels of people, groups and places by article.
        countries: Labels of countries by article.
    """

    tellers: Mapping[str, frozenset[str]]
    countries: Mapping[str, frozenset[str]]

    def shared(self, article: str, bearer: Bearer) -> tuple[int, int, str]:
        """How many tellers and countries an article shares with a bearer, and the best teller."""
        own = self.tellers.get(article, frozenset())
        common = sorted(
            (label for label in own if bearer.company[label]),
            key=lambda label: (-bearer.company[label], label),
        )
        countries = sum(
            1 for label in self.countries.get(article, frozenset()) if bearer.company[label]
        )
        return len(common), countries, common[0] if common else ""


class Bearers:
    """People by the sound of their surname."""

    def __init__(self, clusters: Iterable[Cluster], company: Company, knowledge: Knowledge) -> None:
        self._company = company
        self._knowledge = knowledge
        self._roles: dict[str, str | None] = {}
        self._by_sound: dict[str, list[Bearer]] = {}
        for cluster in clusters:
            self._add(cluster)

    def _add(self, cluster: Cluster) -> None:
        names = {name for profile in cluster.profiles for name in profile.names()}
        surnames = {words(name)[-1] for name in names if len(words(name)) > 1}
        if not surnames or cluster.profiles[0].type != "person":
            return
        bearer = self._bearer(cluster, surnames)
        for key in sorted({coarse(surname) for surname in surnames}):
            self._by_sound.setdefault(key, []).append(bearer)

    def _bearer(self, cluster: Cluster, surnames: set[str]) -> Bearer:
        chains = [chain for profile in cluster.profiles for chain in profile.chains]
        bearer = Bearer(cluster, surnames, set(), set())
        for chain in chains:
            bearer.roles |= self._role_ids(chain)
            bearer.countries.update(chain.countries)
            bearer.articles.add(chain.article)
            if all(mention.type != "person" for mention in chain.mentions):
                bearer.mistyped.add((chain.article, script(chain.name)))
        for article in bearer.articles:
            bearer.company.update(self._company.tellers.get(article, ()))
            bearer.company.update(self._company.countries.get(article, ()))
        return bearer

    def _role_ids(self, chain: Chain) -> set[str]:
        return {self._role(title) for title in chain.titles}

    def _role(self, title: str) -> str:
        if title not in self._roles:
            self._roles[title] = self._knowledge.role(title)
        return self._roles[title] or title

    def of(self, chain: Chain) -> tuple[Cluster, float, str] | None:
        """The person whom a surname means, how sure that is and why; none when context is silent."""
        surname = words(chain.name)[0]
        bearers = self._by_sound.get(coarse(surname), [])
        ranked = sorted(bearers, key=lambda one: (-len(one.articles), one.cluster.profiles[0].key))
        open_to = [one for one in ranked[:_MOST] if self._may(chain, surname, one)]
        scored = sorted(
            (self._score(chain, surname, one, alone=len(open_to) == 1) for one in open_to),
            key=lambda found: (-found[0], found[1].profiles[0].key),
        )
        if not scored or scored[0][0] < _ENOUGH:
            return None
        if len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN:
            return None
        score, cluster, reason = scored[0]
        return cluster, score, reason

    @staticmethod
    def _may(chain: Chain, surname: str, bearer: Bearer) -> bool:
        if chain.countries and bearer.countries and bearer.countries.isdisjoint(chain.countries):
            return False
        here = chain.article, script(chain.name)
        if here in bearer.cluster.articles and here not in bearer.mistyped:
            return False
        return any(_alike(surname, other) for other in bearer.surnames)

    def _score(
        self, chain: Chain, surname: str, bearer: Bearer, *, alone: bool
    ) -> tuple[float, Cluster, str]:
        why = ["only bearer" if alone else "one of several bearers"]
        score = _UNIQUE if alone else _ONE_OF_SEVERAL
        score += _SPELLED * (surname in bearer.surnames)
        if bearer.roles & self._role_ids(chain):
            score, why = score + _AGREES, [*why, "same title"]
        if not bearer.countries.isdisjoint(chain.countries):
            score, why = score + _AGREES, [*why, "same country"]
        tellers, countries, best = self._company.shared(chain.article, bearer)
        score += min(3 * _COMPANY, _COMPANY * tellers) + min(2 * _COUNTRY, _COUNTRY * countries)
        if best:
            why.append(f"both near {best}")
        return min(score, 1.0), bearer.cluster, f"surname: {chain.name}, {', '.join(why)}"


def _alike(a: str, b: str) -> bool:
    return a == b or (script(a) != script(b) and word_similarity(a, b) >= _SOUND)


def company(labelled: Sequence[tuple[Chain, str, bool]]) -> Company:
    """What articles name, of chains with a label and whether it is a country's."""
    tellers: dict[str, set[str]] = {}
    countries: dict[str, set[str]] = {}
    for chain, label, is_country in labelled:
        (countries if is_country else tellers).setdefault(chain.article, set()).add(label)
    return Company(
        {article: frozenset(labels) for article, labels in tellers.items()},
        {article: frozenset(labels) for article, labels in countries.items()},
    )
