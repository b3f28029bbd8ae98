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

from local.database_user import ROOT_HOME
from local.embedded_database import EmbeddedDatabase
from tests.e2e.waiting import PATIENCE
from tests.running_site import free_port

COMMAND = [sys.executable, "manage.py", "run"]


@pytest.fixture
def environment(tmp_path):
    """An empty place and a free port, without a database server."""
    yield {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
        "BIEB_NETWERK_ENV": "local",
        "VAR_DIR": str(tmp_path / "var"),
        "PORT": str(free_port()),
        "HOST": "127.0.0.1",
    }
    data = EmbeddedDatabase(tmp_path / "var" / "postgres").folder
    if data.is_relative_to(ROOT_HOME):  # root keeps it elsewhere, since pytest's folders are closed
        shutil.rmtree(data.parent)


@pytest.fixture
def running(environment):
    """The command after it said that the site runs, with what it printed until then."""
    with subprocess.Popen(COMMAND, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process, printed_until_it_runs(process)
        finally:
            process.terminate()


def printed_until_it_runs(process):
    printed = ""
    while "Ctrl-C" not in printed:
        line = process.stdout.readline()
        assert line, f"the command stopped after: {printed}"
        printed += line
    return printed


def test_one_command_starts_everything_and_ctrl_c_stops_everything(running, environment, browser):
    """One test, since the whole start takes long: wherever its parts ran, each would start a site of its own."""
    process, printed = running

    # the site answers at the address that is printed
    with urlopen(re.search(r"draait op +(\S+)", printed)[1], timeout=PATIENCE) as response:  # noqa: S310 our own server
        assert "Wat bibliotheken en gemeenten samen voor elkaar krijgen" in response.read().decode()

    # the administrator that is printed can log in
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(re.search(r"Beheren kan op +(\S+)", printed)[1])
    page.get_by_label("E-mailadres").fill(re.search(r"Log daar in met +(\S+)", printed)[1])
    page.get_by_label("Wachtwoord").fill(re.search(r"en wachtwoord +(\S+)", printed)[1])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Wat is er te doen?")).to_be_visible()
    page.close()

    # a port that is taken is one sentence
    second = subprocess.run(COMMAND, env=environment, capture_output=True, text=True)
    assert second.returncode == 1
    assert "een ander programma gebruikt die poort al" in second.stderr
    assert "Traceback" not in second.stderr

    # Ctrl-C stops everything, the database too
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(environment["PORT"])), timeout=PATIENCE)
    assert EmbeddedDatabase(f"{environment['VAR_DIR']}/postgres").is_ready() is False
