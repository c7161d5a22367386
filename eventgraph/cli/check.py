"""``eventgraph check``."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import click

from eventgraph.cli import options
from eventgraph.errors import BusyError, StoreError

DAMAGED = 1


@click.command()
@options.directory
@options.wait
def check(directory: Path, wait: float) -> None:
    """Verify everything that a build wrote: records, look-ups, outputs, and every quote at its place."""
    from eventgraph.check import check as damage
    from eventgraph.show import safe
    from eventgraph.store import FILE, open_store
    from eventgraph.store.lock import writing
    from eventgraph.store.seal import set_seal

    with ExitStack() as held:
        locked = (directory / FILE).is_file() and _lock(held, writing(directory, wait))
        lines = 0
        for line in damage(directory):
            lines += 1
            click.echo(safe(line))
        if lines:
            raise SystemExit(DAMAGED)
        with open_store(directory) as store:
            articles, entities, events = (
                store.rows(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 - fixed names
                for table in ("articles", "entities", "events")
            )
        if locked:
            set_seal(directory / FILE)
    click.echo(
        f"all is as it was written: {articles} articles, {entities} entities, {events} events"
    )


def _lock(held: ExitStack, lock: AbstractContextManager[None]) -> bool:
    """Whether nobody else may write meanwhile; where nobody can, nobody need be kept from it.

    Raises:
        BusyError: Another program writes there.
    """
    try:
        held.enter_context(lock)
    except BusyError:
        raise
    except StoreError:
        return False
    return True
