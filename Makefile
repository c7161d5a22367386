# What is done again and again while working on eventgraph.
PYTHON ?= .venv/bin/python

.PHONY: help venv check lint types units test golden readme quality mutations benchmarks hooks

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

venv:  ## a virtual environment with the tests' packages
	python3 -m venv --upgrade-deps .venv
	$(PYTHON) -m pip install --quiet --editable '.[test]'

check: lint types units  ## what a commit should pass

lint:  ## style and the commonest mistakes
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:  ## strict types
	$(PYTHON) -m mypy

units:  ## the tests that build nothing and need no browser
	$(PYTHON) -m pytest -m "not slow and not browser"

test:  ## all tests
	$(PYTHON) -m pytest

golden:  ## what the samples give, beside what they gave
	$(PYTHON) -m tests.golden

readme:  ## what the README shows, beside what the commands print
	$(PYTHON) -m tests.readme

quality:  ## floors for what is read of the samples
	$(PYTHON) -m pytest tests/quality

mutations:  ## numbers moved on purpose: which move does no test notice?
	$(PYTHON) -m tests.mutations

benchmarks:  ## speed, memory, growth
	$(PYTHON) -m tests.benchmarks

hooks:  ## run the checks of .pre-commit-config.yaml before each commit
	pre-commit install
