"""Somebody who changes the number in an address gets a plain answer, never an error of ours."""

import pytest

from tests.evidence_factories import PhotoFactory
from tests.permissions.asking import ask, client_of
from tests.permissions.staff_urls import PREFIX, staff_patterns
from tests.role_factories import administrator

ODD = ["abc", "9" * 30]


def odd_addresses(value):
    """Every address of a list that asks for a number, with this instead."""
    for kind, label in staff_patterns():
        if label and "<" in kind:
            before, _, rest = kind.partition("<")
            yield f"/{PREFIX}{label.replace('.', '/')}/{before}{value}{rest.partition('>')[2]}"


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("value", ODD)
def test_a_number_that_is_none(value, method):
    client, surprises = client_of(administrator()), []

    for path in odd_addresses(value):
        response = ask(client, method, path)
        if response.status_code not in (302, 403, 404, 405):
            surprises.append(f"{method} {path}: {response.status_code}")

    assert surprises == [], "\n".join(surprises)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["r/abc/1/", "r/1/abc/", f"r/{'9' * 30}/1/", "dubbelen/0/", "bestanden/weg.pdf"])
def test_a_page_of_nothing(path):
    response = ask(client_of(administrator()), "GET", f"/{PREFIX}{path}")

    assert response.status_code == 404


@pytest.mark.django_db
def test_a_file_that_is_no_longer_there():
    photo = PhotoFactory(image="fotos/weg.jpg")

    response = ask(client_of(administrator()), "GET", f"/{PREFIX}bestanden/{photo.image.name}")

    assert response.status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["abc", "99"])
def test_a_page_of_search_results_that_is_none(number):
    response = ask(client_of(administrator()), "GET", f"/{PREFIX}search/", {"s": "bieb", "page": number})

    assert response.status_code in (200, 302, 404)
