"""What a French spaCy pipeline needs around it: dates taken out before the parse, its slips mended after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventgraph.languages.fr.bare_dates import put_back, take_out
from eventgraph.languages.fr.repairs import mend

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline


def adapted(nlp: Pipeline) -> Pipeline:
    """The pipeline with what it needs before and after its own components."""
    from spacy.language import Language as Pipeline

    steps = {"take_dates_out": take_out, "put_dates_back": put_back, "mend_verbs": mend}
    for name, step in steps.items():
        if not Pipeline.has_factory(name):
            Pipeline.component(name, func=step)
    nlp.add_pipe("take_dates_out", first=True)
    nlp.add_pipe("mend_verbs", last=True)
    nlp.add_pipe("put_dates_back", last=True)
    return nlp
