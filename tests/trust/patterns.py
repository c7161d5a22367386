"""Texts that repeat one pattern: how many take more time than their length gives reason for."""

from __future__ import annotations

from tests.benchmarks import patterns


def run(length: int) -> dict[str, int]:
    """Extract every pattern at a length, twice and four times as long.

    Args:
        length: Characters of the shortest.

    Returns:
        The patterns that were timed and the characters of the longest, then how many of them grew faster
        than `tests.benchmarks.patterns.MOST_EXPONENT` allows.
    """
    powers = [
        patterns.exponent(language, pattern, name, length)[0]
        for language, pattern, name in patterns.warmed()
    ]
    steep = sum(power > patterns.MOST_EXPONENT for power in powers)
    return {
        "patterns timed": len(powers),
        "characters of the longest": 4 * length,
        "grew faster than their length": steep,
    }
