"""Arabic."""

from eventgraph.languages import Language

LANGUAGE = Language(code="ar", name="Arabic", direction="rtl", package=__name__)
