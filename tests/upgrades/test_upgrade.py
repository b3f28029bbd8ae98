"""A site of any release becomes the site of today, and nothing that stood in it is lost."""

import re

import pytest
from django.db import connection
from django.test import Client

from tests import templates
from tests.conftest import WORKER, use_database
from tests.running_site import environment_of, manage
from tests.sitemap import whole_sitemap
from tests.upgrades.kept import kept_versions, put_back, rows_of, shape_of

pytestmark = pytest.mark.postgresql
# What Django and the worker keep for themselves.
NOT_COMPARED = {"django_migrations", "django_content_type", "auth_permission", "procrastinate_jobs"}
RELEASE = re.compile(r"^## (\d+\.\d+\.\d+) \(\d{4}-\d{2}-\d{2}\)$", re.MULTILINE)


@pytest.fixture(scope="module", params=kept_versions())
def upgraded(request, tmp_path_factory):
    """(what stood in a database of this release, the name of that database after ``migrate``)."""
    name = put_back(request.param, f"{WORKER}_upgraded")
    before = rows_of(name)
    environment = environment_of(templates.address_of(name), tmp_path_factory.mktemp("upgraded"))
    manage(environment, "migrate")
    yield before, name
    templates.drop(name)


def test_a_database_of_every_release_was_kept():
    assert kept_versions() == sorted(RELEASE.findall((templates.ROOT / "CHANGELOG.md").read_text()))


def test_an_upgraded_database_is_made_of_the_same_as_a_new_one(upgraded, django_db_setup):
    new = templates.copy("migrated", f"{WORKER}_new")

    expected = shape_of(new)

    templates.drop(new)
    assert shape_of(upgraded[1]) == expected


def test_everything_that_stood_in_it_is_still_there(upgraded):
    before, name = upgraded
    after = rows_of(name)
    lost = []
    for table, rows in before.items():
        if table not in NOT_COMPARED:
            lost += [(table, key) for key, row in rows.items() if not is_kept(row, after[table].get(key))]

    assert sum(map(len, before.values())) > 500
    assert lost == []


def is_kept(row, today):
    """Whether everything in this row stands in the row of today."""
    return today is not None and row.items() <= today.items()


def test_its_pages_open(upgraded, django_db_blocker, django_db_setup):
    own = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        use_database(upgraded[1])
        visitor = Client()
        addresses = re.findall("<loc>https?://[^/]+(/[^<]*)</loc>", whole_sitemap(visitor))
        answers = {address: visitor.get(address, follow=True).status_code for address in addresses}
        use_database(own)

    assert len(addresses) > 30
    assert {address: status for address, status in answers.items() if status != 200} == {}
