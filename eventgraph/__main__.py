"""``python -m eventgraph``."""

from eventgraph.cli import main

main()
