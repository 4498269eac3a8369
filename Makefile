# make run   the atlas in a browser (PORT=8501)        make test   everything that CI runs
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check build lint browser clean

run: $(VENV)/.run
	@echo "FOIP Atlas: http://localhost:$(PORT)"
	@mkdir -p static
	@$(BIN)/streamlit run serve.py --server.port $(PORT)

test: $(VENV)/.dev browser lint check
	@$(BIN)/python -m pytest -n 2 --dist loadfile || { \
		echo "Once more, one at a time: what failed while two browsers shared the machine"; \
		$(BIN)/python -m pytest --last-failed --last-failed-no-failures none; }

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .

# The committed GeoJSON must be what the catalogue builds.
check: $(VENV)/.run
	$(BIN)/python -m loaders check
	$(BIN)/python -m loaders build --check

build: $(VENV)/.run
	$(BIN)/python -m loaders build

# The browser tests need Chromium and a Japanese font from the system's packages.
browser:
	@sh scripts/system_packages.sh

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one with PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "The venv module is missing; on Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV) static .pytest_cache .mypy_cache .ruff_cache
