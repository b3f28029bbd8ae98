"""A web server of its own, over a line to the database that tests can break."""

import pytest

from tests import templates
from tests.conftest import WORKER
from tests.database_line import database_line
from tests.running_site import environment_of, manage, running_site


@pytest.fixture(scope="package")
def line():
    """The line between that web server and its database."""
    name = templates.copy("migrated", f"{WORKER}_faults")
    with database_line(name) as line:
        yield line
    templates.drop(name)


@pytest.fixture(scope="package")
def port(line, tmp_path_factory):
    """Where that web server listens."""
    environment = environment_of(line.address, tmp_path_factory.mktemp("site"), WEB_WORKERS="1")
    manage(environment, "collectstatic", "--no-input")
    with running_site(environment) as port:
        yield port
