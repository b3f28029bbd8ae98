"""Every page asked while its database is gone: 503 in Dutch, or a page that needs none, and never an error of ours."""

import logging

import pytest
from django.db import connection
from django.test import Client
from procrastinate.exceptions import ConnectorException

from mail.outgoing import send_outgoing_mail
from serving.absence import absence
from serving.refusals import answer_to
from tests.permissions.staff_urls import patterns
from tests.role_factories import administrator
from tests.visitors.test_private_pages import address_of, is_private

pytestmark = pytest.mark.postgresql
FORMS = [
    ("/gespreksnotitie/kies/x/", {}),
    ("/inloggen/", {"login": "wie@voorbeeld.nl", "password": "een lang wachtwoord"}),
    ("/inloggen/code/", {"email": "wie@voorbeeld.nl"}),
    ("/klopt-er-iets-niet/", {"page": "/themas/", "text": "Het telefoonnummer klopt niet"}),
]
PAGES = ["/", "/beheer/", "/beheer/events/event/", "/mijn/", "/readyz"]
TELLS = "<h1>De site is even niet bereikbaar</h1>"


@pytest.fixture
def curator(over_line, line):
    """An administrator who logged in just before the database went."""
    client = Client(raise_request_exception=False)
    client.force_login(administrator())
    connection.close()
    logging.disable()  # hundreds of tracebacks
    with line.broken():
        yield client
    logging.disable(logging.NOTSET)


def asked(client, method, address, data=None):
    """The answer to who comes first: nobody found out yet that the database is away."""
    absence.is_suspected = False
    return getattr(client, method)(address, data)


def is_told(response):
    """Whether this says that the database is away, and when to come back."""
    return (response.status_code, response.get("Retry-After")) == (503, "30") and TELLS in response.content.decode()


def test_pages_and_forms_say_that_the_database_is_away(curator):
    answers = {address: asked(curator, "get", address) for address in PAGES}
    answers |= {address: asked(curator, "post", address, data) for address, data in FORMS}

    assert [address for address, answer in answers.items() if not is_told(answer)] == []


def one_of_each_kind():
    """Every pattern of an address; of the lists of curators, which have the same pages each, those of the first."""
    kinds = {}
    for pattern in patterns():
        kind = pattern.split("/", 3)[-1] if pattern.startswith("beheer/") else pattern
        kinds.setdefault(kind, pattern)
    return kinds.values()


def test_no_page_breaks_when_the_database_is_away(curator):
    reader = Client(raise_request_exception=False)
    surprises = []
    for pattern in one_of_each_kind():
        client = curator if is_private(pattern) else reader
        for method in ("get", "post"):
            response = asked(client, method, address_of(pattern))
            if response.status_code >= 500 and not is_told(response):
                surprises.append(f"{method} {address_of(pattern)}: {response.status_code}")

    assert surprises == []


def test_work_that_cannot_be_queued_is_said_to_be_the_database(curator):
    with pytest.raises(ConnectorException) as refusal:
        send_outgoing_mail.defer(mail_id=1)

    assert answer_to(refusal.value).status_code == 503
