"""``eventgraph doctor``."""

from __future__ import annotations

import click


@click.command()
def doctor() -> None:
    """Print versions, languages and models found."""
    from eventgraph.doctor import lines

    for line in lines():
        click.echo(line)
