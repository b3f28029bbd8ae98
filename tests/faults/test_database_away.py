"""The database hangs or is gone: readers are told within seconds, and all is well once it is back.

How many seconds is measured by ``make faults``; here nothing comes back before every answer is in.
"""

import psutil
import pytest
from django.conf import settings
from django.test import Client

from tests.role_factories import administrator
from tests.running_site import ask, ask_together, until_well

pytestmark = pytest.mark.postgresql
PAGES = ["/", "/themas/", "/praktijkvoorbeelden/", "/agenda/"] * 3  # more readers than there are threads
FORMS = {"/gespreksnotitie/kies/x/": "eraf=1", "/inloggen/": "login=wie@voorbeeld.nl", "/klopt-er-iets-niet/": "text=a"}
WELL = ["/", "/themas/", "/readyz"]


@pytest.fixture
def logged_in(over_line):
    """What the browser of a curator sends along with everything."""
    client = Client()
    client.force_login(administrator())
    return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={client.session.session_key}"}


def processes():
    """Who runs the site, as far as this test started them."""
    return {process.pid for process in psutil.Process().children(recursive=True)}


@pytest.mark.parametrize("fault", ["frozen", "broken"])
def test_readers_are_told_that_the_database_is_away(port, line, logged_in, fault):
    until_well(port, "/themas/")
    assert ask(port, "/beheer/", headers=logged_in).status == 200
    before = processes()

    with getattr(line, fault)():
        answers = ask_together(port, [*PAGES, "/livez", "/readyz"])
        later = [ask(port, address, headers=logged_in) for address in ("/themas/", "/beheer/", "/mijn/")]
        later += [ask(port, address, form) for address, form in FORMS.items()]
    for address in WELL:
        until_well(port, address)

    *pages, live, ready = answers
    assert live.status == 200
    assert {(page.status, page.headers.get("Retry-After")) for page in [*pages, ready, *later]} == {(503, "30")}
    assert "<h1>De site is even niet bereikbaar</h1>" in later[0].text
    assert ask(port, "/beheer/", headers=logged_in).status == 200
    assert processes() == before
