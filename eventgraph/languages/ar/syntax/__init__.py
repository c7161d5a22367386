"""The shallow parser of Arabic: no tree, but who does what to whom.

words     tokens with names and dates over them; what each word is here: verb, preposition, noun …
phrases   noun phrases; a sentence as a row of verbs, phrases and what opens clauses
clauses   which verb a phrase belongs to, how clauses hang together, subject and object
"""
