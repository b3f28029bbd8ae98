"""The one command of the README: it starts everything, says how to log in, and stops everything."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from bieb_netwerk.database_user import ROOT_HOME
from bieb_netwerk.embedded_database import EmbeddedDatabase
from tests.e2e.conftest import free_port

pytestmark = pytest.mark.xdist_group("run")  # one site for all of these


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """An empty place and a free port, without a database server."""
    folder = tmp_path_factory.mktemp("run")
    yield {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
        "BIEB_NETWERK_ENV": "local",
        "VAR_DIR": str(folder / "var"),
        "PORT": str(free_port()),
        "HOST": "127.0.0.1",
    }
    data = EmbeddedDatabase(folder / "var" / "postgres").folder
    if data.is_relative_to(ROOT_HOME):  # root keeps it elsewhere, since pytest's folders are closed
        shutil.rmtree(data.parent)


@pytest.fixture(scope="module")
def running(environment):
    """The command after it said that the site runs, with what it printed until then."""
    process = subprocess.Popen([sys.executable, "manage.py", "run"], env=environment, stdout=subprocess.PIPE, text=True)
    printed = ""
    while "Ctrl-C" not in printed:
        line = process.stdout.readline()
        assert line, f"the command stopped after: {printed}"
        printed += line
    yield process, printed
    process.kill()
    process.wait()
    process.stdout.close()


def test_the_site_answers_at_the_address_that_is_printed(running):
    address = re.search(r"draait op +(\S+)", running[1])[1]

    with urlopen(address, timeout=20) as response:  # noqa: S310 our own server
        assert "Wat bibliotheken en gemeenten samen voor elkaar krijgen" in response.read().decode()


def test_the_administrator_that_is_printed_can_log_in(running, page):
    page.goto(re.search(r"Beheren kan op +(\S+)", running[1])[1])
    page.get_by_label("E-mailadres").fill(re.search(r"Log daar in met +(\S+)", running[1])[1])
    page.get_by_label("Wachtwoord").fill(re.search(r"en wachtwoord +(\S+)", running[1])[1])
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Wat is er te doen?")).to_be_visible()


def test_a_port_that_is_taken_is_one_sentence(running, environment):
    second = subprocess.run([sys.executable, "manage.py", "run"], env=environment, capture_output=True, text=True)

    assert second.returncode == 1
    assert "een ander programma gebruikt die poort al" in second.stderr
    assert "Traceback" not in second.stderr


def test_ctrl_c_stops_everything_the_database_too(running, environment):
    process = running[0]

    process.send_signal(signal.SIGINT)
    code = process.wait(30)

    assert code == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(environment["PORT"])), timeout=5)
    assert EmbeddedDatabase(f"{environment['VAR_DIR']}/postgres").is_ready() is False
