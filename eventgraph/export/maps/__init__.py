"""Formats of maps."""
