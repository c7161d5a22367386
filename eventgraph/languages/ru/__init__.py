"""Russian."""

from eventgraph.languages import Language

LANGUAGE = Language(code="ru", name="Russian", direction="ltr", package=__name__)
