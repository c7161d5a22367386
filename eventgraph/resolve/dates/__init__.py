"""The date of an event, and dates that articles infer from each other."""
