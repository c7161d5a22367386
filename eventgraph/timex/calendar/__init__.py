"""Calendars: moving by units, Hijri dates, holidays that move."""
