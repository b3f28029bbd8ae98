"""Pages of the curators' room with ten thousand entries: milliseconds of processor and of database."""

import time
from statistics import median

import pytest
from django.db import connection

from bench.conftest import COUNT
from bench.generate import fill
from partners.models import Province
from tests.permissions.asking import client_of
from tests.role_factories import administrator, province_curator

ROUNDS = 7
EXAMPLES = "/beheer/initiatives/initiative/"
OF_ALL = [
    "/beheer/",
    EXAMPLES,
    f"{EXAMPLES}?p=150",
    f"{EXAMPLES}?q=meting+99",
    f"{EXAMPLES}?q=bibliotheek",
    f"{EXAMPLES}?publication_state__exact=gepubliceerd&o=3",
    *(f"{EXAMPLES}?o={column}" for column in range(1, 9)),
    f"{EXAMPLES}?o=-8",
    f"{EXAMPLES}?compleet=half",
    f"{EXAMPLES}?versheid=deze-maand",
    f"{EXAMPLES}?themes__id__exact=3",
    f"{EXAMPLES}?places__province__id__exact=2",
    "/beheer/initiatives/participation/",
    "/beheer/partners/municipality/",
    "/beheer/partners/library/",
    "/beheer/partners/partner/",
    "/beheer/statistiek/",
]
OF_PROVINCE = [
    EXAMPLES,
    f"{EXAMPLES}?van=mij",
    f"{EXAMPLES}?van=mij&q=thema",
    "/beheer/partners/library/",
]


class Asked:
    """How long a page took: processor of this process, the queries, and how many there were."""

    def __init__(self):
        self.processor, self.database, self.queries = [], [], 0

    def ask(self, client, address):
        self.queries, self.waited = 0, 0
        start = time.process_time()
        with connection.execute_wrapper(self.wait):
            self.status = client.get(address).status_code
        self.processor.append(1000 * (time.process_time() - start))
        self.database.append(1000 * self.waited)

    def wait(self, execute, sql, *arguments):
        self.queries += 1
        start = time.perf_counter()
        try:
            return execute(sql, *arguments)
        finally:
            self.waited += time.perf_counter() - start

    def __str__(self):
        parts = []
        for what, times in (("processor", self.processor), ("database", self.database)):
            parts.append(f"{what} {min(times):.0f} ms, middelste {median(times):.0f}")
        return f"{self.status}, {'; '.join(parts)}; {self.queries} vragen"


@pytest.mark.django_db
def test_lists_of_ten_thousand():
    fill(COUNT)
    curator = province_curator(Province.objects.get(pk=2))
    for client, addresses in (
        (client_of(administrator()), OF_ALL),
        (client_of(curator), OF_PROVINCE),
    ):
        for address in addresses:
            asked = Asked()
            client.get(address)
            for _ in range(ROUNDS):
                asked.ask(client, address)
            print(f"\n{address}: {asked}", end="")
