"""Formats of calendars and timelines."""
