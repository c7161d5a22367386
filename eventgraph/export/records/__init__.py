"""Formats that keep the records whole."""
