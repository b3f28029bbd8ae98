"""The list at the door while the network is away."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.links import door_token
from events.models import Registration
from partners.models import Organisation
from tests import event_factories as factories
from tests.e2e.conftest import complaints_of


def test_who_came_in_without_a_network_is_sent_when_it_is_back(administrator, in_site):
    page, complaints = administrator, complaints_of(administrator)
    with in_site():
        event = factories.EventFactory(starts_on=timezone.localdate())
        factories.EventRoleFactory(event=event, organisation=Organisation.objects.get(slug="probiblio"))
        ans = factories.RegistrationFactory(booking__event=event, name="Ans Alders")
        zoe = factories.RegistrationFactory(booking__event=event, name="Zoë Zwart")
    address = f"/beheer/events/event/{event.pk}/inchecken/lijst/"
    door = f"/agenda/deur/{door_token(event, event.starts_on)}/"
    key = f"binnen-{event.pk}"
    page.goto(address)
    page.context.set_offline(True)

    page.get_by_label("Naam of code").fill("zoe")
    expect(page.get_by_text("Ans Alders", exact=True)).to_be_hidden()
    page.locator(f"button[value='{zoe.code}']").click()
    expect(page.get_by_text("1 persoon is binnen, maar nog niet verstuurd.")).to_be_visible()
    with in_site():
        assert Registration.objects.filter(event=event, checked_in_at__isnull=False).count() == 0
    page.context.set_offline(False)

    expect(page.get_by_text("Zoë Zwart is binnen.")).to_be_visible()

    expect(page.get_by_text("nog niet verstuurd")).to_be_hidden()
    with in_site():
        assert Registration.objects.get(event=event, checked_in_at__isnull=False).name == "Zoë Zwart"
    assert page.evaluate(f"localStorage.getItem({key!r})") is None
    page.goto(door + "?q=ans")
    page.context.set_offline(True)
    page.locator(f"button[value='{ans.code}']").click()
    expect(page.get_by_text("1 persoon is binnen, maar nog niet verstuurd.")).to_be_visible()
    page.context.set_offline(False)

    expect(page.get_by_text("Ans Alders is binnen.")).to_be_visible()
    assert [text for text in complaints if "ERR_INTERNET_DISCONNECTED" not in text] == []


@pytest.fixture
def volunteer(new_context):
    """A browser of their own: its camera, clock and network are of one test."""
    context = new_context()
    yield context.new_page()
    context.close()


# a camera that shows one code; browsers on a server have none
CAMERA = """
    const canvas = document.createElement("canvas");
    const drawing = canvas.getContext("2d");
    setInterval(() => drawing.fillRect(0, 0, 9, 9), 50);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream();
    window.BarcodeDetector = class { async detect() { return [{ rawValue: CODE }]; } };
"""


def test_a_volunteer_scans_and_lets_in_without_a_network_until_the_link_ends(volunteer, in_site):
    page = volunteer
    with in_site():
        event = factories.EventFactory(starts_on=timezone.localdate())
        ans = factories.RegistrationFactory(booking__event=event, name="Ans Alders")
        zoe = factories.RegistrationFactory(booking__event=event, name="Zoë Zwart")
    door = f"/agenda/deur/{door_token(event, event.starts_on)}/"
    address = f"https://elders.example/beheer/inchecken/{zoe.code}/"
    page.add_init_script(CAMERA.replace("CODE", repr(address)))
    page.goto(door)
    page.get_by_role("button", name="Scan een code").click()
    expect(page.get_by_role("heading", name="Zoë Zwart")).to_be_visible()
    page.get_by_role("link", name="lijst van iedereen").click()
    page.context.set_offline(True)

    page.get_by_role("button", name="Scan een code").click()
    expect(page.get_by_text("Ans Alders", exact=True)).to_be_hidden()
    expect(page.locator(f"button[value='{zoe.code}']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 persoon is binnen, maar nog niet verstuurd.")).to_be_visible()
    kept = page.evaluate("Object.keys(localStorage).length")
    page.context.set_offline(False)
    expect(page.get_by_text("Zoë Zwart is binnen.")).to_be_visible()
    with in_site():
        assert Registration.objects.get(event=event, checked_in_at__isnull=False).name == "Zoë Zwart"

    page.context.set_offline(True)
    page.get_by_label("Naam of code").fill("ans")
    page.locator(f"button[value='{ans.code}']").click()
    tomorrow = timezone.localtime() + timedelta(days=1)
    page.clock.set_fixed_time(tomorrow)

    expect(page.get_by_text("Deze link werkte alleen vandaag. De lijst is gewist.")).to_be_visible()
    assert (kept, page.evaluate("Object.keys(localStorage).length")) == (1, 0)
    expect(page.get_by_text("Alders")).to_have_count(0)


def test_a_browser_that_reads_no_codes_says_so_and_leaves_the_field(volunteer, in_site):
    page = volunteer
    with in_site():
        event = factories.EventFactory(starts_on=timezone.localdate())
        zoe = factories.RegistrationFactory(booking__event=event, name="Zoë Zwart")
    page.add_init_script("delete window.BarcodeDetector")

    page.goto(f"/agenda/deur/{door_token(event, event.starts_on)}/")
    expect(page.get_by_text("Scannen kan niet in deze browser. Zoek op naam, of typ de code.")).to_be_visible()
    expect(page.get_by_role("button", name="Scan een code")).to_have_count(0)
    page.get_by_label("Naam of code").fill(zoe.code)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Zoë Zwart")).to_be_visible()


def test_what_was_kept_is_wiped_where_the_link_is_refused(volunteer, in_site):
    page = volunteer
    with in_site():
        event = factories.EventFactory(starts_on=timezone.localdate())
    yesterday = timezone.localdate() - timedelta(days=1)
    kept = {f"binnen-7-tot-{yesterday}T00:00:00+01:00": "{}", "binnen-7": "{}", "anders": "x"}
    page.goto("/")
    page.evaluate("(kept) => Object.entries(kept).forEach((entry) => localStorage.setItem(...entry))", kept)

    page.goto(f"/agenda/deur/{door_token(event, yesterday)}/lijst/")

    expect(page.get_by_text("Deze link werkt alleen op")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).sort()") == ["anders", "binnen-7"]
