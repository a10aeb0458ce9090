# Ombrelle. `make` alone lists what there is to do.
# Written for GNU Make 3.81 (macOS) and later, with nothing installed but Python >= 3.11.

SHELL := /bin/sh
PORT  ?= 8000
JOBS  ?= 2
SIZES ?= 500x4

VENV  := .venv
BIN   := $(VENV)/bin
PIP   := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input
UV    := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
         --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

# What was installed, and from which lock: a stamp older than its lock is made anew.
RUN_STAMP    := $(VENV)/.requirements
TEST_STAMP   := $(VENV)/.requirements-test
LINT_STAMP   := $(VENV)/.requirements-lint
NODE_STAMP   := node_modules/.package-lock-stamp
SYSTEM_STAMP := $(VENV)/.system-tools

# Two installations into one environment do not mix.
.NOTPARALLEL:

.PHONY: help
help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: site
site: $(RUN_STAMP) ## Build the site into public/ (FLAGS='--drafts' passes options on)
	@$(BIN)/python build.py build $(FLAGS)

.PHONY: serve
serve: $(RUN_STAMP) ## Build, show on 127.0.0.1 and reload while files change (PORT=8000)
	@$(BIN)/python build.py serve --port $(PORT)

.PHONY: check
check: $(RUN_STAMP) ## Check the content, and publish nothing
	@$(BIN)/python build.py check

.PHONY: schemas
schemas: $(RUN_STAMP) ## Write anew the schemas by which editors complete and explain (schemas/)
	@$(BIN)/python build.py schemas

.PHONY: pictures
pictures: setup ## Take the pictures of the documentation anew (docs/images/)
	@$(BIN)/python -m scripts.pictures

.PHONY: test
test: setup lint ## Set up what the tests need, then run every check and test
	@# Hundreds of tests start the program: where Python writes no bytecode, each would compile it anew.
	@$(BIN)/python -m compileall -q ombrelle tests benchmarks
	@$(BIN)/python -m pytest -n $(JOBS)

.PHONY: bench
bench: $(TEST_STAMP) ## Measure a made-up site, and Hugo beside where it is on the path (SIZES=500x4,2500x4, FLAGS='--peers pelican')
	@$(BIN)/python -m benchmarks --sizes $(SIZES) $(FLAGS)

.PHONY: profile
profile: $(TEST_STAMP) ## Say where the time of a build of a made-up site goes (SIZES=500x4, FLAGS=--again)
	@$(BIN)/python -m benchmarks.profile --size $(SIZES) $(FLAGS)

.PHONY: lint
lint: $(TEST_STAMP) $(LINT_STAMP) ## Check style, types and the order of layers
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

.PHONY: format
format: $(LINT_STAMP) ## Put the code into the common form
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format .

.PHONY: setup
setup: $(TEST_STAMP) $(LINT_STAMP) $(SYSTEM_STAMP) $(NODE_STAMP) ## Set up what the tests need, Chromium included

.PHONY: lock
lock: $(LINT_STAMP) ## Make the locks anew from pyproject.toml and package.json (FLAGS=--upgrade for newer versions)
	@$(UV) $(FLAGS) pyproject.toml -o requirements.lock
	@$(UV) $(FLAGS) pyproject.toml --group test -c requirements.lock -o requirements-test.lock
	@$(UV) $(FLAGS) --group lint -c requirements-test.lock -o requirements-lint.lock
	@npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund --loglevel=error
	@$(BIN)/python -m scripts.bill

.PHONY: clean
clean: ## Remove all that was made: the site, caches, environments
	@rm -rf public .cache .venv node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN_STAMP): requirements.lock scripts/venv.sh
	@sh scripts/venv.sh $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(TEST_STAMP): requirements-test.lock $(RUN_STAMP)
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

# In the same environment: mypy reads the types of what the code imports. The lock is made under the
# constraint of the tests' lock, so that the two agree.
$(LINT_STAMP): requirements-lint.lock $(RUN_STAMP)
	@$(PIP) install --require-hashes -r requirements-lint.lock
	@touch $@

$(SYSTEM_STAMP): scripts/system-tools.sh | $(TEST_STAMP)
	@sh scripts/system-tools.sh $(BIN)/python
	@touch $@

# No install script of a package runs: the tools are plain JavaScript, one jar and esbuild's own program.
$(NODE_STAMP): package-lock.json | $(SYSTEM_STAMP)
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
