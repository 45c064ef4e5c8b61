# Two commands do everything on a machine with Python 3.11 or newer and make:
#   make site    sets up and builds the site from lists/
#   make test    sets up and runs the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
JUDGES := $(VENV)/judges

.PHONY: site test lint bench clean

site: $(READY)
	@$(BIN)/controllist build --out site

test: $(READY) $(JUDGES)
	$(BIN)/pytest -n 2

# What judges the built pages; without npm, or where it fails, their tests are skipped, and in CI they fail.
$(JUDGES): Makefile | $(READY)
	-@command -v npm >/dev/null && npm install --silent --prefix $(VENV)/node axe-core@4.14.1 html-validate@9.7.1 && touch $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The peers that the alignment is measured against; without npm, or where it fails, jsondiffpatch is a row that says so.
bench: $(READY)
	$(BIN)/pip install --quiet --editable '.[bench]'
	-@command -v npm >/dev/null && npm install --silent --prefix $(VENV)/node jsondiffpatch@0.7
	$(BIN)/pytest benchmarks -q -s

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[test,lint]'
	@touch $(READY)

clean:
	rm -rf $(VENV) site
