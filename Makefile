# make run        the atlas in a browser (PORT=8501)      make test     everything that CI runs
# make wheelhouse gathers everything for a machine without a network; there: make run WHEELHOUSE=dir
# make bench      measures speed as ratios of one run (some 30 minutes) and writes benchmarks/results.json
# make attack     attacks a server of its own and gives the figures
# make lock       pins what requirements*.txt asks for, with hashes (UPGRADE=1 takes newer versions)
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
WHEELHOUSE ?=
FROM := $(if $(WHEELHOUSE),--no-index --find-links $(WHEELHOUSE))
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes $(FROM)
DENO := DENO_NO_UPDATE_CHECK=1 $(BIN)/deno
JS := adapters maps/assets ui web tests/adapters tests/web
LOCK := --universal --python-version 3.11 --generate-hashes --no-annotate --quiet \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

BENCH ?=

.PHONY: attack bench gallery run test check build lint browser lock wheelhouse sbom test-offline test-deploy clean

run: $(VENV)/.run
	@echo "FOIP Atlas: http://localhost:$(PORT)"
	@mkdir -p static
	@$(BIN)/streamlit run serve.py --server.port $(PORT)

# Where it is set, each process that a test starts compiles every module anew.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/.dev browser lint check
	@$(DENO) test --quiet --no-remote --no-npm tests/web
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder || { \
		echo "Once more, one at a time: what failed while two browsers shared the machine"; \
		$(BIN)/python -m pytest --last-failed --last-failed-no-failures none; }

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(DENO) check --quiet --no-remote --no-npm $(JS)
	@! grep -rnE '^.{121,}' --include='*.js' --include='*.d.ts' $(JS) || { echo "Lines of more than 120 characters"; exit 1; }

# BENCH=--quick: few rounds, small data.
bench: $(VENV)/.dev browser
	@mkdir -p static
	@$(BIN)/python -m benchmarks $(BENCH)

# The committed GeoJSON must be what the catalogue builds.
check: $(VENV)/.run
	$(BIN)/python -m loaders check
	$(BIN)/python -m loaders build --check

build: $(VENV)/.run
	$(BIN)/python -m loaders build

# The tests need Chromium, a Japanese font and PostGIS from the system's packages.
browser:
	@sh scripts/system_packages.sh

lock: $(VENV)/.lock
	$(VENV)/lock/bin/uv pip compile $(LOCK) requirements.txt -o requirements.lock
	$(VENV)/lock/bin/uv pip compile $(LOCK) requirements-dev.txt -c requirements.lock -o requirements-dev.lock

# The wheels suit machines like this one: the same system, processor and Python.
wheelhouse: $(VENV)/bin/python
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		-r requirements.lock -d $(or $(WHEELHOUSE),wheelhouse)
	@echo "Take $(or $(WHEELHOUSE),wheelhouse) and this checkout along; there: make run WHEELHOUSE=$(or $(WHEELHOUSE),wheelhouse)"

# A clone in a network namespace without any network installs from a wheelhouse and draws the map (Linux, a few minutes).
test-offline: $(VENV)/.dev browser
	@sh scripts/offline_check.sh

# Two replicas behind the system's nginx, one of them killed; and the atlas with a read-only root (Linux, three minutes).
test-deploy: $(VENV)/.dev
	@sh scripts/system_packages.sh nginx
	@$(BIN)/python -m pytest tests/deploy/test_manifests.py tests/deploy/check_replicas.py tests/deploy/check_readonly.py \
		tests/deploy/check_login.py

# Attacks on a real server over loopback, each with its figure (some minutes).
attack: $(VENV)/.dev
	@mkdir -p static
	@$(BIN)/python -m pytest -m attack tests/attack tests/loaders/lists/test_odd.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one with PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "The venv module is missing; on Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

# Streamlit finds the front end's files by an installed package.
PROJECT := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-index --no-build-isolation -e .

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(INSTALL) -r requirements.lock
	@$(PROJECT)
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(INSTALL) -r requirements-dev.lock
	@$(PROJECT)
	@touch $@ $(VENV)/.run

$(VENV)/.lock: | $(VENV)/bin/python
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.13,<0.14' 'cyclonedx-bom>=7.5,<7.6'
	@touch $@

# CycloneDX, from the lock: what is installed where the atlas runs.
sbom: $(VENV)/.lock
	$(VENV)/lock/bin/cyclonedx-py requirements requirements.lock --output-reproducible --sv 1.6 --of JSON -o foip-atlas.cdx.json
	@echo foip-atlas.cdx.json

clean:
	rm -rf $(VENV) static .pytest_cache .mypy_cache .ruff_cache

# The pictures of docs/gallery, as thumbnails.
gallery: $(VENV)/.run
	$(BIN)/python -m scripts.gallery
