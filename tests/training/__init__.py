"""Trains what is learned from readers' judgements; the data stays outside the project."""
