"""Turkish for eventgraph."""

from eventgraph.languages import load

LANGUAGE = load(__name__)
