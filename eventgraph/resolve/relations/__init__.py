"""How entities hang together: by the events that they share, and by what articles state of them."""
