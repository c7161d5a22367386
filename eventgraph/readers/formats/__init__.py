"""Formats of inputs, a file each; an entry point in ``eventgraph.readers`` names its reader."""
