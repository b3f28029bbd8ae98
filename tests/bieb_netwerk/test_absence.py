"""A slow answer of the database is not taken for no answer; ``tests/faults`` has the rest."""

import pytest
from django.db import connection

from bieb_netwerk.absence import ASK_AFTER, Connection, absence
from tests.templates import address_of

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def test_a_slow_query_is_waited_for_where_the_database_is_there(monkeypatch):
    monkeypatch.setattr(Connection, "gives_up", True)
    asked_at = absence.asked_at

    with Connection.connect(address_of(connection.settings_dict["NAME"])) as slow:
        slow.execute(f"SELECT pg_sleep({ASK_AFTER + 0.5})")

    assert absence.asked_at > asked_at  # so it was asked


def test_a_suspicion_ends_by_asking(client):
    absence.suspect()
    absence.asked_at = float("-inf")

    assert client.get("/readyz").status_code == 200
    assert absence.is_suspected is False
