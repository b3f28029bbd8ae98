"""Every page behind log-in or behind a secret link, found in the URLconf, so that none can be forgotten."""

import re

import pytest

from tests.permissions.asking import Asker, client_of, hasty_client_of
from tests.permissions.staff_urls import patterns
from tests.role_factories import administrator
from visitors.private_pages import BEHIND_LOG_IN, SECRET_PARTS

pytestmark = pytest.mark.django_db
PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
# parts of an address that say which page it is, and open nothing; with a value that the address takes
OPEN_PARTS = {
    "slug": "x",
    "theme_slug": "x",
    "facet": "x",
    "field": "x",
    "section": "x",
    "kind": "pdf",
    "name": "x",
    "pk": "1",
    "one": "1",
    "other": "2",
    "id": "1",
    "choice": "1",
    "year": "2026",
    "month": "1",
    "object_id": "1",
    "content_type_id": "1",
    "app_label": "events",
    "url": "x",
}
KEPT_BY_NOBODY = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def parts_of(pattern):
    return ["".join(found) for found in PART.findall(pattern)]


def address_of(pattern, hidden="x"):
    """The address of a pattern with something filled in."""
    values = OPEN_PARTS | dict.fromkeys(SECRET_PARTS, hidden)
    filled = PART.sub(lambda found: values["".join(found.groups(""))], pattern)
    return "/" + filled.replace("^", "").removesuffix("$").replace("\\Z", "")


def is_private(pattern):
    return f"/{pattern}".startswith(BEHIND_LOG_IN) or bool(set(parts_of(pattern)) & set(SECRET_PARTS))


def test_of_every_part_of_an_address_is_known_whether_it_is_secret():
    found = {part for pattern in patterns() for part in parts_of(pattern)}

    assert found == {*OPEN_PARTS, *SECRET_PARTS}


@pytest.mark.parametrize("make", [lambda: None, administrator], ids=["nobody", "administrator"])
def test_no_private_page_is_kept_or_tells_where_somebody_came_from(make, no_menu):
    asker, wrong = Asker(hasty_client_of(make())), []

    for pattern in filter(is_private, patterns()):
        response = asker.ask("GET", address_of(pattern))
        expected = KEPT_BY_NOBODY | {
            "Referrer-Policy": "no-referrer" if "token" in parts_of(pattern) else "same-origin"
        }
        found = {name: response.get(name) for name in expected}
        if found != expected:
            wrong.append((address_of(pattern), response.status_code, found))

    assert wrong == []


def test_every_other_page_is_there_for_who_did_not_log_in():
    asker, refused = Asker(client_of(None)), []

    for pattern in patterns():
        response = None if is_private(pattern) else asker.ask("GET", address_of(pattern))
        if response and (response.status_code == 403 or "/inloggen/" in response.get("Location", "")):
            refused.append((address_of(pattern), response.status_code))

    assert refused == [("/.well-known/change-password", 302)]


def test_no_page_behind_a_secret_link_sends_its_address_along_in_the_form_under_it():
    asker, wrong = Asker(client_of(None)), []

    for pattern in patterns():
        response = asker.ask("GET", address_of(pattern)) if "token" in parts_of(pattern) else None
        if response and 'action="/klopt-er-iets-niet/"' in response.content.decode():
            wrong.append(address_of(pattern))

    assert wrong == []
