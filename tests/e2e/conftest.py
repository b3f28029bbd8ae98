"""The site as it runs on a server, with the real starter content, and a real browser to walk through it."""

import os
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import psycopg
import pytest
from django.conf import settings

from tests.browser import NO_BROWSER, chromium_path

ADMINISTRATOR, PASSWORD = "beheer@voorbeeld.nl", "een-lang-wachtwoord-voor-de-test"
SIZES = {"breed": (1280, 900), "smal": (390, 844)}


def pytest_collection_modifyitems(config, items):
    """Mark these tests, and leave them out without a browser."""
    mine = [item for item in items if item.path.is_relative_to(os.path.dirname(__file__))]
    for item in mine:
        item.add_marker(pytest.mark.browser)
    chosen = [item for item in mine if config.option.markexpr != "not browser"]
    if not chosen or chromium_path():
        return
    for item in chosen:
        item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium, also as root and without a graphics card."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return {"executable_path": chromium_path(), "args": flags}


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """Where everything is kept that the running site makes."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site_environment(site_folder):
    """What the programs of the site are told, on a database of its own."""
    environment = os.environ | {
        "DATABASE_URL": _fresh_database(),
        # Mail, files and the collected stylesheets: tests that run side by side must not share one folder.
        "VAR_DIR": str(site_folder),
        "WEB_WORKERS": "2",
    }
    return environment | {"DJANGO_SUPERUSER_EMAIL": ADMINISTRATOR, "DJANGO_SUPERUSER_PASSWORD": PASSWORD}


@pytest.fixture(scope="session")
def in_site(site_environment):
    """Runs Python within the running site's database and gives what it printed."""

    def run(code):
        command = [sys.executable, "manage.py", "shell", "-v0", "-c", code]
        return subprocess.run(command, check=True, env=site_environment, stdout=subprocess.PIPE, text=True).stdout

    return run


@pytest.fixture(scope="session")
def base_url(site_folder, site_environment):
    """The address of a site that runs with the plain commands of deploy/README.md."""
    environment = site_environment
    for command in (["migrate"], ["load_content"], ["createsuperuser", "--no-input"], ["collectstatic", "--no-input"]):
        subprocess.run([sys.executable, "manage.py", *command, "-v0"], check=True, env=environment)
    port = free_port()
    gunicorn = ["-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "--bind", f"127.0.0.1:{port}", "bieb_netwerk.wsgi"]
    with open(site_folder / "log", "w") as log:
        commands = [gunicorn, ["manage.py", "procrastinate", "worker"]]
        running = [
            subprocess.Popen([sys.executable, *each], env=environment, stdout=log, stderr=log) for each in commands
        ]
        try:
            yield _when_ready(f"http://127.0.0.1:{port}")
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait(20)


@pytest.fixture
def plain_page(browser, base_url):
    """A page without JavaScript."""
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(params=SIZES)
def screen(request, browser, base_url):
    """A page of a size, without movement."""
    width, height = SIZES[request.param]
    context = browser.new_context(
        base_url=base_url, viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def _fresh_database():
    name = f"bieb_netwerk_e2e_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    address = settings.DATABASES["default"]
    host = address["OPTIONS"].get("host") or address["HOST"]
    parts = {"host": host, "port": address["PORT"], "user": address["USER"], "password": address["PASSWORD"]}
    known = {part: value for part, value in parts.items() if value}
    with psycopg.connect(dbname="postgres", autocommit=True, **known) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    query = "&".join(f"{part}={value}" for part, value in known.items())
    return f"postgresql:///{name}?{query}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _when_ready(address):
    for _ in range(300):
        try:
            urlopen(f"{address}/readyz", timeout=5).close()  # noqa: S310 our own server
        except OSError:  # not listening yet, or still reading its own code
            time.sleep(0.2)
        else:
            return address
    raise RuntimeError(f"{address} did not start")
