"""Russian."""

from eventgraph.languages import load

LANGUAGE = load(__name__)
