# Two commands do everything: `make run` and `make test`. `make help` explains the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DRAFTS := build/drafts
EXAMPLE := examples/talks-record-2023-12-26.yaml

.DEFAULT_GOAL := help
.PHONY: help run draft test check bench system templates catalogs lock clean

help: ## Explain these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

run: draft ## Set up, draft the first example, start the service and print where both are; Ctrl-C ends it
	BIENBAN_DATA_DIR="$${BIENBAN_DATA_DIR:-data}" $(BIN)/bienban serve --as lan

draft: $(VENV)/.run ## Set up, draft the first example into build/drafts/, then exit
	$(BIN)/bienban draft $(EXAMPLE) --out $(DRAFTS)

test: $(VENV)/.dev build/client/.made ## Set up everything, LibreOffice, PostgreSQL and fonts included, and run every check
	sh tools/system-packages.sh
	$(MAKE) --no-print-directory gates
	$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile --cov --cov-report=term-missing:skip-covered

check: $(VENV)/.dev gates ## The fast gates: style, types, arrows, and the tests that need no LibreOffice
	$(BIN)/pytest -q -m "not office and not build and not postgresql"

.PHONY: gates
gates: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile
	$(BIN)/shellcheck tools/*.sh

bench: $(VENV)/.dev build/bench/node_modules ## Measure each subject beside its peers (some need node) and write BENCHMARKS.md
	for bench in documents language matching refusing exchange search live many_hands; do $(BIN)/python bench/$$bench.py || exit; done

# Peers of bench/documents.py; nothing of the product needs them.
build/bench/node_modules: bench/npm/package.json bench/npm/package-lock.json
	mkdir -p build/bench
	cp bench/npm/package.json bench/npm/package-lock.json build/bench/
	cd build/bench && npm ci --no-audit --no-fund
	touch $@

# A generator of clients, away from everything else: a test drives the service with what it makes.
build/client/.made: requirements/client.txt
	sh tools/venv.sh $(PYTHON) build/client
	build/client/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/client.txt
	touch $@

system: ## Install the Debian packages that `make test` needs, where that is allowed
	sh tools/system-packages.sh

templates: $(VENV)/.run ## Build templates/vi and templates/zh anew from service/documents/shipped/
	$(BIN)/bienban templates build --out templates

catalogs: $(VENV)/.dev ## Extract what people read into the catalogs of service/locale/, to be translated there
	sh tools/catalogs.sh $(BIN)/pybabel

lock: $(VENV)/.dev ## Write the lock files in requirements/ anew from pyproject.toml
	sh tools/lock.sh $(BIN)/uv

clean: ## Remove what these targets made
	rm -rf $(VENV) build dist

# One stamp a step: setting up twice costs nothing, a changed lock sets up anew.
$(VENV)/.locked: requirements/run.txt tools/venv.sh tools/apt.sh
	sh tools/venv.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	touch $@

$(VENV)/.run: $(VENV)/.locked pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@
