"""The database hangs or is gone: readers are told within seconds, and all is well once it is back.

How many seconds is measured by ``make faults``; here nothing comes back before every answer is in.
"""

import pytest

from tests.running_site import ask, ask_together, until_well

pytestmark = pytest.mark.postgresql
PAGES = ["/", "/themas/", "/praktijkvoorbeelden/", "/agenda/"] * 3  # more readers than there are threads
WELL = ["/", "/themas/", "/readyz"]


@pytest.mark.parametrize("fault", ["frozen", "broken"])
def test_readers_are_told_that_the_database_is_away(port, line, fault):
    until_well(port, "/themas/")

    with getattr(line, fault)():
        answers = ask_together(port, [*PAGES, "/livez", "/readyz"])
        later = ask(port, "/themas/")
    for address in WELL:
        until_well(port, address)

    *pages, live, ready = answers
    assert live.status == 200
    assert {(page.status, page.headers.get("Retry-After")) for page in [*pages, ready, later]} == {(503, "30")}
    assert "<h1>De site is even niet bereikbaar</h1>" in later.text
