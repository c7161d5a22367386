"""Which spaCy pipeline reads which language.

English has one in the dependencies; the ``fr`` extra brings French, the ``ru`` extra what the Russian
one in the language's folder (``pipeline.py``) is made of; any pipeline that the user has installed is
used when named (``--model en=en_core_web_trf``). All other languages get a blank pipeline: tokens and
sentence borders, which is what the rule-based annotators need.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from eventgraph.errors import PluginError
from eventgraph.languages import language as language_of
from eventgraph.languages.models import Model, usable
from eventgraph.offline import import_urllib3

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

_WITHIN = "abbreviations"
_STOPS = frozenset(".!?؟…۔。")
_CLOSERS = frozenset("\"'”’»)]")


def pipeline(language: str, package: str | None = None, *, degraded: bool = False) -> Pipeline:
    """The spaCy pipeline of a language; blank with sentence borders where there is none.

    Args:
        language: ISO 639-1 code.
        package: The package of a pipeline that the user asks for.
        degraded: Whether to go on by rules where a model is missing or damaged.

    Raises:
        ModelError: What the language needs is missing, or what is there is damaged.
        PluginError: The package holds no pipeline.
    """
    model = usable(language, package, degraded=degraded)
    return _load(language, _module(model, language))


def _module(model: Model | None, code: str) -> str | None:
    """The module that gives the pipeline which a model is read with, if it is read with one."""
    if model is None or model.kind == "weights":
        return None
    return model.package if model.kind == "pipeline" else f"{language_of(code).package}.pipeline"


@cache  # by what is loaded, not by how it was asked for
def _load(language: str, name: str | None) -> Pipeline:
    import_urllib3()
    if name is None:
        return _blank(language)
    try:
        loaded: Pipeline = import_module(name).load()
    except (ImportError, AttributeError, OSError) as problem:
        raise PluginError(
            f"no spaCy pipeline in package {name!r} for {language!r}: {problem}"
        ) from problem
    return _with_borders(_adapted(loaded, language, name), language)


def _with_borders(loaded: Pipeline, language: str) -> Pipeline:
    """A parsing pipeline that ends no sentence after an abbreviation of the language: "Lt. Col. Lee"."""
    short = language_of(language).section("clauses").get("words", {}).get("abbreviations", ())
    if not short or "parser" not in loaded.pipe_names or _WITHIN in loaded.pipe_names:
        return loaded
    from spacy.language import Language as Pipeline
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

    tokenizer = loaded.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return loaded
    known = frozenset(short)
    for word in (form for each in short for form in (each, each.capitalize())):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    factory = f"{_WITHIN}_{language}"
    if not Pipeline.has_factory(factory):
        Pipeline.component(factory, func=lambda doc: keep_whole(doc, known))
    loaded.add_pipe(factory, name=_WITHIN, before="parser")
    return loaded


def keep_whole(doc: Doc, short: frozenset[str]) -> Doc:
    """Begin no sentence after an abbreviation that always has something after it."""
    for token in doc[:-1]:
        if token.lower_ in short:
            doc[token.i + 1].is_sent_start = False
    return doc


def _adapted(loaded: Pipeline, language: str, name: str) -> Pipeline:
    """A package's pipeline with what the language's folder adds to it (``adapted`` of ``pipeline.py``)."""
    own = f"{language_of(language).package}.pipeline"
    if name == own or find_spec(own) is None:
        return loaded
    adapt = getattr(import_module(own), "adapted", None)
    return adapt(loaded) if adapt else loaded


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
