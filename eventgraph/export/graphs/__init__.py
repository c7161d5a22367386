"""Formats of programs that draw and count graphs."""
