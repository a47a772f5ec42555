# Needs git, make and Python 3.11 or newer; everything else is fetched. All state lies in .ieum/.
PYTHON ?= python3
export PYTHONPYCACHEPREFIX := $(CURDIR)/.ieum/cache/python
BOOTSTRAP := @exec $(PYTHON) backend/bootstrap.py
UV := .ieum/venv/bin/uv pip compile --universal --generate-hashes --python-version 3.11 --no-annotate --no-header --quiet

.PHONY: run test check lint types backend-test storefront-check bench seed manage clean lock help
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1  ·  /p' Makefile

run: ## set up what is missing and open the market (Ctrl-C stops it)
	$(BOOTSTRAP) run

test: ## set up what is missing and run every check and test
	$(BOOTSTRAP) test

check: test ## the same gate by its other name

lint: ## code rules, code shape, order of rooms
	$(BOOTSTRAP) lint

types: ## mypy
	$(BOOTSTRAP) types

backend-test: ## migrations, schema and pytest, without a browser
	$(BOOTSTRAP) backend-test

storefront-check: ## the storefront's lint, types and unit tests
	$(BOOTSTRAP) storefront-check

bench: ## measurements beside their raw-SQL floors
	$(BOOTSTRAP) bench

seed: ## fill the market with sample data; IEUM_SEED_SIZE=full|small|million
	$(BOOTSTRAP) seed

manage: ## Django's command line, e.g. make manage ARGS="showmigrations"
	$(BOOTSTRAP) manage $(ARGS)

clean: ## remove everything made on this machine
	$(BOOTSTRAP) clean

lock: ## write the lock files anew from backend/requirements*.in
	$(UV) backend/requirements.in -o backend/requirements.lock
	$(UV) backend/requirements-redis.in --no-deps -o backend/requirements-redis.lock
	$(UV) backend/requirements-embedded.in -c backend/requirements.lock -o backend/requirements-embedded.lock
	$(UV) backend/requirements-dev.in -c backend/requirements-embedded.lock -o backend/requirements-dev.lock
