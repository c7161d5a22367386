"""``eventgraph merge``, ``split``, ``not-same``, ``rename``, ``retype``, ``ignore`` and ``undo``.

Each writes one row to the decisions file of a directory and applies it to what stands there; later
builds apply it again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
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
from eventgraph.store import Store

Decide = Callable[[Store, Callable[[], Decisions]], Decisions]
Meant = Callable[[Store], Reference]  # what a word of the command line stands for in a store


@click.command()
@click.argument("a")
@click.argument("b")
@options.directory
@options.wait
def merge(a: str, b: str, directory: Path, wait: float) -> None:
    """Say that A and B (names or ids of two entities, or ids of two events) are one."""
    _decide(directory, wait, "merge", a, partial(_reference, name=b))


@click.command()
@click.argument("name")
@options.directory
@click.option("--name", "spelling", metavar="SPELLING", help="Split off what is spelled so.")
@click.option("--article", metavar="SOURCE", help="Split off what this article says.")
@options.wait
def split(
    name: str, directory: Path, spelling: str | None, article: str | None, wait: float
) -> None:
    """Say that the mentions of NAME are not all one entity; without an option each stands alone."""
    part = partial(_part, spelling=spelling, article=article)
    _decide(directory, wait, "split", name, part)


@click.command("not-same")
@click.argument("a")
@click.argument("b")
@options.directory
@options.wait
def not_same(a: str, b: str, directory: Path, wait: float) -> None:
    """Say that A and B are two, however alike."""
    _decide(directory, wait, "not-same", a, partial(_reference, name=b))


@click.command()
@click.argument("name")
@click.argument("new")
@options.directory
@options.wait
def rename(name: str, new: str, directory: Path, wait: float) -> None:
    """Call an entity or event NEW from now on."""
    _decide(directory, wait, "rename", name, lambda _: Reference(new))


@click.command()
@click.argument("name")
@click.argument("type_", metavar="TYPE", type=click.Choice(get_args(EntityType)))
@options.directory
@options.wait
def retype(name: str, type_: EntityType, directory: Path, wait: float) -> None:
    """Say that an entity is a person, an organization or a place."""
    _decide(directory, wait, "retype", name, lambda _: Reference("", type_))


@click.command()
@click.argument("name")
@options.directory
@options.wait
def ignore(name: str, directory: Path, wait: float) -> None:
    """Leave an entity or event out."""
    _decide(directory, wait, "ignore", name, lambda _: Reference(""))


@click.command()
@options.directory
@options.wait
def undo(directory: Path, wait: float) -> None:
    """Take the last decision back."""
    from eventgraph.pipeline import DECISIONS
    from eventgraph.resolve.decisions.mending import mend

    def taken_back(_: Store, read: Callable[[], Decisions]) -> Decisions:
        if problems := mend(directory / DECISIONS):
            for problem in problems:
                options.report_warning(problem)
            return read()
        decisions = read().undo()
        _say(decisions)
        return decisions

    _apply(directory, wait, taken_back)


def _decide(directory: Path, wait: float, action: Action, name: str, thing: Meant) -> None:
    """Write down one decision, its words looked up while nobody else may write."""

    def taken(store: Store, read: Callable[[], Decisions]) -> Decisions:
        decisions = read().append(action, _reference(store, name), thing(store))
        _say(decisions)
        return decisions

    _apply(directory, wait, taken)


def _say(decisions: Decisions) -> None:
    last = decisions.rows[-1]
    click.echo(show.safe(f"decision {last.number}: {last.action} {last.subject.shown}"), err=True)


def _reference(store: Store, name: str) -> Reference:
    """What a decision writes down for a name or an id: what it was found to be, not what was typed."""
    found = query.the_one(store, name)
    if isinstance(found, Entity):
        return entity_reference(found)
    first = found.evidence[0].article
    return event_reference(found, store.texts([first]).get(first, ""))


def _part(store: Store, spelling: str | None, article: str | None) -> Reference:
    if article is None:
        return Reference(spelling or "")
    for known in store.every_article():
        if article in (known.id, *known.sources):
            return article_reference(known)
    raise NotFoundError(f"no article has the source {article!r}")


def _apply(directory: Path, wait: float, decision: Decide) -> None:
    from eventgraph.pipeline import DECISIONS, decide

    built = decide(directory, decision, wait, options.report_warning)
    options.report_unmet(built.unmet, directory / DECISIONS)
    click.echo(summary(built, directory), err=True)
