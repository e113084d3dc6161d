# One verb each. `make chat` and `make test` set everything up on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.dev-ready
BENCH_READY := $(VENV)/.bench-ready

.PHONY: setup chat run test lint types fmt bench soak clean

$(READY): pyproject.toml constraints.txt
	@echo "First use: setting up $(VENV), about a minute" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(DEV_READY): $(READY)
	@echo "First use: adding what the tests need, about a minute" >&2
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(BENCH_READY): $(DEV_READY)
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev,bench]'
	@touch $@

setup: $(READY)  ## the program in .venv, nothing started

chat: $(READY)  ## the bot in this terminal, on sample data
	@$(BIN)/cchc-bot chat

run: $(READY)  ## the bot on Telegram (TELEGRAM_BOT_TOKEN in the environment or .env)
	@$(BIN)/cchc-bot run

test: lint types $(DEV_READY)  ## lint, types and all tests
	$(BIN)/python -m pytest -n auto

lint: $(DEV_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV_READY)
	$(BIN)/mypy

fmt: $(DEV_READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

BENCHES := $(wildcard benchmarks/bench_*.py) benchmarks/robustness.py benchmarks/growth_of_catalogue.py benchmarks/growth_of_store.py benchmarks/memory.py benchmarks/calibration.py benchmarks/likeness.py

bench: $(BENCH_READY)  ## speed and hits beside references, robustness, growth, memory, thresholds: about twenty minutes
	@for bench in $(BENCHES); do echo "== $$bench"; $(BIN)/python $$bench || exit 1; done

soak: $(DEV_READY)  ## the long runs, about a quarter of an hour
	$(BIN)/python -m pytest -n auto -m soak

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
