# One verb each. `make chat` and `make test` set everything up on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.dev-ready

.PHONY: chat run test lint types fmt bench soak clean

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(DEV_READY): $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

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

bench: $(DEV_READY)
	@for bench in benchmarks/bench_*.py; do $(BIN)/python $$bench || exit 1; done

soak: $(DEV_READY)
	$(BIN)/python -m pytest -m soak

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
