"""``eventgraph merge``, ``split``, ``not-same``, ``rename``, ``retype``, ``ignore`` and ``undo``.

Each writes one row to the decisions file of a directory and applies it to what stands there; later
builds apply it again.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from eventgraph import query, show
from eventgraph.cli import options
from eventgraph.cli.build import summary
from eventgraph.errors import NotFoundError
from eventgraph.model import Entity, EntityType
from eventgraph.resolve.decisions import (
    Action,
    Decisions,
    Reference,
    article_reference,
    entity_reference,
    event_reference,
)
from eventgraph.store import Store, open_store


@click.command()
@click.argument("a")
@click.argument("b")
@options.directory
def merge(a: str, b: str, directory: Path) -> None:
    """Say that A and B (names or ids of two entities, or ids of two events) are one."""
    _decide("merge", a, directory, other=b)


@click.command()
@click.argument("name")
@options.directory
@click.option("--name", "spelling", metavar="SPELLING", help="Split off what is spelled so.")
@click.option("--article", metavar="SOURCE", help="Split off what this article says.")
def split(name: str, directory: Path, spelling: str | None, article: str | None) -> None:
    """Say that the mentions of NAME are not all one entity; without an option each stands alone."""
    with open_store(directory) as store:
        part = _part(store, spelling, article)
    _decide("split", name, directory, part=part)


@click.command("not-same")
@click.argument("a")
@click.argument("b")
@options.directory
def not_same(a: str, b: str, directory: Path) -> None:
    """Say that A and B are two, however alike."""
    _decide("not-same", a, directory, other=b)


@click.command()
@click.argument("name")
@click.argument("new")
@options.directory
def rename(name: str, new: str, directory: Path) -> None:
    """Call an entity or event NEW from now on."""
    _decide("rename", name, directory, part=Reference(new))


@click.command()
@click.argument("name")
@click.argument("type_", metavar="TYPE", type=click.Choice(get_args(EntityType)))
@options.directory
def retype(name: str, type_: EntityType, directory: Path) -> None:
    """Say that an entity is a person, an organization or a place."""
    _decide("retype", name, directory, part=Reference("", type_))


@click.command()
@click.argument("name")
@options.directory
def ignore(name: str, directory: Path) -> None:
    """Leave an entity or event out."""
    _decide("ignore", name, directory)


@click.command()
@options.directory
def undo(directory: Path) -> None:
    """Take the last decision back."""
    from eventgraph.pipeline import DECISIONS

    _apply(Decisions.read(directory / DECISIONS).undo(), directory)


def _decide(
    action: Action,
    name: str,
    directory: Path,
    *,
    other: str | None = None,
    part: Reference | None = None,
) -> None:
    from eventgraph.pipeline import DECISIONS

    with open_store(directory) as store:
        subject = _reference(store, name)
        thing = part if other is None else _reference(store, other)
    _apply(Decisions.read(directory / DECISIONS).append(action, subject, thing), directory)


def _reference(store: Store, name: str) -> Reference:
    """What a decision writes down for a name or an id."""
    found = query.explain(store, name)
    if not isinstance(found, Entity):
        return event_reference(found)
    reference = entity_reference(found)
    return reference if name == found.id else Reference(name, reference.type, reference.id)


def _part(store: Store, spelling: str | None, article: str | None) -> Reference:
    if article is None:
        return Reference(spelling or "")
    for known in store.corpus().articles:
        if article in (known.id, *known.sources):
            return article_reference(known)
    raise NotFoundError(f"no article has the source {article!r}")


def _apply(decisions: Decisions, directory: Path) -> None:
    from eventgraph.pipeline import DECISIONS, rebuild

    last = decisions.rows[-1]
    click.echo(show.safe(f"decision {last.number}: {last.action} {last.subject.name}"), err=True)
    built = rebuild(directory)
    options.report_unmet(built.unmet, directory / DECISIONS)
    click.echo(summary(built, directory), err=True)
