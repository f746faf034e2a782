# `make report` and `make test` do all their own set-up on a fresh Debian machine with Swift.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.PHONY: help report preview test quick editor prints pages rules previews studio publications packages packages-test setup system build bench bench-hostile fuzz faults lint format clean

PROGRAM := .build/release/bilancio
FUZZ_ROUNDS ?= 100000
PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libexpat1-dev libmimalloc-dev libyaml-dev nettle-dev woff2 zip \
  zlib1g-dev
# Swift's libraries go into the program: it starts twice as fast, and runs where Swift is not installed.
# Nothing in it tells of the folder where it was built.
RELEASE := -c release --static-swift-stdlib -Xlinker --gc-sections -Xlinker --strip-debug \
  -Xcc -ffile-prefix-map=$(CURDIR)=.

# What the theme takes of Bootstrap Italia: its style sheet, its icons, the fonts its pages use.
LIBRARY := themes/comune/vendor/bootstrap-italia
LIBRARY_FILES := css/bootstrap-italia.min.css svg/sprites.svg \
  $(addprefix fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-,regular.woff2 600.woff2 700.woff2) \
  $(addprefix fonts/Lora/lora-v20-latin-ext_latin-,regular.woff2 700.woff2 italic.woff2)

# What prints are made of: typst, and the theme's fonts as it reads them.
ENGINE := .build/typst/typst/__init__.py
PRINT_FONTS := .build/print-fonts/VERSION

# How the suites in Python are run; three at once: they mostly wait, or the work is the browser's.
PYTEST := .ci/python -m pytest
WORKERS ?= 3

# What the preview looks at the accessibility of a page with; it is no part of any site.
AXE := .build/axe/axe.min.js

help: ## What there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

report: build ## Build content/ into output/ and say where to look
	@$(PROGRAM) build --relative

preview: build ## Show content/ in the browser while it is written
	@$(PROGRAM) preview --open

test: PACKAGES += libvips-tools poppler-utils
test: setup ## Run every test, those in a browser too
	swift build --build-tests
	swift test --skip-build
	$(MAKE) editor prints pages previews studio publications

quick: ## Run the Swift tests that take no time, for the loop of writing
	BILANCIO_QUICK=1 swift test

editor: build ## See that editors accept what the program accepts, and nothing broken
	$(PYTEST) Tests/Editor

prints: build ## See that everybody can read the prints (PDF/UA), and that nothing is missing in them
	$(PYTEST) Tests/Prints -n $(WORKERS)

pages: build ## Open the pages in a browser and see that they hold what the theme promises
	$(PYTEST) Tests/Pages/test_sites.py Tests/Pages/test_search.py -n $(WORKERS) --dist loadgroup

rules: build ## Break every rule of the pages once, and see that it is found
	$(PYTEST) Tests/Pages/test_rules.py -n $(WORKERS) --dist loadgroup

previews: build ## Try the preview: files that change, a client that is hostile, a browser
	$(PYTEST) Tests/Preview -n $(WORKERS) --dist loadfile

studio: build ## Try the studio: every form, two who write at once, a client that is hostile, a browser
	$(PYTEST) Tests/Studio -n $(WORKERS) --dist loadfile

publications: build ## Try publishing: real servers, files of others, full disks, kills at any moment
	$(PYTEST) Tests/Publish -n $(WORKERS) --dist worksteal

packages: PACKAGES += binutils dpkg-dev patchelf zstd
packages: build ## Make the packages in .build/packages: for Debian, for any Linux, and what is in them
	python3 -B Packaging/package.py --program $(PROGRAM)

packages-test: PACKAGES += debootstrap desktop-file-utils mandoc
packages-test: packages ## Install, run and remove the packages in bare systems
	$(PYTEST) Tests/Packages

setup: system $(LIBRARY)/VERSION $(AXE) $(ENGINE) $(PRINT_FONTS) ## Get what is missing: system libraries, Bootstrap Italia, axe, typst

