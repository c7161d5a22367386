"""How a language that inflects its nouns says a word on its own: ``citation_form`` of its ``morphology.py``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from eventgraph.languages import language

Citation = Callable[[str, str], str]


@cache
def citation(code: str) -> Citation | None:
    """The function that gives a word's citation form by word and tag ("NOUN|Case=Loc|Number=Sing").

    None for a language whose folder has no such function: its words stand in titles as they are written.
    """
    package = language(code).package
    if package == "eventgraph.languages" or find_spec(f"{package}.morphology") is None:
        return None
    found: Citation | None = getattr(import_module(f"{package}.morphology"), "citation_form", None)
    return found
