"""When two names of one article may be one entity's by their form alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_SMALL = frozenset({"of", "for", "and", "the"})  # words that initials leave out


def compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two people's names without particles may be one person's.

    >>> compatible(["putin"], ["vladimir", "putin"]), compatible(["j", "biden"], ["joe", "biden"])
    (True, True)
    >>> compatible(["jill", "biden"], ["joe", "biden"])
    False
    """
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return len(long) > 1 and (short[0] == long[-1] or short[0] == long[0])
    return short[-1] == long[-1] and _same_first(short[0], long[0])


def conflicting(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names share the surname and nothing else."""
    full = len(one) > 1 and len(other) > 1
    return full and one[-1] == other[-1] and not _same_first(one[0], other[0])


def _same_first(one: str, other: str) -> bool:
    """Whether first names are equal, or one is the other's initial or beginning."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) != 2 and long.startswith(short))


def short_forms(name: str) -> Iterable[str]:
    """What an organisation's name may be shortened to: initials, first or last words of it.

    >>> sorted(short_forms("syrian democratic forces"))
    ['democratic forces', 'sdf', 'syrian democratic']
    """
    words = name.split()
    telling = [word for word in words if word not in _SMALL]
    if len(telling) > 1:
        yield "".join(word[0] for word in telling)
    for cut in range(1, len(words) - 1):
        yield " ".join(words[cut:])
        yield " ".join(words[:-cut])
