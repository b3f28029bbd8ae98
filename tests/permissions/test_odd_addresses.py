"""Somebody who changes the number in an address gets a plain answer, never an error of ours."""

import pytest

from tests.evidence_factories import PhotoFactory
from tests.permissions.asking import Asker, ask, client_of
from tests.permissions.staff_urls import PREFIX, staff_patterns
from tests.role_factories import administrator

pytestmark = pytest.mark.django_db
ODD = ["abc", "9" * 30]


def odd_addresses(value):
    """Every address of a list that asks for a number, with this instead."""
    for kind, label in staff_patterns():
        if label and "<" in kind:
            before, _, rest = kind.partition("<")
            yield f"/{PREFIX}{label.replace('.', '/')}/{before}{value}{rest.partition('>')[2]}"


def test_a_number_that_is_none(hasty):
    asker, surprises = Asker(hasty(administrator())), []

    for path in [path for value in ODD for path in odd_addresses(value)]:
        for method in ("GET", "POST"):
            response = asker.ask(method, path)
            if response.status_code not in (302, 403, 404, 405):
                surprises.append(f"{method} {path}: {response.status_code}")

    assert surprises == [], "\n".join(surprises)


def test_a_page_of_nothing():
    asker = Asker(client_of(administrator()))
    paths = ["r/abc/1/", "r/1/abc/", f"r/{'9' * 30}/1/", "dubbelen/0/", "bestanden/weg.pdf"]

    found = {path: asker.ask("GET", f"/{PREFIX}{path}").status_code for path in paths}

    assert found == dict.fromkeys(paths, 404)


def test_a_file_that_is_no_longer_there():
    photo = PhotoFactory(image="fotos/weg.jpg")

    response = ask(client_of(administrator()), "GET", f"/{PREFIX}bestanden/{photo.image.name}")

    assert response.status_code == 404


@pytest.mark.parametrize("number", ["abc", "99"])
def test_a_page_of_search_results_that_is_none(number):
    response = ask(client_of(administrator()), "GET", f"/{PREFIX}search/", {"s": "bieb", "page": number})

    assert response.status_code in (200, 302, 404)
