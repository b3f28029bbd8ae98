"""Which scripts, styles and images a browser may load, and what else every answer forbids."""

import pytest

from tests.role_factories import administrator

pytestmark = pytest.mark.django_db


def directives(policy):
    """The parts of a content policy, like ``default-src 'none'``."""
    return [part.strip() for part in policy.split(";")]


@pytest.mark.parametrize(
    "address", ["/", "/over/", "/bestaat-niet/", "/inloggen/", "/inloggen/code/", "/mijn/", "/sitemap.xml"]
)
def test_every_answer_has_a_strict_policy(client, address):
    headers = client.get(address).headers

    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", ["/mijn/", "/inloggen/beveiliging/"])
def test_a_page_of_a_curator_outside_the_room_has_the_strict_policy_too(client, address):
    client.force_login(administrator())

    response = client.get(address)

    assert response.status_code == 200
    assert "unsafe" not in response["Content-Security-Policy"]


def test_the_curators_room_has_a_policy_that_is_looser_in_styles_and_images_only(client):
    strict = client.get("/").headers["Content-Security-Policy"]
    client.force_login(administrator())

    response = client.get("/beheer/")

    loosened = set(directives(response["Content-Security-Policy"])) - set(directives(strict))
    assert response.status_code == 200
    assert sorted(loosened) == [
        "img-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
    ]
    assert len(directives(response["Content-Security-Policy"])) == len(directives(strict))
