"""What speaks for two names being one entity: sounds, fuller forms, initials. Each link says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from eventgraph.resolve.blocking import initials, pairs
from eventgraph.resolve.chains import is_acronym, name_key
from eventgraph.resolve.clusters import Link
from eventgraph.resolve.profiles import Profile, ProfileKey, full_names
from eventgraph.skeleton import coarse, script, similarity, skeleton, word_similarity, words

_CHAINED = 0.95  # an article itself uses both names for one
_ACROSS = 0.86  # two names sound alike, one of them in Arabic letters
_VOWELLED = 0.9  # the same where both scripts write vowels
_WITHIN = 0.93  # two spellings in one script
_ONE_WORD = 0.93
_LONG_WORD = 0.9  # the same where a word has a consonant more than it needs
_WORD = 0.82  # the least alike word of two alike names
_WORD_WITHIN = 0.88  # the same in one script
_CONSONANTS = 3  # fewer in one word are chance
_ACRONYM = 0.85
_FULLER = 0.88
_TWO = 2  # consonant groups that may differ between two spellings of a word
_SPELLING = 0.97  # two spellings of one word in one script
_BLANK = 0.93


def links(profiles: Mapping[ProfileKey, Profile]) -> Iterator[Link]:
    """All links between profiles that evidence suggests."""
    ordered = [profiles[key] for key in sorted(profiles)]
    yield from _chained(ordered)
    near = list(pairs(ordered))
    yield from _mutually_best(link for a, b in near for link in compare(a, b))
    yield from acronyms(near)


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
    return link.reason.startswith((_FULLER_FORM, _INITIAL_FORM))


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


_PARTNERS = 8  # more spellings than that are several people
_FULLER_FORM, _INITIAL_FORM = "the same name, fuller", "initial"
_CLEARLY = 0.04


def _only_roots(a: str, b: str) -> bool:
    """Whether both are Arabic names of groups or places: words of one root are different words."""
    return script(a) == script(b) == "arabic" and name_key(a) != name_key(b)


def acronyms(near: Iterable[tuple[Profile, Profile]]) -> Iterator[Link]:
    """Links from an acronym to the only name in the corpus that it can stand for."""
    found: dict[ProfileKey, list[tuple[Profile, Profile, str]]] = {}
    for pair in near:
        for a, b in (pair, pair[::-1]):
            if reason := _abbreviates(a, b):
                found.setdefault(a.key, []).append((a, b, reason))
    for options in found.values():
        if len(options) == 1:
            a, b, reason = options[0]
            yield Link(_ACRONYM, a.key, b.key, reason)


def _abbreviates(short: Profile, long: Profile) -> str:
    if short.type != "organization" or long.type != "organization":
        return ""
    for a in filter(is_acronym, short.names()):
        for b in long.names():
            if not is_acronym(b) and initials(a) & initials(b):
                return f"acronym: {a} = {b}"
    return ""


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


@lru_cache(maxsize=200_000)
def by_sound(a: str, b: str) -> tuple[float, str]:
    """How sure two names are one by their sound alone, and the reason; 0 when they are not.

    >>> by_sound("Hassan Haddad", "حسن حداد")[0] > 0.86, by_sound("Hassan Haddad", "حسين حداد")[0]
    (True, 0.0)
    """
    if name_key(a) == name_key(b):
        return 1.0, f"same name: {a}"
    left, right = words(a), words(b)
    if len(left) == len(right) and not all(map(_near, left, right)):
        return 0.0, ""
    if len(left) == 1 and len(right) == 1:
        return _one_word(a, b)
    if 1 in (len(left), len(right)):
        return _spaced(a, b)
    if len(left) != len(right):
        return max(_fuller(left, right, a, b), _spaced(a, b))
    return _same_length(left, right, a, b)


def _near(a: str, b: str) -> bool:
    """A cheap look at the consonant groups before sounds are compared in full."""
    if 1 in (len(a), len(b)):
        return True
    ways = _TWO if min(len(a), len(b)) > 3 else 1
    return Levenshtein.distance(coarse(a), coarse(b), score_cutoff=ways) <= ways


def _one_word(a: str, b: str) -> tuple[float, str]:
    bones = min(len("".join(skeleton(name))) for name in (a, b))
    score = similarity(a, b)
    least = _LONG_WORD if bones > _CONSONANTS else _ONE_WORD
    if bones < _CONSONANTS or score < least or (script(a) == script(b) and score < _SPELLING):
        return 0.0, ""
    return _sounding(score, a, b)


def _sounding(score: float, a: str, b: str) -> tuple[float, str]:
    bones = " ".join(skeleton(a)), " ".join(skeleton(b))
    shown = bones[0] if bones[0] == bones[1] else f"{bones[0]} and {bones[1]}"
    return score, f"alike consonants: {a}, {b} ({shown})"


def _spaced(a: str, b: str) -> tuple[float, str]:
    """One word more: alike when a blank is all that parts them."""
    left, right = "".join(words(a)), "".join(words(b))
    score = word_similarity(left, right) if _near(left, right) else 0.0
    least = _SPELLING if script(a) == script(b) else _BLANK
    return _sounding(score * 0.97, a, b) if score >= least else (0.0, "")


def _same_length(left: Sequence[str], right: Sequence[str], a: str, b: str) -> tuple[float, str]:
    by_word = [_like(one, other) for one, other in zip(left, right, strict=True)]
    score = similarity(a, b)
    if len(left[0]) == 1 or len(right[0]) == 1:
        return (_FULLER, f"{_INITIAL_FORM}: {a}, {b}") if min(by_word) >= _SPELLING else (0.0, "")
    least, least_word = _least(script(a), script(b))
    return _sounding(score, a, b) if score >= least and min(by_word) >= least_word else (0.0, "")


def _least(a: str, b: str) -> tuple[float, float]:
    """How alike names in two scripts, and each two of their words, must be."""
    if a == b:
        return _WITHIN, _WORD_WITHIN
    return _ACROSS if "arabic" in (a, b) else _VOWELLED, _WORD


def _like(a: str, b: str) -> float:
    if 1 in (len(a), len(b)):
        return (
            float(word_similarity(a[0], b[0]) > 0.8)
            if script(a) != script(b)
            else float(a[0] == b[0])
        )
    return word_similarity(a, b)


def _fuller(left: Sequence[str], right: Sequence[str], a: str, b: str) -> tuple[float, str]:
    """One name with a middle name or patronymic more: the shorter runs through the longer."""
    short, long = sorted((left, right), key=len)
    least = min(_like(short[-1], long[-1]), _runs_through(short[:-1], long[:-1]))
    if least < _FULLER or len(long[-1]) == 1:
        return 0.0, ""
    return 0.9 * least, f"{_FULLER_FORM}: {a}, {b}"


def _runs_through(short: Sequence[str], long: Sequence[str]) -> float:
    """The least alike pair when the words of one are found in the other, in order.

    They begin together ("Nour Aziz", "Nour Salim Aziz") or end together ("Tayyip Erdogan").
    """
    tail = min(map(_like, short, long[-len(short) :]), default=0.0)
    if _like(short[0], long[0]) < _FULLER:
        return tail
    rest, least = list(long), 1.0
    for word in short:
        while rest and _like(word, rest[0]) < _FULLER:
            rest.pop(0)
        least = min(least, _like(word, rest.pop(0))) if rest else 0.0
    return max(tail, least)
