# Unknot. `make help` lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
TOOLS ?= $(HOME)/.local
export PATH := $(TOOLS)/bin:$(HOME)/.cargo/bin:$(PATH)
export UNKNOT_TOOLS := $(TOOLS)
BINS := tests/node_modules/.bin
# Browsers wait more than they work, so a few tests run at once.
E2E_THREADS ?= 4
# Smaller wasm: it aborts where it would panic and holds no texts about that, with a standard library
# built to match. Stable Rust has to be told that this is meant (ARCHITECTURE.md, "Immediate abort").
# `make build PLAIN=1` does without, and so does a bare `trunk build`.
PLAIN ?=
SMALL := $(if $(PLAIN),,RUSTC_BOOTSTRAP=1 \
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none")

.DEFAULT_GOAL := help
.PHONY: help run serve dev build demo bench screens screenshots icons figures transcript test test-host test-browser check check-files doc tools tools-build tools-browsers tools-checks tools-benches clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-14s %s\n", $$1, $$2 }'

run: build ## Build, serve and print the address (PORT= sets the port)
	@$(MAKE) --no-print-directory serve

serve: ## Serve dist as it is
	@cargo run --quiet --features ssr --bin site -- serve

dev: tools-build ## Serve with rebuilds on change (trunk serve)
	cargo fetch --quiet --locked
	trunk serve --offline

build: tools-build ## Release build into dist
	@cargo fetch --quiet --locked
	@env $(SMALL) cargo fetch --quiet --locked --target wasm32-unknown-unknown
	@env $(SMALL) trunk build --release --offline --quiet

demo: build ## Serve the site, and a made-up clinic's page that shows it, from two ports
	@cargo build --quiet --features ssr --bin site
	@echo "The clinic's page is at http://localhost:8322/?unknot=http://localhost:8321/"
	@PORT=8322 target/debug/site serve docs/demo >/dev/null & trap "kill $$!" EXIT; PORT=8321 target/debug/site serve dist

bench: tools-browsers tools-benches build ## Measure what is heard, drawn, fetched and painted (PARTS="cues frames": only those)
	cargo build --quiet --locked --features ssr --bin site
	cd benches/counter && cargo fetch --quiet --locked && CARGO_TARGET_DIR="$(CURDIR)/target/counter" trunk build --release --offline --quiet
	node benches/run.mjs $(PARTS)

screenshots: tools-browsers tools-checks build ## Take the pictures of the manifest and the README again
	cargo build --quiet --locked --features ssr --bin site
	node scripts/screenshots.mjs

screens: tools-browsers tools-checks build ## Take every page and state of a session, to look through (ONLY=hold: some; ACCEPT=1: the kept ones anew)
	cargo build --quiet --locked --features ssr --bin site
	$(if $(ACCEPT),ACCEPT=1 node --test --test-reporter=dot tests/screens/kept.test.mjs,ONLY='$(ONLY)' node tests/screens/all.mjs)

icons: tools-checks ## Draw the icons and the card for links again
	node scripts/icons.mjs

figures: ## Contact sheet of every picture, into tests/output/figures
	cargo run --quiet --locked --features ssr --bin site -- figures tests/output/figures
	@echo "open tests/output/figures/all.html"

rules: ## What each condition changes, for a clinician to review on paper, into tests/output/rules
	@cargo run --quiet --locked --features ssr --bin site -- rules tests/output/rules
	@echo "open tests/output/rules/rules.html and print it"

transcript: ## What a session says, shows and sounds (ROUTINE=daily-six RATE=80 PACE=own-pace FIRST=1)
	@cargo run --quiet --locked --features ssr --bin site -- transcript $(or $(ROUTINE),daily-six) $(RATE) $(PACE) $(if $(FIRST),first-time)

test: build check test-host test-browser ## Everything: checks, host tests, three browsers

test-host: tools-checks ## Tests of the domain and of the scripts, fast, without a browser
	cargo test --locked --features ssr --quiet
	node --test tests/worker/*.test.mjs tests/element/*.test.mjs

test-browser: tools-browsers tools-checks ## End-to-end tests against dist in Chromium, Firefox and WebKit
	@test -f dist/index.html || $(MAKE) build
	cargo build --quiet --locked --features ssr --bin site
	node --test tests/screens/kept.test.mjs
	cargo test --locked --features ssr --test e2e -- --test-threads=$(E2E_THREADS)

check: tools-build check-files ## Formats and lints, host and wasm
	cargo fmt --check
	cargo clippy --locked --quiet --features ssr --all-targets --test e2e -- -D warnings
	cargo clippy --locked --quiet --features csr --target wasm32-unknown-unknown --bin unknot --lib -- -D warnings

check-files: tools-checks ## Style sheets and pages
	cd tests && node_modules/.bin/stylelint --config .stylelintrc.json "../style/*.css"
	@if [ -f dist/index.html ]; then \
		$(BINS)/html-validate --config tests/.htmlvalidate.json $$(find dist -name '*.html'); \
		node --test tests/site/*.test.mjs; \
	fi

doc: ## The crate's documentation, without warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --features ssr --lib

tools: tools-build tools-browsers tools-checks ## Install every tool

tools-build:
	@scripts/install-tools.sh build

tools-browsers:
	@scripts/install-tools.sh browsers

tools-checks:
	@scripts/install-tools.sh checks

tools-benches:
	@scripts/install-tools.sh benches

clean: ## Remove what was built
	rm -rf dist target tests/node_modules tests/output benches/node_modules benches/counter/dist
