# The yearbook: `make site` to read it, `make test` to trust it, `make help` for the rest.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve test lint format bench mutants pictures witnesses venv venv-dev lock clean

BIN := .venv/bin
ADDRESS ?= 127.0.0.1:8000
# One Python of your choice: `make site PYTHON=python3.12`; else the first that is new enough.
export PYTHON
# Another environment that happens to be active has no say in ours.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV
# Material's notice about MkDocs 2: the lock holds MkDocs below 2.
export NO_MKDOCS_2_WARNING := 1

# Three steps (build, mkdocs build, finish) that also work one by one; none of them where nothing has changed.
STEPS = $(BIN)/yearbook site

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

site: venv ## build the whole site into site/
	@.ci/packages site
	@$(STEPS)

serve: site ## the site with live preview, on this machine alone
	@$(BIN)/mkdocs serve -a $(ADDRESS) -w source_texts

test: ## all checks and tests
	@.ci/packages test
	@$(MAKE) lint
	@$(BIN)/yearbook check
	@$(BIN)/mkdocs build -q --strict -d build/strict
	@$(STEPS)
	@$(BIN)/python -m pytest -n 2 --dist loadfile

lint: venv-dev ## style, types and layers alone, of Python and JavaScript
	@$(BIN)/ruff check .
	@$(BIN)/mypy --strict builder tests benchmarks
	@$(BIN)/lint-imports --no-cache
	@.ci/node
	@build/node/node_modules/.bin/tsc -p tsconfig.json
	@build/node/node_modules/.bin/eslint --max-warnings 0 builder/site/theme eslint.config.mjs

format: venv-dev ## set the layout of the code
	@$(BIN)/ruff format .

bench: venv-dev ## the measurements of the README, beside their peers (installed here alone)
	@test -x build/bench/venv/bin/python || $(BIN)/python -m venv build/bench/venv
	@build/bench/venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@for file in benchmarks/*.py; do \
	  ! grep -q '^if __name__' "$$file" || $(BIN)/python -m "benchmarks.$$(basename "$$file" .py)"; \
	done

mutants: venv-dev ## faults that no test notices: hours, or PACKAGES="engine links"
	@test -x build/mutants/venv/bin/python || $(BIN)/python -m venv build/mutants/venv
	@build/mutants/venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-mutants.txt
	@build/mutants/venv/bin/python -m tests.mutants.run $(PACKAGES)

pictures: venv-dev site ## a picture of every page type into build/pictures/
	@.ci/packages test
	@$(BIN)/python -m tests.pictures

witnesses: venv-dev ## where each rule and pattern acts: tests/volumes/witnesses.md
	@$(BIN)/python -m tests.volumes.witnesses

venv: ## the virtual environment, for the site
	@.ci/venv site

venv-dev: ## the virtual environment, for the tests too
	@.ci/venv dev

LOCK = CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/pip-compile -q --upgrade --generate-hashes \
  --no-emit-index-url --no-emit-find-links --strip-extras --allow-unsafe

lock: venv-dev ## renew the locks of all dependencies
	@$(LOCK) -o requirements.txt requirements.in requirements-build.in
	@$(LOCK) -o requirements-dev.txt requirements-dev.in
	@$(LOCK) -o requirements-bench.txt requirements-bench.in
	@.ci/packages node
	@rm -f package-lock.json
	@npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent
	@$(LOCK) -o requirements-mutants.txt requirements-mutants.in

clean: ## remove what was built (the environment stays)
	@rm -rf build site
