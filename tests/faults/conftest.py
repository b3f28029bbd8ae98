"""A web server of its own, over a line to the database that tests can break."""

import pytest
from django.db import connection

from serving.absence import absence
from tests import templates
from tests.collected import collected_in
from tests.conftest import WORKER
from tests.database_line import database_line
from tests.running_site import environment_of, running_site


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
    folder = tmp_path_factory.mktemp("site")
    collected_in(folder)
    environment = environment_of(line.address, folder, WEB_WORKERS="1")
    with running_site(environment) as port:
        yield port


@pytest.fixture
def over_line(line, django_db_setup, django_db_blocker):
    """Let the test itself read and write over that line, without a pool: nobody waits for one that is empty."""
    own = connection.settings_dict.copy()
    host, port = line.server_address
    name = line.target["dbname"]
    without_pool = {key: value for key, value in own["OPTIONS"].items() if key != "pool"}
    with django_db_blocker.unblock():
        connection.close()
        connection.close_pool()
        connection.settings_dict |= {"HOST": host, "PORT": port, "NAME": name, "OPTIONS": without_pool}
        yield
        connection.close()
    connection.settings_dict |= own
    absence.is_suspected = False
