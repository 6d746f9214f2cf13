# Two commands: make run, make test. Everything else is here too; make help lists it.
PYTHON ?= python3
PORT ?= 5000
BIN := .venv/bin
XDIST ?= 2

.PHONY: help run test check format lint types contracts tests test-pages test-postgres bench \
	bench-import bench-planning serve venv venv-dev clean

help: ## what can be done here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-14s %s\n", $$1, $$2}'

venv:
	@$(PYTHON) tools/bootstrap.py requirements.txt

venv-dev:
	@$(PYTHON) tools/bootstrap.py requirements-dev.txt

run: venv ## set everything up and start the site and its worker (PORT=5000)
	@TWOFOLD_ENV=development PORT=$(PORT) $(BIN)/flask --app wsgi up

test: venv-dev check tests ## format, lint, types, import contracts, all tests

check: format lint types contracts

format: venv-dev
	$(BIN)/ruff format --check .

lint: venv-dev
	$(BIN)/ruff check .

types: venv-dev
	$(BIN)/mypy

contracts: venv-dev
	$(BIN)/lint-imports

tests: venv-dev
	$(BIN)/pytest -q -n $(XDIST) --dist worksteal -m "not pages"

test-pages: venv-dev ## axe over every page, two widths, light and dark
	$(BIN)/pytest -q -m pages

test-postgres: venv-dev ## the feature tests again, on PostgreSQL (TEST_DATABASE_URL)
	TEST_DATABASE_URL=$${TEST_DATABASE_URL:-postgresql+psycopg://postgres@127.0.0.1:5432/twofold_test} \
	$(BIN)/pytest -q -n $(XDIST) --dist worksteal tests/feature tests/house

bench: venv-dev ## queries, CPU and bytes of a page, import rate, each beside its goal
	$(BIN)/python -m bench.pages
	$(BIN)/python -m bench.bytes
	$(BIN)/python -m bench.imports
	$(BIN)/python -m bench.planning

bench-planning: venv-dev ## only the planner of splits, beside a naive search
	$(BIN)/python -m bench.planning

bench-import: venv-dev ## only the import of the real adverts: rate, memory, rejects
	$(BIN)/python -m bench.imports

serve: venv ## production: gunicorn with processes (docs/operations.md)
	$(BIN)/gunicorn --no-control-socket wsgi:app

clean: ## take away the virtual environment and the caches; data in instance/ stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
