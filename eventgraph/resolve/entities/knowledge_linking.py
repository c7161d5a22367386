"""Which chains the knowledge base knows: by alias, by role and country, by the company they keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eventgraph.knowledge import Entry, Knowledge
from eventgraph.languages import COMMON, language, of_script
from eventgraph.languages.articles import glued_article
from eventgraph.names import fold
from eventgraph.resolve.entities import acronyms
from eventgraph.resolve.entities.chains import Chain, ChainKey, is_acronym
from eventgraph.resolve.entities.profiles import full_names, is_surname
from eventgraph.resolve.entities.spellings import respelled
from eventgraph.resolve.places import disambiguation
from eventgraph.skeleton import script, words

_ALIAS, _CHOSEN = 1.0, 0.9  # how sure an alias is, and one that context had to choose
_GAZETTEER = frozenset({"city", "town", "village"})  # kinds that too many surnames share


@dataclass(frozen=True, slots=True)
class Identity:
    """The entry that a chain is about, and why."""

    entry: Entry
    reason: str


@dataclass(slots=True)
class Finder:
    """Looks chains up; answers that depend on the name alone are kept.

    Attributes:
        knowledge: The knowledge base.
        entries: Entries by name.
        holders: Who held an office on a day.
    """

    knowledge: Knowledge
    entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    holders: dict[tuple[str, str, str], tuple[Entry, ...]] = field(default_factory=dict)

    def find(self, name: str) -> tuple[Entry, ...]:
        """Entries of a name; a demonym stands for its country."""
        if name not in self.entries:
            self.entries[name] = self.knowledge.find(name) or self._country(name)
        return self.entries[name]

    def _country(self, name: str) -> tuple[Entry, ...]:
        code = self.knowledge.demonym(name) if " " not in name else None
        return (self.knowledge.entry(f"country:{code}"),) if code else ()

    def office(self, role: str, country: str, day: str) -> tuple[Entry, ...]:
        """Holders of an office, on an ISO day unless that is empty."""
        key = role, country, day
        if key not in self.holders:
            self.holders[key] = self.knowledge.office(role, country, day or None)
        return self.holders[key]


def identify(
    chains: Sequence[Chain], knowledge: Knowledge, typed: frozenset[ChainKey] = frozenset()
) -> dict[ChainKey, Identity]:
    """The entries of chains that are known: named ones first, then those only described.

    Args:
        chains: By article.
        knowledge: The knowledge base.
        typed: Chains whose type people gave, so that an entry of another type cannot be meant.
    """
    finder = Finder(knowledge)
    found: dict[ChainKey, Identity] = {}
    for article in _by_article(chains):
        context = disambiguation.context(article, finder.find)
        for chain in article:
            identity = _by_name(chain, article, finder, context)
            if identity and (chain.key not in typed or identity.entry.type == chain.type):
                found[chain.key] = identity
    for key in acronyms.spelled_otherwise(chains, {k: i.entry for k, i in found.items()}):
        del found[key]
    spelled = respelled(chains, {k: i.entry for k, i in found.items()}, knowledge.people())
    for key, one in spelled.items():
        found[key] = Identity(one.entry, f"sounds like {one.name}, score {one.score:.2f}")
    named = Counter(identity.entry.id for identity in found.values())
    for chain in chains:
        if not chain.names:
            identity = _by_office(chain, finder, named)
            if identity:
                found[chain.key] = identity
    return found


def _by_article(chains: Sequence[Chain]) -> Iterable[list[Chain]]:
    articles: dict[str, list[Chain]] = {}
    for chain in chains:
        articles.setdefault(chain.article, []).append(chain)
    return articles.values()


def _by_name(
    chain: Chain, article: Sequence[Chain], finder: Finder, context: Mapping[str, float]
) -> Identity | None:
    others = _fuller_bearers(chain, article) if is_surname(chain) else []
    for name in full_names(chain):
        fitting = [
            entry for entry in finder.find(name) if _fits(chain, name, entry, finder.knowledge)
        ]
        if is_acronym(name):
            fitting = [entry for entry in fitting if acronyms.fits(chain, name, entry)]
        if others:
            named = {entry.id for other in others for entry in finder.find(other)}
            fitting = [entry for entry in fitting if entry.id in named]
        if not fitting:
            continue
        same = [entry for entry in fitting if entry.type == chain.type] or fitting
        return _chosen(chain, name, same, context)
    return None


def _chosen(
    chain: Chain, name: str, entries: Sequence[Entry], context: Mapping[str, float]
) -> Identity | None:
    entry = (
        disambiguation.choose(entries, chain.countries, context)
        if entries[0].type == "place"
        else _person(chain, entries)
    )
    if entry is None:
        return None
    note = "" if len(entries) == 1 else f", the likeliest of {len(entries)}"
    retyped = "" if entry.type == chain.type else f", {entry.type} rather than {chain.type}"
    sure = _ALIAS if entry.type == chain.type and len(entries) == 1 else _CHOSEN
    return Identity(
        entry, f"alias table: {name} = {entry.name('en')}{note}{retyped}, score {sure:.2f}"
    )


def _person(chain: Chain, entries: Sequence[Entry]) -> Entry | None:
    """The best known whose country the words beside the name do not contradict."""
    if not chain.countries:
        return entries[0]
    agreeing = [entry for entry in entries if entry.country in chain.countries]
    if agreeing:
        return agreeing[0]
    return None if is_surname(chain) and entries[0].country else entries[0]


def _fits(chain: Chain, name: str, entry: Entry, knowledge: Knowledge) -> bool:
    """Whether the entry may be meant; another type than the article saw must be well vouched for."""
    if _lacks_article(name, entry):
        return False
    if entry.type == chain.type:
        return True
    if chain.type == "person":
        return not (
            chain.titles
            or entry.kind in _GAZETTEER
            or knowledge.ambiguous(name)
            or knowledge.given_name(name)
        )
    if entry.type == "person":
        return len(words(name)) > 1
    return not (knowledge.ambiguous(name) and not is_acronym(name)) and entry.kind not in _GAZETTEER


def _lacks_article(name: str, entry: Entry) -> bool:
    """Whether a word is a group's name only with a glued article: Arabic "jazira" is any island."""
    code = of_script(script(name))
    article = glued_article(language(code)) if code else ""
    if entry.type != "organization" or not article or " " in name or name.startswith(article):
        return False
    if fold(name) in {fold(other) for other in entry.names.get(code or "", ())}:
        return False
    return any(fold(other).startswith(("al ", "el ")) for other in entry.names.get(COMMON, ()))


