"""The named mentions of an article as chains."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.coreference.chain_index import ChainIndex, core_words
from eventgraph.extract.names.coreference.chains import Chain, name_of
from eventgraph.extract.names.reading import Reading


def chain_names(reading: Reading, candidates: Sequence[Candidate]) -> list[Chain]:
    """The named candidates as chains, full names first so that a surname in a headline finds its own."""
    names = [name_of(reading, candidate) for candidate in candidates]
    order = sorted(range(len(names)), key=lambda p: (len(core_words(reading, names[p])) == 1, p))
    index, chains = ChainIndex(reading), list[Chain]()
    for position in order:
        candidate, name = candidates[position], names[position]
        chain = index.find(candidate, name, position)
        if chain is None:
            chain = Chain(candidate.type)
            chains.append(chain)
        chain.add(position, candidate, name)
        index.add(chain, candidate, name)
    return chains
