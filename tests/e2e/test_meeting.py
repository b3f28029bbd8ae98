"""A meeting in a real browser: register with a guest, full, wait, offered, accept, cancel, check in, evaluate."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import expect

from events.models import Event, Place, Registration
from partners.models import Organisation, Province
from tests import event_factories as factories
from tests.e2e.accessibility import LIGHT, SIZES, violations, violations_at_every_size
from tests.e2e.conftest import complaints_of
from tests.e2e.mail import wait_for_mail

ROOM = ["overzicht", "programma", "deelnemers", "wensen", "facturen", "mailing", "inchecken", "inchecken/lijst"]
ROOM += ["evaluatie", "achteraf"]


def make_meeting(slug):
    """A meeting with two places, of which one may be a guest's."""
    day = timezone.localdate() + timedelta(days=40)
    event = factories.EventFactory(
        slug=slug,
        title="Middag over eenzaamheid",
        summary="Wat kun je samen doen?",
        starts_on=day,
        capacity=2,
        most_guests=1,
        venue="De Nieuwe Zaal",
    )
    factories.EventRoleFactory(event=event, organisation=Organisation.objects.get(slug="probiblio"))
    near = factories.PriceTierFactory(event=event, name="Uit Noord-Holland", amount=0, position=1)
    near.provinces.add(Province.objects.get(slug="noord-holland"))
    factories.PriceTierFactory(event=event, name="Van elders", amount=145, position=2)
    factories.ParallelSessionFactory(event=event, title="Het busje", capacity=1)
    factories.ParallelSessionFactory(event=event, title="Samen eten", capacity=2)
    factories.EvaluationQuestionFactory(event=event, text="Wat vond je van de middag?", kind="schaal", position=1)
    factories.EvaluationQuestionFactory(event=event, text="Wat kan beter?", kind="open", position=2)
    return event


def path_in_mail(site_folder, address, subject, word):
    """The path of the link with this word, in the newest mail to this address with this subject."""
    link = wait_for_mail(site_folder, address, rf"https?://\S+/{word}/\S*", subject)
    return urlsplit(link.group()).path


def verify_address(page, site_folder, address):
    """Open the link in the first mail to this address and say that it is right."""
    page.goto(path_in_mail(site_folder, address, "Bevestig je e-mailadres", "boeking"))
    page.get_by_role("button", name="Ja, dit klopt").click()


def fill_in(page, number, name, organisation="", sector="Bibliotheek"):
    page.locator(f"[name=p{number}-name]").fill(name)
    page.locator(f"[name=p{number}-organisation]").fill(organisation)
    page.locator(f"[name=p{number}-sector]").select_option(label=sector)


def test_the_whole_journey_of_a_meeting(plain_page, administrator, site_folder, in_site):
    page = plain_page  # no script is needed for any of this
    desk = administrator
    with in_site():
        event = make_meeting("middag-over-eenzaamheid")

    # register, with a guest: both places
    page.goto(f"/agenda/{event.slug}/")
    page.get_by_role("link", name="Schrijf je in").first.click()
    page.get_by_label("E-mailadres", exact=True).fill("ans@voorbeeld.nl")
    fill_in(page, 0, "Ans Alders", "Bibliotheek Hoorn")
    page.locator(".choice", has_text="Het busje").first.click()
    page.get_by_role("button", name="Gast toevoegen").click()
    fill_in(page, 1, "Gerda Gast", "Gemeente Hoorn", "Gemeente")
    page.locator("[name=p1-guest_kind]").select_option(label="Ambtenaar van een gemeente")
    page.locator("[name=p1-province]").select_option(label="Noord-Holland")
    page.get_by_role("button", name="Controleer wat je invulde").click()
    expect(page.get_by_role("heading", name="Klopt dit?")).to_be_visible()
    expect(page.get_by_text("Uit Noord-Holland").first).to_be_visible()
    page.get_by_role("button", name="Bevestig de inschrijving").click()
    expect(page.get_by_role("heading", name="Je inschrijving")).to_be_visible()
    expect(page.get_by_text("Heeft een plek")).to_have_count(2)
    verify_address(page, site_folder, "ans@voorbeeld.nl")

    # full: the next one waits
    page.goto(f"/agenda/{event.slug}/inschrijven/")
    page.get_by_label("E-mailadres", exact=True).fill("bert@voorbeeld.nl")
    fill_in(page, 0, "Bert Bos", "Buurtstichting", "Zorg of welzijn")
    page.locator("[name=p0-province]").select_option(label="Noord-Holland")
    page.get_by_role("button", name="Controleer wat je invulde").click()
    page.get_by_role("button", name="Zet op de wachtlijst").click()
    expect(page.get_by_text("plaats 1").first).to_be_visible()

    # the guest does not come after all: the place is offered, and taken
    page.goto(path_in_mail(site_folder, "ans@voorbeeld.nl", "Je hebt een plek", "plek"))
    page.get_by_role("link", name="Meld je af").click()
    page.get_by_role("button", name=re.compile("^Ja, meld")).click()
    page.goto(path_in_mail(site_folder, "bert@voorbeeld.nl", "Er is een plek voor je vrij", "plek"))
    page.get_by_role("button", name="Ja, ik neem de plek").click()
    expect(page.get_by_text("Je hebt een plek").first).to_be_visible()

    # on the day: in at the door, once and twice
    with in_site():
        today = timezone.localdate()
        Event.objects.filter(pk=event.pk).update(starts_on=today, ends_on=today)
        code = Registration.objects.get(event=event, name="Bert Bos").code
    desk.set_viewport_size(SIZES["smal"])
    for _ in range(2):
        desk.goto(f"/beheer/inchecken/{code}/")
        button = desk.get_by_role("button", name=re.compile("^Binnen"))
        if button.count():
            button.click()
        expect(desk.get_by_text(re.compile("is binnen|binnen sinds", re.IGNORECASE)).first).to_be_visible()
    assert violations(desk, [LIGHT]) == {}

    # afterwards: a mail with the link to the evaluation, and what came of it
    desk.goto(f"/beheer/events/event/{event.pk}/mailing/")
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
    desk.goto(f"/beheer/events/event/{event.pk}/evaluatie/")
    expect(desk.get_by_text("Meer koffie")).to_be_visible()