def _fuller_bearers(chain: Chain, article: Sequence[Chain]) -> list[str]:
    """Fuller names in the article that hold this one: a famous bearer of it must be among them."""
    short = words(chain.name)
    return [
        name
        for other in article
        if other.key != chain.key and other.type == "person"
        for name in other.names
        if len(words(name)) > 1 and short[0] in words(name)
    ]


def _by_office(chain: Chain, finder: Finder, named: Mapping[str, int]) -> Identity | None:
    for title in chain.titles:
        for country in chain.countries:
            entry = _holder(
                finder.office(title, country, _day(chain)), named, dated=bool(_day(chain))
            )
            if entry:
                when = f" on {chain.day}" if _day(chain) else ""
                sure = _ALIAS if when else _CHOSEN
                reason = f"role and country: {title} of {country}{when} = {entry.name('en')}"
                return Identity(entry, f"{reason}, score {sure:.2f}")
    return None


def _day(chain: Chain) -> str:
    return chain.day if len(chain.day) == len("2024-03-24") else ""


def _holder(holders: Sequence[Entry], named: Mapping[str, int], *, dated: bool) -> Entry | None:
    """The one in office on the day; of an undated article the only one, or the only one in the news."""
    if dated or len(holders) == 1:
        return holders[0] if holders else None
    seen = [entry for entry in holders if named.get(entry.id)]
    return seen[0] if len(seen) == 1 else None
