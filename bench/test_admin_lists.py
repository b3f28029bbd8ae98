"""Pages of the curators' room with ten thousand entries."""

import time
from statistics import median

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.role_factories import administrator

ADDRESSES = [
    "/beheer/",
    "/beheer/initiatives/initiative/",
    "/beheer/initiatives/initiative/?p=150",
    "/beheer/initiatives/initiative/?q=meting+99",
    "/beheer/initiatives/initiative/?publication_state__exact=gepubliceerd&o=3",
    "/beheer/initiatives/initiative/?compleet=half",
    "/beheer/initiatives/initiative/?versheid=deze-maand",
    "/beheer/partners/municipality/",
    "/beheer/statistiek/",
]


@pytest.mark.django_db
def test_lists_of_ten_thousand(client, entries):
    client.force_login(administrator())
    for address in ADDRESSES:
        client.get(address)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(address)
            times.append(1000 * (time.perf_counter() - start))
        print(f"\n{address}: {answer.status_code}, {median(times):.0f} ms, {len(queries)} vragen", end="")