def test_the_pages_of_who_registers_are_accessible(page, in_site, site_folder):
    """In the state of a meeting with places and sessions; what is seen later is in the journey."""
    with in_site():
        event = make_meeting("middag-om-je-in-te-schrijven")
    found = {}

    def look(title):
        expect(page).to_have_title(re.compile(f"^{title}"))
        found[title] = violations_at_every_size(page, wide=[LIGHT])

    page.goto(f"/agenda/{event.slug}/inschrijven/")
    look("Inschrijven")
    page.get_by_role("button", name="Controleer wat je invulde").click()
    look("Fout: Inschrijven")
    page.get_by_label("E-mailadres", exact=True).fill("cor@voorbeeld.nl")
    fill_in(page, 0, "Cor Claassen", "Bibliotheek Hoorn")
    page.get_by_role("button", name="Controleer wat je invulde").click()
    look("Klopt dit")
    page.get_by_role("button", name="Bevestig de inschrijving").click()
    look("Je inschrijving")
    page.goto(path_in_mail(site_folder, "cor@voorbeeld.nl", "Bevestig je e-mailadres", "boeking"))
    look("Klopt deze inschrijving")
    page.get_by_role("button", name="Ja, dit klopt").click()
    page.get_by_role("link", name=re.compile("De pagina van")).click()
    look("Je plek")
    page.get_by_role("link", name="Kies deelsessies").click()
    look("Je deelsessies")
    page.go_back()
    page.get_by_role("link", name="Meld je af").click()
    look("Afmelden")

    assert found == dict.fromkeys(found, {})


def test_the_organiser_s_pages_are_accessible(administrator, in_site):
    with in_site():
        event = make_meeting("middag-om-te-organiseren")
        with_place = factories.RegistrationFactory(booking__event=event)
        factories.RegistrationFactory(booking__event=event, place=Place.WAITING)
        factories.PersonalNeedsFactory(registration=with_place)
        grade, opinion = event.questions.all()
        factories.EvaluationAnswerFactory(question=grade, score=4)
        factories.EvaluationAnswerFactory(question=opinion, score=None, text="Meer koffie")
    complaints = complaints_of(administrator)
    found = {}
    for name in [*ROOM, "kopieren", "afgelasten"]:
        administrator.goto(f"/beheer/events/event/{event.pk}/{name}/")
        found[name] = violations_at_every_size(administrator, wide=[LIGHT], narrow=[LIGHT])

    assert found == dict.fromkeys(found, {})
    assert complaints == []


def test_an_organisation_is_chosen_while_registering(page, in_site):
    with in_site():
        make_meeting("middag-met-organisaties")
    page.goto("/agenda/middag-met-organisaties/inschrijven/")
    field = page.locator("[name=p0-organisation]")
    field.fill("probib")
    expect(page.get_by_role("listbox", name="Organisaties op deze site")).to_be_visible()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(field).to_have_value("Probiblio")
    expect(page.get_by_role("listbox", name="Organisaties op deze site")).to_be_hidden()
    expect(page).to_have_url(re.compile("/inschrijven/$"))
    field.fill("")
    field.press_sequentially("zzz")
    expect(page.get_by_text("Niet op deze site; je kunt de naam gewoon typen")).to_be_attached()
