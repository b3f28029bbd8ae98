"""Who runs this site, on the pages that have to say it."""

import pytest

pytestmark = pytest.mark.django_db
PAGES = ["/over/", "/privacy/", "/themas/"]


def test_pages_say_who_runs_the_site(client, settings):
    settings.PUBLISHER = {
        "name": "Stichting Proef",
        "address": "Dorpsplein 1, Hoorn",
        "email": "info@proef.test",
        "supervisor": "de toezichthouder",
        "legal_basis": "een algemeen belang",
    }
    over, privacy, other = (" ".join(client.get(page).content.decode().split()) for page in PAGES)

    assert [page for page in (over, privacy, other) if "Deze site is van Stichting Proef" not in page] == []
    assert [
        page for page in (over, privacy) if "Dorpsplein 1, Hoorn" not in page or "info@proef.test" not in page
    ] == []
    assert "Waarom het mag: een algemeen belang." in privacy
    assert "klagen bij de toezichthouder" in privacy
    assert "proefinstallatie" not in over + privacy + other


def test_a_site_of_nobody_says_that_it_is_a_trial(client, settings):
    settings.PUBLISHER = settings.PUBLISHER | {"name": "", "legal_basis": ""}

    assert [page for page in PAGES if "Dit is een proefinstallatie." not in client.get(page).content.decode()] == []
