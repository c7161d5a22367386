"""Forms with placeholders, filled from what a rule has matched."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([A-Z_]+\d*)(?:([+*])([A-Z_]+\d*|-?[\d.]+))?\}")


def fill(template: str, values: Mapping[str, str]) -> str:
    """A form template with its placeholders filled; words that lack a value are dropped.

    >>> fill("year={YEAR} month={MONTH} day={TENS+ONES}", {"MONTH": "3", "TENS": "20", "ONES": "2"})
    'month=3 day=22'
    """
    if "{" not in template:
        return template
    return " then ".join(_fill_step(step, values) for step in template.split(" then "))


def _fill_step(step: str, values: Mapping[str, str]) -> str:
    unique: dict[str, str] = {}
    for word in step.split(" "):
        for filled in _fill_word(word, values).split():
            unique.setdefault(filled.partition("=")[0], filled)
    return " ".join(unique.values())


def _fill_word(word: str, values: Mapping[str, str]) -> str:
    for place in _PLACE.findall(word):
        left, operator, right = place
        operand = (
            right if right[-1:].isdigit() and not right[:1].isalpha() else values.get(right, "")
        )
        if left not in values or (operator and not operand):
            return ""
        value = values[left] if not operator else _calculate(values[left], operator, operand)
        word = word.replace("{" + left + operator + right + "}", value)
    return word


def _calculate(left: str, operator: str, right: str) -> str:
    try:
        result = float(left) + float(right) if operator == "+" else float(left) * float(right)
    except ValueError:  # a vague number: several times seven is still several
        return "X"
    return f"{result:g}"
