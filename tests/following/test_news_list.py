"""What is new for everybody: a page since a day, by kind, and a feed of every list of results."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from following.noting import note_news
from search.documents.catching_up import catch_up
from tests.factories import InitiativeFactory, ThemeFactory
from tests.queries import number_of_queries

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
NOVEMBER = datetime(2025, 11, 10, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def noted(now):
    catch_up()
    note_news(now=now)


@pytest.fixture
def world():
    """An example of before anybody looked, one that came, one that changed, and one that left again."""
    theme = ThemeFactory(name="Taal", slug="taal")
    old = InitiativeFactory(title="Stond er al", themes=[theme])
    noted(NOVEMBER)
    changed = InitiativeFactory(title="Is veranderd")
    gone = InitiativeFactory(title="Is weer weg")
    noted(NOVEMBER + DAY)
    InitiativeFactory(title="Is nieuw", themes=[theme])
    ThemeFactory(name="Werk")
    changed.summary = "Anders."
    changed.save()
    gone.publication_state = "gearchiveerd"
    gone.save()
    old.save()
    noted(NOVEMBER + 3 * DAY)


def shown(client, query):
    items = client.get(f"/nieuw/?{query}").context["items"]
    return [(item.title, item.is_new) for item in items]


def test_what_is_new_and_changed_since_a_day(client, world):
    assert shown(client, "sinds=2025-11-12&soort=praktijkvoorbeeld") == [("Is veranderd", False), ("Is nieuw", True)]
    assert ("Is veranderd", True) in shown(client, "sinds=2025-11-11")
    assert ("Stond er al", False) in shown(client, "sinds=2025-11-01&soort=praktijkvoorbeeld")
    assert shown(client, "sinds=2025-11-10&soort=thema") == [("Werk", True)]
    assert shown(client, "sinds=2025-11-14") == []
    wrong = ["2025-13-01", "gisteren", "9999-01-01", "0001-01-01"]
    assert [client.get(f"/nieuw/?sinds={day}").status_code for day in wrong] == [422] * 4


def test_a_feed_has_what_its_list_has_newest_first(client, world):
    page = client.get("/praktijkvoorbeelden/?thema=taal").content.decode()
    assert 'href="/praktijkvoorbeelden/atom/?thema=taal"' in page

    answer = client.get("/praktijkvoorbeelden/atom/?thema=taal")

    feed = ElementTree.fromstring(answer.content)  # noqa: S314 our own
    name = "{http://www.w3.org/2005/Atom}"
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert feed.findtext(f"{name}title") == "Bieb Netwerk: Praktijkvoorbeelden: Taal"
    assert [entry.findtext(f"{name}title") for entry in feed.iter(f"{name}entry")] == ["Is nieuw", "Stond er al"]
    assert client.get("/zoeken/atom/").content.count(b"<entry>") == 4


def test_a_page_has_as_many_queries_for_one_as_for_three(client, world):
    counts = []
    for address in ["/nieuw/?sinds=2025-11-13", "/nieuw/?sinds=2025-11-01"]:
        counts.append(number_of_queries(lambda address=address: client.get(address)))

    assert len(set(counts)) == 1