system:
	@missing=; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "Installing$$missing"; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $$missing >/dev/null; \
	fi

# $(call unpack,REQUIREMENTS): the wheel that is named there, verified by its hash, in $$work/wheel.
unpack = python3 -c 'import venv, ensurepip' 2>/dev/null || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq python3-venv >/dev/null; }; \
	work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && \
	  python3 -m venv "$$work/venv" && \
	  "$$work/venv/bin/pip" download -q --disable-pip-version-check --no-deps --require-hashes \
	    -r $(1) -d "$$work" && \
	  python3 -m zipfile -e "$$work"/*.whl "$$work/wheel"

# Put in place in one step.
$(LIBRARY)/VERSION: themes/comune/requirements.txt
	@echo "Fetching Bootstrap Italia"
	@$(call unpack,$<) && \
	  mkdir -p $(dir $(LIBRARY)) && rm -rf $(LIBRARY) $(LIBRARY).new && mkdir $(LIBRARY).new && \
	  for file in $(LIBRARY_FILES); do \
	    install -D -m 644 "$$work/wheel/bootstrap_italia_template/static/$$file" "$(LIBRARY).new/$$file"; \
	  done && \
	  cp "$$work"/wheel/*.dist-info/licenses/LICENSE $(LIBRARY).new/LICENSE && \
	  sed -n 's/^[^#=]*==\([0-9.]*\).*/\1/p' $< | grep . >$(LIBRARY).new/VERSION && mv $(LIBRARY).new $(LIBRARY)

$(AXE): .ci/axe.txt
	@echo "Fetching axe"
	@$(call unpack,$<) && \
	  install -D -m 644 "$$work/wheel/axe_playwright_python/axe.min.js" $@.new && mv $@.new $@

$(ENGINE): themes/comune/print/typst.txt
	@echo "Fetching typst, which makes the PDF"
	@$(call unpack,$<) && rm -rf .build/typst && mkdir -p .build && mv "$$work/wheel" .build/typst && touch $@

$(PRINT_FONTS): $(LIBRARY)/VERSION | system
	@folder=$(dir $@); rm -rf $$folder && mkdir -p $$folder && \
	  for font in $(LIBRARY)/fonts/*/*.woff2; do \
	    cp $$font $$folder && woff2_decompress $$folder$${font##*/} >/dev/null && rm $$folder$${font##*/}; \
	  done && cp $< $@

build: setup ## Build the program
	@swift build $(RELEASE) --product bilancio 2>&1 | { grep -E 'error|warning|Compiling|Build|Fetching' || true; }
	@test -x $(PROGRAM)

bench: build ## Time the program against the floor and Hugo, up to 10,000 pages, and its preview
	python3 Benchmarks/run.py --bilancio $(PROGRAM)
	.ci/python Benchmarks/preview.py --bilancio $(PROGRAM)
	.ci/python Benchmarks/studio.py --bilancio $(PROGRAM)

bench-hostile: build ## See that no text and no folder takes the program its square
	python3 Benchmarks/hostile.py --program $(PROGRAM)

fuzz: setup ## Run the whole way over mutated content (FUZZ_ROUNDS=100000)
	swift build $(RELEASE) --product fuzz
	.build/release/fuzz Tests/Golden themes/comune $(FUZZ_ROUNDS) \
	  || { echo "again, where it crashed or hung: $$(cat "$${TMPDIR:-/tmp}/fuzz-round" 2>/dev/null)"; exit 1; }

faults: build ## Let every call of the system fail once, with each of its errors (FAULTS=300 SEED=1: so many by chance)
	$(PYTEST) Tests/Faults -o faulthandler_timeout=0 $(if $(FAULTS),--faults $(FAULTS)) $(if $(SEED),--seed $(SEED))

lint: ## Check the format of the code
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## Format the code
	swift format --in-place --recursive --parallel Package.swift Sources Tests

clean: ## Remove what was built
	rm -rf .build
	find output -mindepth 1 ! -name .gitignore -delete
