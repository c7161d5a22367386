"""Which Arabic triggers are events worth a row: those that say who, whom, where or how many."""

from __future__ import annotations

from collections.abc import Collection

from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_triggers import Trigger


def is_worth_telling(
    trigger: Trigger, roles: Collection[str], *, counted: bool, dated: bool
) -> bool:
    """Whether an event mention says enough to be kept.

    Args:
        trigger: Its trigger.
        roles: The roles that are filled.
        counted: Whether it claims a number.
        dated: Whether a date stands in its own phrase.
    """
    table = grammar().data["selection"]
    if trigger.key in grammar().words["selection.always"]:
        return True
    needed = set(table["needed"].get(trigger.entry.type, ()))
    if dated and trigger.entry.type in table["dated"] and not trigger.is_verb:
        return True
    if not needed:
        return counted or bool(roles)
    return (counted and "quantity" in needed) or bool(needed & set(roles))
