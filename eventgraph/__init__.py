"""Dated events and who was involved, from messy news articles in several languages."""

__version__ = "0.1.0"
