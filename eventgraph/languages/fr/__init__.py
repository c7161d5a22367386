"""French."""

from eventgraph.languages import Language

LANGUAGE = Language(code="fr", name="French", direction="ltr", package=__name__)
