"""Learning the weights of events from annotated articles: what is an event, and which are one."""
