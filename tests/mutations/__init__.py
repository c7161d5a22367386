"""Moves one tuned constant at a time and asks whether any test sees it."""
