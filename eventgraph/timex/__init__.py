"""Time expressions: a small compiled grammar per language, TIMEX3 and EDTF values, anchoring.

    text ─ tokens ─ scan (lexicon and rules of languages/XX/timex.toml) ─ form ─ resolve ─ Timex

`find_timexes` is the whole; `ground` reads an expression again once its base date is known;
`bounds` gives the days of an EDTF date; `constraints` what an expression demands of the base date.
"""

from eventgraph.timex.find import find_timexes
from eventgraph.timex.grammar.form import Constraints, constraints
from eventgraph.timex.values.bounds import Bounds, bounds
from eventgraph.timex.values.ground import ground

__all__ = ["Bounds", "Constraints", "bounds", "constraints", "find_timexes", "ground"]
