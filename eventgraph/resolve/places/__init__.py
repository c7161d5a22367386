"""Which place a name means, and which places lie in which."""
