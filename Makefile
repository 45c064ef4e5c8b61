# Two commands do everything on a machine with Python 3.11 or newer and make:
#   make site    sets up and builds the site from lists/
#   make test    sets up and runs the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: site test lint bench clean

site: $(READY)
	@$(BIN)/controllist build --out site

test: $(READY)
	$(BIN)/pytest -n 2

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/pytest benchmarks -q -s

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[test,lint]'
	@touch $(READY)

clean:
	rm -rf $(VENV) site
