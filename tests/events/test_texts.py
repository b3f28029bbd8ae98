"""Texts of a meeting: headings and links, the page of a draft, prices that are over, a dinner past midnight."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone

from tests.event_factories import AppearanceFactory, EventFactory, PriceTierFactory, SessionFactory
from tests.events.organisers import organised_event, organiser_of, page
from tests.markup import squeezed

pytestmark = pytest.mark.django_db
WRITTEN = "# Kop\n- punt\n\n[site](https://voorbeeld.nl) <b>x</b>"
SHOWN = '<h{0}>Kop</h{0}><ul><li>punt</li></ul><p><a href="https://voorbeeld.nl">site</a> &lt;b&gt;x&lt;/b&gt;</p>'


def shown(client, event):
    return squeezed(client.get(event.get_absolute_url()))


def test_description_and_report_have_headings_lists_and_links(client):
    event = EventFactory(description=WRITTEN, report=WRITTEN)
    SessionFactory(event=event, description=WRITTEN, report=WRITTEN)

    text = shown(client, event).replace("\n", "")

    assert [text.count(SHOWN.format(level)) for level in (2, 3, 4)] == [1, 1, 2]


def test_an_organiser_sees_the_page_of_a_draft_and_nobody_else_does(client):
    event = organised_event(state="concept", title="Nog geheim")
    anonymous = client.get(page(event, "preview"))

    client.force_login(organiser_of(event))
    preview = client.get(page(event, "preview")).content.decode()

    assert (anonymous.status_code, client.get(event.get_absolute_url()).status_code) == (302, 404)
    assert "Zo ziet de pagina eruit als ze op de site staat." in preview
    assert ("Nog geheim" in preview, "Concept" in preview, "Aangekondigd" in preview) == (True, False, True)


def test_an_early_price_goes_when_it_is_over_until_the_meeting_is_too(client):
    today = timezone.localdate()
    found = {}
    for days in (30, -30):
        event = EventFactory(starts_on=today + timedelta(days=days))
        PriceTierFactory(event=event, name="Vroeg", amount=85, valid_until=today - timedelta(days=40))
        PriceTierFactory(event=event, name="Gewoon", amount=145)
        text = shown(client, event)
        found[days] = ("Vroeg" in text, "€ 85" in text.replace("\xa0", " "), "Gewoon" in text)

    assert found == {30: (False, False, True), -30: (True, True, True)}


def test_a_dinner_ends_after_midnight():
    event = EventFactory(starts_on=date(2026, 6, 18))
    dinner = SessionFactory(event=event, date=date(2026, 6, 18), begins=time(20), ends=time(0, 30))

    assert dinner.ends_at == datetime(2026, 6, 18, 22, 30, tzinfo=UTC)


def test_who_is_still_to_ask_is_not_on_the_site(client):
    event = EventFactory()
    session = SessionFactory(event=event)
    for name, is_still_to_ask in (("Ans Gevraagd", False), ("Bert Misschien", True)):
        for part in (session, None):
            AppearanceFactory(event=event, session=part, speaker__name=name, is_still_to_ask=is_still_to_ask)

    text = shown(client, event)

    assert ("Ans Gevraagd" in text, "Bert Misschien" in text) == (True, False)
