# Everything a reader or a developer does with this repository, as one word each.
# `make` alone lists the words. Without make: the same commands stand in README.md.

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help reports test test-all lab lessons check lock publish clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

reports: $(READY) ## build the reports into reports/site and say where to open them
	@$(PY) -m ecoanalysis build

# Files of tests are shared out whole, so that what a file's tests have in common is made once.
PYTEST := $(PY) -m pytest -n logical --dist loadfile

test: $(READY) ## run the tests, but for the thorough ones
	@$(PYTEST)

test-all: $(READY) ## run all tests
	@$(PYTEST) --thorough

lab: $(READY) ## open the notebooks in JupyterLab
	@$(PY) -m ecoanalysis lab

lessons: $(READY) ## write the lessons' versions for students and for teachers
	@$(PY) -m ecoanalysis lessons

check: $(READY) ## lint, format, types, and the order of the rooms
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports --no-cache

publish: $(READY) ## build the reports and renew the project's own copy, reports/published
	@$(PY) -m ecoanalysis build --publish

# Versions that still fit stay as they are; `make lock UPGRADE=1` takes the newest of everything.
lock: $(READY) ## renew requirements.lock from pyproject.toml
	@$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --group dev \
	  $(if $(UPGRADE),--upgrade) --custom-compile-command "make lock" -o requirements.lock pyproject.toml

clean: ## remove the environment, the built site and every cache
	@rm -rf $(VENV) reports/site .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: made once, brought up to date in place when the requirements change, made anew when its Python
# is gone. For Python 3.15 one locked package (ahocorasick-rs) has no wheel yet, and would ask for a Rust compiler.
# ensurepip is what Debian leaves out of python3 and puts into python3-venv.
$(PY):
	@command -v $(PYTHON) >/dev/null || \
	  { echo "Python 3.11 to 3.14 is needed, and there is no $(PYTHON)." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' || \
	  { echo "Python 3.11 to 3.14 is needed, and $(PYTHON) is $$($(PYTHON) -V 2>&1); name another one: PYTHON=python3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) lacks its module venv; on Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)

# Stamped last, so that what was interrupted is done again. Hashes cannot vouch for a working copy: hence two steps.
$(READY): $(PY) pyproject.toml requirements.lock
	@echo "Installing what requirements.lock names (a minute or two, once) …"
	@$(PY) -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(PY) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# A half-made environment is no environment.
.DELETE_ON_ERROR:
