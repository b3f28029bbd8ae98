"""A meeting in a real browser: register with a guest, full, wait, offered, accept, cancel, check in, evaluate."""

import email
import email.policy
import re
import time
import uuid
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.test_curators_room import logged_in
from tests.e2e.test_curators_room import violations as violations_in_room
from tests.e2e.test_every_page import WCAG, violations

SLUG = "middag-over-eenzaamheid"
MAKE = f"""
from datetime import timedelta
from django.utils import timezone
from events.models import Event, EventRole, EvaluationQuestion, PriceTier, Session
from partners.models import Organisation, Province
day = timezone.localdate() + timedelta(days=40)
event = Event.objects.create(slug="{SLUG}", title="Middag over eenzaamheid", summary="Wat kun je samen doen?",
    state="open", starts_on=day, ends_on=day, capacity=2, most_guests=1, venue="De Nieuwe Zaal")
EventRole.objects.create(event=event, organisation=Organisation.objects.get(slug="probiblio"))
PriceTier.objects.create(event=event, name="Uit Noord-Holland", amount=0, position=1).provinces.add(
    Province.objects.get(slug="noord-holland"))
PriceTier.objects.create(event=event, name="Van elders", amount=145, position=2)
for n, title in enumerate(["Het busje", "Samen eten"]):
    Session.objects.create(slug=f"{SLUG}-{{n}}", event=event, title=title, kind="deelsessie", round=1, capacity=1 + n)
EvaluationQuestion.objects.create(event=event, text="Wat vond je van de middag?", kind="schaal", position=1)
EvaluationQuestion.objects.create(event=event, text="Wat kan beter?", kind="open", position=2)
print(event.pk)
"""
BEGIN = f"""
from datetime import timedelta
from django.utils import timezone
from events.models import Event
today = timezone.localdate()
Event.objects.filter(slug="{SLUG}").update(starts_on=today, ends_on=today)
"""
CODE = f"""
from events.models import Registration
print(Registration.objects.get(event__slug="{SLUG}", name="Bert Bos").code)
"""


@pytest.fixture(scope="session")
def event_id(base_url, in_site):
    """The number of a meeting with two places, of which one may be a guest's."""
    return in_site(MAKE).strip()


def path_in_mail(site_folder, address, subject, word):
    """The path of the link with this word, in the newest mail to this address with this subject."""
    for _ in range(100):
        found = [text for to, about, text in _mails(site_folder) if to == address and about.startswith(subject)]
        if found:
            link = re.search(rf"https?://\S+/{word}/\S*", found[-1]).group()
            return urlsplit(link).path
        time.sleep(0.3)
    raise AssertionError(f"No mail ‘{subject}’ to {address}")


def verify_address(page, site_folder, address):
    """Open the link in the first mail to this address and say that it is right."""
    page.goto(path_in_mail(site_folder, address, "Bevestig je e-mailadres", "boeking"))
    page.get_by_role("button", name="Ja, dit klopt").click()


def _mails(site_folder):
    for path in sorted((site_folder / "mail").glob("*"), key=lambda each: each.stat().st_mtime):
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        if mail["To"]:
            yield mail["To"], mail["Subject"], mail.get_body().get_content()


def fill_in(page, number, name, organisation="", sector="Bibliotheek"):
    page.locator(f"[name=p{number}-name]").fill(name)
    page.locator(f"[name=p{number}-organisation]").fill(organisation)
    page.locator(f"[name=p{number}-sector]").select_option(label=sector)


def test_the_whole_journey_of_a_meeting(browser, base_url, plain_page, site_folder, in_site, event_id):
    page = plain_page  # no script is needed for any of this

    # register, with a guest: both places
    page.goto(f"/agenda/{SLUG}/")
    page.get_by_role("link", name="Schrijf je in").first.click()
    page.get_by_label("E-mailadres", exact=True).fill("ans@voorbeeld.nl")
    fill_in(page, 0, "Ans Alders", "Bibliotheek Hoorn")
    page.locator(".choice", has_text="Het busje").first.click()
    page.get_by_role("button", name="Gast toevoegen").click()
    fill_in(page, 1, "Gerda Gast", "Gemeente Hoorn", "Gemeente")
    page.locator("[name=p1-province]").select_option(label="Noord-Holland")
    page.get_by_role("button", name="Controleer wat je invulde").click()
    expect(page.get_by_role("heading", name="Klopt dit?")).to_be_visible()
    expect(page.get_by_text("Uit Noord-Holland").first).to_be_visible()
    page.get_by_role("button", name="Bevestig de inschrijving").click()
    expect(page.get_by_role("heading", name="Je inschrijving")).to_be_visible()
    expect(page.get_by_text("Heeft een plek")).to_have_count(2)
    verify_address(page, site_folder, "ans@voorbeeld.nl")

    # full: the next one waits
    page.goto(f"/agenda/{SLUG}/inschrijven/")
    page.get_by_label("E-mailadres", exact=True).fill("bert@voorbeeld.nl")
    fill_in(page, 0, "Bert Bos", "Buurtstichting", "Zorg of welzijn")
    page.locator("[name=p0-province]").select_option(label="Noord-Holland")
    page.get_by_role("button", name="Controleer wat je invulde").click()
    page.get_by_role("button", name="Zet op de wachtlijst").click()
    expect(page.get_by_text("plaats 1").first).to_be_visible()

    # the guest does not come after all: the place is offered, and taken
    page.goto(f"{path_in_mail(site_folder, 'ans@voorbeeld.nl', 'Je hebt een plek', 'plek')}")
    page.get_by_role("link", name="Meld je af").click()
    page.get_by_role("button", name=re.compile("^Ja, meld")).click()
    page.goto(path_in_mail(site_folder, "bert@voorbeeld.nl", "Er is een plek voor je vrij", "plek"))
    page.get_by_role("button", name="Ja, ik neem de plek").click()
    expect(page.get_by_text("Je hebt een plek").first).to_be_visible()

    # on the day: in at the door, once and twice
    in_site(BEGIN)
    desk = logged_in(browser, base_url, "smal")
    code = in_site(CODE).strip()
    for _ in range(2):
        desk.goto(f"/beheer/inchecken/{code}/")
        button = desk.get_by_role("button", name=re.compile("^Binnen"))
        if button.count():
            button.click()
        expect(desk.get_by_text(re.compile("is binnen|binnen sinds", re.IGNORECASE)).first).to_be_visible()
    assert violations_in_room(desk) == []

    # afterwards: a mail with the link to the evaluation, and what came of it
    desk.goto(f"/beheer/events/event/{event_id}/mailing/")
    desk.get_by_label("Aan wie").select_option(label="Wie er was")
    desk.get_by_label("Onderwerp").fill("Bedankt")
    desk.get_by_label("Tekst").fill("Dag {naam}, wat vond je ervan? {evaluatie}")
    desk.get_by_role("button", name="Bekijk de mail").click()
    expect(desk.get_by_text("De mail gaat naar 1 persoon")).to_be_visible()
    desk.get_by_role("button", name="Verstuur", exact=True).click()
    page.goto(path_in_mail(site_folder, "bert@voorbeeld.nl", "Bedankt", "evaluatie"))
    page.locator(".choice", has_text="4").first.click()
    page.get_by_label("Wat kan beter?").fill("Meer koffie")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", name="Bedankt")).to_be_visible()
    desk.goto(f"/beheer/events/event/{event_id}/evaluatie/")
    expect(desk.get_by_text("Meer koffie")).to_be_visible()


def test_the_pages_of_who_registers_are_accessible(screen, in_site, site_folder, event_id):
    """In the state of a meeting with places and sessions; what is seen later is in the journey."""
    slug = f"{SLUG}-{uuid.uuid4().hex[:8]}"  # for each size one of its own
    in_site(MAKE.replace(SLUG, slug))
    found = {}
    screen.goto(f"/agenda/{slug}/inschrijven/")
    found["form"] = violations(screen, {"runOnly": WCAG})
    screen.get_by_role("button", name="Controleer wat je invulde").click()
    found["mistakes"] = violations(screen, {"runOnly": WCAG})
    address = f"cor{time.time()}@voorbeeld.nl"
    screen.get_by_label("E-mailadres", exact=True).fill(address)
    fill_in(screen, 0, "Cor Claassen", "Bibliotheek Hoorn")
    screen.get_by_role("button", name="Controleer wat je invulde").click()
    found["check"] = violations(screen, {"runOnly": WCAG})
    screen.get_by_role("button", name="Bevestig de inschrijving").click()
    found["booking"] = violations(screen, {"runOnly": WCAG})
    screen.goto(path_in_mail(site_folder, address, "Bevestig je e-mailadres", "boeking"))
    found["verify"] = violations(screen, {"runOnly": WCAG})
    screen.get_by_role("button", name="Ja, dit klopt").click()
    screen.get_by_role("link", name=re.compile("De pagina van")).click()
    found["place"] = violations(screen, {"runOnly": WCAG})
    screen.get_by_role("link", name="Kies deelsessies").click()
    found["sessions"] = violations(screen, {"runOnly": WCAG})
    screen.go_back()
    screen.get_by_role("link", name="Meld je af").click()
    found["cancel"] = violations(screen, {"runOnly": WCAG})

    assert found == dict.fromkeys(found, [])


ROOM = ["overzicht", "programma", "deelnemers", "wensen", "facturen", "mailing", "inchecken", "evaluatie", "achteraf"]


@pytest.mark.parametrize("size", ["breed", "smal"])
def test_the_organiser_s_pages_are_accessible(browser, base_url, event_id, size):
    desk = logged_in(browser, base_url, size)
    found = {}
    for name in [*ROOM, "kopieren", "afgelasten"]:
        desk.goto(f"/beheer/events/event/{event_id}/{name}/")
        found[name] = violations_in_room(desk)

    assert found == dict.fromkeys(found, [])
    assert desk.complaints == []
