"""The files for containers and systemd agree with each other and with the web server; nothing is run here."""

import re
import runpy

import yaml
from django.conf import settings

DEPLOY = settings.BASE_DIR / "deploy"
SERVICES = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
GRACEFUL = runpy.run_path(str(DEPLOY / "gunicorn.conf.py"))["graceful_timeout"]
LOCALE = "--locale=C.UTF-8"


def test_one_image_is_built_for_all_and_asked_of_nobody():
    ours = [name for name, service in SERVICES.items() if service["image"] == "bieb-netwerk"]
    built = [name for name, service in SERVICES.items() if "build" in service]

    assert ours == ["prepare", "site-1", "site-2", "worker"]
    assert {SERVICES[name]["pull_policy"] for name in ours} == {"never"}
    assert built == ["prepare"]


def test_who_is_being_answered_gets_the_answer_before_a_web_server_is_killed():
    unit = (DEPLOY / "systemd" / "bieb-netwerk@.service").read_text()
    [of_systemd] = re.findall(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)
    of_containers = {SERVICES[name]["stop_grace_period"] for name in ("site-1", "site-2")}

    assert of_containers == {f"{of_systemd}s"}
    assert int(of_systemd) > GRACEFUL + 10  # what Python itself needs to end, on a busy machine


def test_the_database_sorts_the_same_in_a_container_and_without():
    assert LOCALE in (DEPLOY / "README.md").read_text()
    assert SERVICES["database"]["environment"]["POSTGRES_INITDB_ARGS"] == LOCALE


def test_no_log_fills_the_disk():
    drivers = {name: service["logging"]["driver"] for name, service in SERVICES.items()}

    assert set(drivers.values()) == {"local"}
