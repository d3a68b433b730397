# `make help` lists what can be done; every target sets up what it needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
APT := DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends
BIN := .venv/bin
FONTS := fonts-noto-cjk fonts-arphic-ukai fonts-arphic-uming fonts-wqy-zenhei \
  fonts-arphic-gbsn00lp fonts-arphic-gkai00mp fonts-wqy-microhei  # the last three: only for drawings that training never sees
TRAIN_FONTS := fonts-liberation fonts-freefont-ttf fonts-dejavu-core fonts-dejavu-extra fonts-crosextra-carlito fonts-crosextra-caladea \
  fonts-ocr-b fonts-lato fonts-inconsolata fonts-texgyre fonts-courier-prime fonts-oldstandard fonts-gfs-didot fonts-lmodern
SERVERS := postgresql redis-server dovecot-imapd faketime strace  # tests start their own, on free ports; strace sees what reaches the disk
QUIET := /usr/sbin/policy-rc.d  # while it says 101, installing a server does not start it
LOCKED := .venv/.locked
STAMP := .venv/.ready
PADDLE := .venv-paddle/.ready
TRAIN := .venv-train/.ready
TORCH := torch==2.13.0  # by its version only: each machine's index has its own build of it, with its own hash
# For the oldest 3.11 (Debian 12 has 3.11.2): what later ones bring themselves is in it too, and does no harm there.
LOCK := $(BIN)/uv pip compile --quiet --python-version 3.11 --no-header --no-annotate --generate-hashes \
  --no-emit-index-url --no-emit-find-links
DEMO := case-01-clean-scans case-09-name-mismatch  # one that is ready, one that must be stopped
# For what loads onnxruntime before it loads intake: training, and what we compare with.
export ORT_DISABLE_TELEMETRY := 1
.DEFAULT_GOAL := help
.PHONY: help setup demo serve test unit soak check format bench load pages cases samples lock fonts servers paddle train clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

setup: $(STAMP) ## create .venv with all that running, testing and measuring need

$(LOCKED): requirements.lock
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && $(APT) python3-venv >/dev/null; \
	  else echo "Python cannot make virtual environments yet. Run: sudo apt-get install -y python3-venv"; exit 1; fi
	rm -rf .venv
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	@touch $@

$(STAMP): $(LOCKED) pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP) ## read two sample cases from pictures to release requests and show the result
	@for case in $(DEMO); do \
	  $(BIN)/intake case sample_docs/$$case --out out/$$case.json --evidence out/$$case-evidence || test $$? = 3 || exit 1; \
	done; echo "The requests and the marked page images are in out/."

serve: $(STAMP) ## run the service on this machine (http://127.0.0.1:8080, data in intake-data/) until Ctrl-C
	@exec $(BIN)/intake serve

test: $(STAMP) $(PADDLE) fonts servers ## run all tests
	$(BIN)/python -m pytest -n 2 -q

unit: $(STAMP) ## run the quick tests (no weights, no fonts, no child processes)
	$(BIN)/python -m pytest -q -m "not integration"

soak: $(STAMP) servers ## decode the whole corpus of bad input and 20,000 files changed by chance; the longer tests of faults
	PYTHONPATH=.:tests $(BIN)/python tests/programs/soak.py
	$(BIN)/python -m pytest -q tests/integration/test_corpus_http.py
	SOAK=10 $(BIN)/python -m pytest -q -s tests/faults tests/integration/test_guard.py tests/integration/test_weed.py tests/integration/test_schemathesis.py  # -s: some print what they measured

check: $(STAMP) ## format, lint, types, import contracts, spelling, file sizes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/python -m pytest -q tests/test_architecture.py

format: $(STAMP) ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP) fonts ## measure accuracy, speed and memory against RapidOCR and write docs/benchmarks.md
	$(BIN)/python -m benchmarks

load: $(STAMP) servers ## measure the service under load and over a million documents, and write docs/benchmarks-load.md
	$(BIN)/python -m benchmarks.load

pages: $(STAMP) fonts ## measure what pages are taken for and how files are cut, and write docs/benchmarks-pages.md
	$(BIN)/python -m benchmarks --only kinds --only quality --out docs/benchmarks-pages.md

cases: $(STAMP) fonts ## read drawn cases (goes on where it was stopped) and write docs/benchmarks-cases.md
	$(BIN)/python -m benchmarks --only cases --out docs/benchmarks-cases.md

samples: $(STAMP) fonts ## draw the sample cases of sample_docs/ anew
	$(BIN)/python -m samples sample_docs

lock: $(STAMP) ## renew the locks of names, versions and hashes
	$(LOCK) --extra test --extra check --extra bench --extra openvino pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml -c requirements.lock -o requirements-run.lock
	$(LOCK) --group pyproject.toml:paddleocr -o requirements-paddle.lock
	$(LOCK) --extra train --extra test --extra bench --extra check pyproject.toml -c requirements.lock -o requirements-train.lock

paddle: $(PADDLE) ## create .venv-paddle for --engine paddleocr (PaddleOCR 3.7 pins another cv2 and numpy)

$(PADDLE): requirements-paddle.lock
	$(PYTHON) -m venv --clear .venv-paddle
	.venv-paddle/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements-paddle.lock
	@touch $@

train: $(TRAIN) fonts ## make the models of models/ that are ours again, and print their hashes (an hour on two cores)
	@$(MAKE) --no-print-directory fonts FONTS="$(TRAIN_FONTS)"
	.venv-train/bin/python -m training.figures
	.venv-train/bin/python -m training.quantise
	.venv-train/bin/python -m training.classifier
	.venv-train/bin/python -m training.quality

$(TRAIN): requirements-train.lock
	$(PYTHON) -m venv --clear .venv-train
	.venv-train/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements-train.lock
	.venv-train/bin/python -m pip install --quiet $(TORCH)
	.venv-train/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

fonts:
	@missing=""; for p in $(FONTS); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then \
	    echo "installing the fonts that samples are drawn with:$$missing"; \
	    apt-get update -qq && $(APT) $$missing >/dev/null; \
	  else echo "Drawing samples needs Debian's Chinese fonts. Run: sudo apt-get install -y$$missing"; exit 1; fi; fi

servers:
	@missing=""; for p in $(SERVERS); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then \
	    echo "installing the servers that tests start for themselves:$$missing"; \
	    if [ ! -e $(QUIET) ]; then trap 'rm -f $(QUIET)' EXIT; printf '#!/bin/sh\nexit 101\n' >$(QUIET); chmod +x $(QUIET); fi; \
	    apt-get update -qq && $(APT) $$missing >/dev/null; \
	  else echo "The tests need servers of their own. Run: sudo apt-get install -y$$missing"; exit 1; fi; fi

clean: ## remove what the other targets made
	rm -rf .venv .venv-paddle .venv-train out build *.egg-info
