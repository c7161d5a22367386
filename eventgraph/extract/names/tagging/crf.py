"""The trained tagger: a linear-chain conditional random field over the words of an article.

Weights are a file of the language's package (``ner.crfsuite``, CC BY-SA 4.0, made by `training`).
Without the file, or without the python-crfsuite package, there is no tagger and the rules serve.

Source:
    Lafferty, McCallum, Pereira (2001). Conditional random fields. ICML.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eventgraph import integrity
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.tagging.bio import Chunk, chunks
from eventgraph.extract.names.tagging.features import features
from eventgraph.extract.names.tagging.lexicon import lexicon
from eventgraph.extract.names.tagging.word_forms import Looks

WEIGHTS = "ner.crfsuite"


class NameTagger:
    """Labels the words of an article.

    Args:
        model: An opened ``pycrfsuite.Tagger``.
        looks: What is seen of a word form.
    """

    def __init__(self, model: Any, looks: Looks) -> None:
        self._model = model
        self._looks = looks

    def chunks(self, reading: Reading) -> list[Chunk]:
        """The names that the tagger sees, in text order."""
        tags: list[str] = []
        for sentence in features(reading, self._looks):
            tags += self._model.tag(sentence)
        return list(chunks(tags))


def open_tagger(path: str, package: str) -> NameTagger:
    """A tagger with the weights of a file and the lexicon of a language's package."""
    import pycrfsuite

    model = pycrfsuite.Tagger()
    model.open(path)
    return NameTagger(model, Looks(lexicon(package)))


@cache
def name_tagger(package: str) -> NameTagger | None:
    """The tagger whose weights a language's package holds, or none.

    Weights that are not whole are none: `extract.pipelines` has stopped, unless the user goes on without.
    """
    weights = Path(str(files(package))) / WEIGHTS
    if find_spec("pycrfsuite") is None or not integrity.is_whole(weights):
        return None
    return open_tagger(str(weights), package)
