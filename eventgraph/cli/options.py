"""Options that several commands share, and what they become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventgraph.extract import ExtractOptions
from eventgraph.model import Skipped, Unmet

if TYPE_CHECKING:
    from eventgraph.readers import ReadOptions
    from eventgraph.readers.limits import Limits

OUTPUT = "output"
NOTHING_READ = 1
_TOLD = 100  # inputs that could not be read

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)

directory = click.argument(
    "directory", default=OUTPUT, metavar="[DIR]", type=click.Path(path_type=Path)
)
max_nodes = click.option(
    "--max-nodes",
    default=5000,
    show_default=True,
    type=click.IntRange(min=1),
    help="Most nodes that the page shows.",
)


wait = click.option(
    "--wait",
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    help="Wait so long for another program that writes in DIR, then end and say which.",
)


def day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """An ISO day, or bad usage."""
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date such as 2024-03-24") from None


def engine(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The name of an engine, or bad usage."""
    from eventgraph import plugins

    if value and value not in plugins.names("engines"):
        raise click.BadParameter(f"{value!r} is none of {', '.join(plugins.names('engines'))}")
    return value


def _language(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str | None:
    """An ISO 639-1 code, or bad usage."""
    if not value:
        return None
    from eventgraph.readers.metadata.language import is_language, language_code

    if (code := language_code(value)) is None or not is_language(code):
        raise click.BadParameter(f"{value!r} is no language; expected an ISO 639-1 code such as en")
    return code


def _interface(context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """The code of a language that has words here, for the page or in the ontology, or bad usage."""
    if value == "en":  # without a look at any file, as nearly every command
        return value
    from eventgraph.export.html.page import word_languages
    from eventgraph.readers.metadata.language import language_code

    known = {*word_languages(), *_title_languages(context.params.get("ontology"))}
    if (code := language_code(value)) not in known:
        raise click.BadParameter(f"{value!r} is none of {', '.join(sorted(known))}")
    return str(code)


def _title_languages(ontology: Path | None) -> set[str]:
    """The languages that a user's own event types have titles in."""
    if ontology is None:
        return set()
    from eventgraph.ontology import load

    return {code for one in load(ontology).types.values() for code in (*one.titles, *one.labels)}


language_of_labels = click.option(
    "--lang",
    "interface",
    default="en",
    show_default=True,
    callback=_interface,
    metavar="XX",
    help="Language of titles and labels.",
)


def _models(
    _context: click.Context, _parameter: click.Parameter, values: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    pairs = [value.partition("=") for value in values]
    for code, equals, package in pairs:
        if not (code and package):
            raise click.BadParameter(
                f"{code + equals + package!r} is not LANGUAGE=PACKAGE, such as en=en_core_web_trf"
            )
    return tuple((code, package) for code, _, package in pairs)


def _limits(_context: click.Context, _parameter: click.Parameter, values: Iterable[str]) -> Limits:
    """The limits of reading, or bad usage."""
    from eventgraph.readers.limits import Limits

    chosen = {}
    for value in values:
        name, _, number = value.partition("=")
        if name not in Limits.names() or not (
            number.isascii() and number.isdecimal() and len(number) < 16
        ):
            known = ", ".join(Limits.names())
            raise click.BadParameter(
                f"{value!r} is not NAME=NUMBER, such as text=5000000; names: {known}"
            )
        chosen[name] = int(number)
    return Limits(**chosen)


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """The inputs and options of the commands that read articles."""
    for option in (
        click.option("--aliases", type=_FILE, help="CSV of further names: name, alias, type, language."),
        click.option("--ontology", type=_FILE, is_eager=True, help="Event types to use instead of the packaged ones."),
        click.option("--model", "models", multiple=True, callback=_models, metavar="XX=PACKAGE", help="An installed spaCy pipeline to use for a language."),
        click.option("--degraded", is_flag=True, help="Go on by rules where a model is missing or damaged, and say so."),
        click.option("--follow-links", is_flag=True, help="Follow links that lead out of an input folder, and links to folders."),
        click.option("--limit", "limits", multiple=True, callback=_limits, metavar="NAME=NUMBER", help="The most that is read: bytes of a file, line or page, characters of an article's text, records of a container, attributes or depth of a page."),
        click.option("--no-clean", is_flag=True, help="Take the whole text for article."),
        click.option("--language", callback=_language, metavar="XX", help="Language of articles that do not state theirs."),
        click.option("--published", callback=day, metavar="DATE", help="Publication date of articles that do not state theirs."),
        click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
    ):  # fmt: skip
        command = option(command)
    return command


def read_options(chosen: Mapping[str, Any]) -> ReadOptions:
    """How to read, from the options of a command."""
    from eventgraph.readers import ReadOptions

    return ReadOptions(
        published=chosen["published"],
        language=chosen["language"],
        clean=not chosen["no_clean"],
        limits=chosen["limits"],
        follow_links=chosen["follow_links"],
    )


def extract_options(chosen: Mapping[str, Any]) -> ExtractOptions:
    """What to extract with, from the options of a command."""
    return ExtractOptions(
        models=chosen["models"],
        ontology=chosen["ontology"],
        aliases=chosen["aliases"],
        degraded=chosen["degraded"],
    )


def report_skipped(skipped: Iterable[Skipped]) -> None:
    """Name the inputs that could not be read, on stderr; of very many the first, and their count."""
    from eventgraph.show import safe

    items = list(skipped)
    for item in items[:_TOLD]:
        click.echo(f"skipped   {safe(item.source)}: {safe(item.reason)}", err=True)
    if len(items) > _TOLD:
        click.echo(f"skipped   {len(items) - _TOLD} more", err=True)


def report_warning(line: str) -> None:
    """Say on stderr what people should know although the work goes on."""
    from eventgraph.show import safe

    click.echo(f"warning   {safe(line)}", err=True)


def report_unmet(unmet: Iterable[Unmet], decisions: Path) -> None:
    """Name each decision that fits nothing, on stderr."""
    from eventgraph.show import safe

    for row in unmet:
        where = f"{decisions}:{row.line}: decision {row.number}"
        click.echo(f"warning   {where}: {safe(row.reason)}", err=True)


def nothing_read() -> SystemExit:
    """Say so, and end with the exit code for it."""
    click.echo("nothing could be read", err=True)
    return SystemExit(NOTHING_READ)
