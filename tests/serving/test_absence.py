"""A slow answer of the database is not taken for no answer; ``tests/faults`` has the rest."""

import runpy
import time

import psycopg
import pytest
from django.db import connection

from serving.absence import ASK_AFTER, FRESH, Connection, absence
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


def test_nobody_waits_for_a_database_that_was_just_found_away(monkeypatch):
    monkeypatch.setattr(Connection, "gives_up", True)
    with Connection.connect(address_of(connection.settings_dict["NAME"])) as later:
        monkeypatch.setattr(absence, "is_certain", True)
        asked_at = time.monotonic() - FRESH - 0.1  # so long ago that presence would be asked again
        monkeypatch.setattr(absence, "asked_at", asked_at)

        with pytest.raises(psycopg.OperationalError, match="antwoordt niet"):
            later.execute("SELECT 1")

    assert absence.asked_at == asked_at


def test_a_worker_that_starts_asks_before_anybody_waits(monkeypatch):
    monkeypatch.setattr(Connection, "gives_up", False)
    monkeypatch.setattr(absence, "is_suspected", False)

    runpy.run_module("bieb_netwerk.wsgi")

    assert absence.is_suspected is True
    assert Connection.gives_up is True
