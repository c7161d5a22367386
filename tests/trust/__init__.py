"""Faults, hostile inputs and what is promised of them; ``python -m tests.trust`` prints the table."""
