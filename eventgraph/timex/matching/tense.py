"""Whether the clause around a date tells of the past or of the future, by cue words of the language."""

from __future__ import annotations

from collections.abc import Mapping

from eventgraph.timex.matching.tokens import Token

_REACH = 14  # tokens to each side
_STOPS = frozenset(".!?؟:;")


def tense(tokens: list[Token], start: int, end: int, cues: Mapping[str, tuple[str, ...]]) -> str:
    """``past``, ``future`` or empty, by the nearest cue in the sentence.

    Args:
        tokens: The text.
        start: Index of the first token of the date.
        end: Index behind its last one.
        cues: The ``tense`` table of a language.
    """
    best: tuple[int, str] | None = None
    for step in (-1, 1):
        at = start - 1 if step < 0 else end
        for distance in range(1, _REACH + 1):
            if not 0 <= at < len(tokens) or tokens[at if step > 0 else at + 1].broken:
                break
            key = tokens[at].key
            if key in _STOPS:
                break
            found = _cue(key, tokens[at + 1].key if at + 1 < len(tokens) else "", cues)
            passive = found == "past" and tokens[at - 1].key in cues.get("passive", ()) and at > 0
            if found and not passive:  # "to be held", "is expected": the verb before it decides
                best = min(best or (99, ""), (distance * 2 + (step > 0), found))
                break
            at += step
    return best[1] if best else ""


def _cue(key: str, following: str, cues: Mapping[str, tuple[str, ...]]) -> str:
    pair = f"{key} {following}"
    for name in ("future", "past"):
        if key in cues.get(name, ()) or pair in cues.get(name, ()):
            return name
    if len(key) > 4 and not key.startswith(cues.get("none_prefixes", ())):
        if key.startswith(cues.get("future_prefixes", ())):
            return "future"
        if key.endswith(cues.get("future_suffixes", ())):
            return "future"
        if key.endswith(cues.get("past_suffixes", ())) and key not in cues.get("none", ()):
            return "past"
    return ""
