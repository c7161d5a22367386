"""English."""

from eventgraph.languages import Language

LANGUAGE = Language(code="en", name="English", direction="ltr", package=__name__)
