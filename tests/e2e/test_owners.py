"""Whoever keeps a library's entries: the pages behind log-in, without a mouse."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from tests.e2e.accessibility import violations_at_every_size
from tests.event_factories import EventFactory, EventRoleFactory
from tests.factories import ContactPersonFactory, LibraryFactory
from tests.review_factories import led_by
from tests.role_factories import library_member


@pytest.fixture
def member(page, in_site, base_url):
    """The page of somebody of a library, who has a colleague, and of whom there is something to hand over."""
    with in_site():
        library = LibraryFactory(name="Bibliotheek Overdracht", slug="bibliotheek-overdracht")
        user = library_member(library, email="ans@overdracht.nl", name="Ans")
        library_member(library, email="bo@overdracht.nl", name="Bo")
        contact = ContactPersonFactory(organisation=library, email=user.email, name="Ans")
        led_by(library, title="Voorleesuur", slug="voorleesuur", contact=contact)
        meeting = EventFactory(title="Dag van de overdracht", slug="dag-overdracht", contact_email=user.email)
        EventRoleFactory(event=meeting, organisation=library)
        client = Client()
        client.force_login(user)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
    domain = urlsplit(base_url).hostname
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "domain": domain, "path": "/"}])
    return page


def press_until(page, name):
    """Walk with Tab to the button or field with this name, as somebody without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(
            "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText"
        ).startswith(name):
            return
    raise AssertionError(f"No Tab leads to {name}")


def test_a_member_sends_a_file_back_and_hands_over_by_keyboard(member):
    member.goto("/mijn/bestand/")
    assert violations_at_every_size(member) == {}
    press_until(member, "Laat zien wat er verandert")
    member.keyboard.press("Enter")
    expect(member.get_by_role("alert").first).to_be_visible()

    member.goto("/mijn/overdragen/")
    expect(member.get_by_text("Dag van de overdracht")).to_be_visible()
    assert violations_at_every_size(member) == {}
    press_until(member, "Aan wie draag je over?")
    member.keyboard.press("ArrowDown")
    press_until(member, "Mijn collega weet hiervan")
    member.keyboard.press("Space")
    press_until(member, "Draag alles over")
    member.keyboard.press("Enter")

    expect(member.get_by_text("Overgedragen aan Bo. Jullie krijgen allebei een mail.")).to_be_visible()
