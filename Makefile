# Every command works in a fresh clone: it makes the virtual environment and installs the locked versions first.
export BIEB_NETWERK_ENV = local
PYTHON ?= python3
BIN = .venv/bin
INSTALLED = .venv/installed
BENCH_INSTALLED = .venv/bench-installed
# What make and the shell were given as PORT and HOST reaches the site; an empty value means the default.
export PORT
export HOST

.DEFAULT_GOAL := help
.PHONY: help install run test check lint unit browser bench format manage lock fonts

help: ## Zegt wat je kunt doen
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

install: $(INSTALLED) ## Installeert wat de site en de tests nodig hebben

$(INSTALLED): requirements.txt requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 of nieuwer is nodig; dit is " + sys.version.split()[0] + ". Wijs een andere aan met: make run PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "De virtuele omgeving kon niet gemaakt worden; op Debian helpt: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

run: $(INSTALLED) ## Start de site met database en achtergrondwerk (PORT=8001 HOST=0.0.0.0 mag)
	@exec $(BIN)/python manage.py run

test: $(INSTALLED) lint unit browser ## Draait alle controles en tests, ook in de browser

check: $(INSTALLED) lint unit ## Draait snel de controles en de tests zonder browser

lint: $(INSTALLED)
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/python manage.py makemigrations --check --dry-run

unit: $(INSTALLED)
	$(BIN)/python -m pytest -q -m "not browser" -n auto --dist loadfile

browser: $(INSTALLED)
	$(BIN)/python -m pytest -q -m browser -n auto --dist loadgroup

$(BENCH_INSTALLED): $(INSTALLED) requirements-bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

bench: $(BENCH_INSTALLED) ## Meet hoe snel het is, met veel verzonnen gegevens (ARGS=--million mag)
	$(BIN)/python -m bench.search $(ARGS)
	$(BIN)/python -m bench.registrations
	$(BIN)/python -m pytest -q -s bench

format: $(INSTALLED) ## Zet de code in de afgesproken vorm
	$(BIN)/ruff format --quiet .
	$(BIN)/ruff check --fix --quiet .

manage: $(INSTALLED) ## Voert een Django-opdracht uit: make manage CMD="shell"
	@$(BIN)/python manage.py $(CMD)

fonts: $(INSTALLED) ## Haalt de eigen letters op (vraagt npm; zonder gebruikt de site die van het systeem)
	npm ci --ignore-scripts --no-audit --no-fund
	$(BIN)/python manage.py vendor_fonts

lock: ## Zet de versies opnieuw vast (vraagt uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		pyproject.toml --group dev -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		pyproject.toml --group bench -o requirements-bench.txt
