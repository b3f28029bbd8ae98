"""What a member fills in beside the fields of an example: who, where it is read, figures, a photo, whom to call."""

from datetime import date

import pytest
from django.utils.text import slugify

from initiatives.models import ChangeProposal, Initiative
from tests.factories import ContactPersonFactory, LibraryFactory, MunicipalityFactory, PartnerFactory, ThemeFactory
from tests.initiatives.test_photos import photo
from tests.review_factories import led_by
from tests.role_factories import library_member

pytestmark = pytest.mark.django_db
NEW = "/mijn/voorbeelden/nieuw/"
FIGURE = {"cijfer-label": "deelnemers", "cijfer-value": "12,5", "cijfer-unit": "%", "cijfer-period": "2025"}
CONTACT = {"contact-name": "Sam de Vries", "contact-email": "sam@voorbeeld.nl", "contact-agrees": "on"}
PHOTO = {"foto-alt_text": "Een bus vol boeken", "foto-credit": "Sam de Vries"}


@pytest.fixture
def library():
    return LibraryFactory(name="De Bieb")


@pytest.fixture
def member(client, library):
    user = library_member(library)
    client.force_login(user)
    return user


def typed(library, **more):
    theme = ThemeFactory()
    needed = {"title": "Leesclub", "entry_kind": "practice", "summary": "Samen lezen.", "themes": [theme.pk]}
    return {**needed, "library": library.pk, **more}


def edit(initiative):
    return f"/mijn/voorbeelden/{initiative.slug}/"


def test_everything_comes_in_with_one_form(client, member, library):
    partner = PartnerFactory(name="Stichting Samen")
    parts = {"bron-title": "Lezen werkt", "bron-url": "www.voorbeeld.nl/lezen", "partner-name": "stichting samen"}
    figure = {**FIGURE, "cijfer-source_title": "Jaarverslag"}

    client.post(
        NEW, typed(library, **parts, **{"partner-role": "partner", "foto-image": photo()}, **figure, **CONTACT, **PHOTO)
    )

    made = Initiative.objects.get()
    assert [(source.title, source.url) for source in made.sources.all()] == [
        ("Lezen werkt", "https://www.voorbeeld.nl/lezen")
    ]
    taking_part = set(made.participations.values_list("organisation", "role"))
    assert taking_part == {(library.pk, "trekker"), (partner.pk, "partner")}
    assert [(str(each), str(each.value), each.source.title) for each in made.figures.all()] == [
        ("deelnemers (2025)", "12.50", "Jaarverslag")
    ]
    assert [each.alt_text for each in made.photos.all()] == ["Een bus vol boeken"]
    assert (made.contact.name, made.contact.organisation_id, made.contact.is_public) == (
        "Sam de Vries",
        library.pk,
        False,
    )


def test_half_a_part_is_told_at_its_field_and_nothing_is_stored(client, member, library):
    half = {"bron-url": "www.voorbeeld.nl", "partner-name": "Stichting Samen", "cijfer-label": "deelnemers"}

    page = client.post(NEW, typed(library, **half, **{"contact-name": "Sam", "contact-email": "sam"}))

    fields = ("bron-title", "partner-role", "cijfer-value", "contact-email", "contact-agrees")
    text = page.content.decode()
    assert (page.status_code, Initiative.objects.count()) == (422, 0)
    assert [f'href="#id_{name}"' in text and f'id="id_{name}_error"' in text for name in fields] == [True] * 5
    assert [value in text for value in ("Stichting Samen", "www.voorbeeld.nl", "Leesclub")] == [True] * 3


def test_an_organisation_that_we_do_not_know_is_for_a_curator(client, member, library):
    client.post(NEW, typed(library, **{"partner-name": "Nog onbekend", "partner-role": "financier"}))

    proposal = ChangeProposal.objects.get()
    assert (proposal.filling, proposal.initiative) == ("wie", Initiative.objects.get())
    assert proposal.values["organisation_name"]["new"] == "Nog onbekend"


def test_what_is_there_can_be_taken_away_but_for_the_library_itself(client, member, library):
    initiative = led_by(library, publication_state="concept")
    client.post(edit(initiative), typed(library, **{"bron-title": "Oud", "bron-url": ""}))
    source = initiative.sources.get()
    lead = initiative.participations.get()

    client.post(edit(initiative), typed(library, weg=[f"bron-{source.pk}", f"partner-{lead.pk}", "foto-99", "x"]))

    assert (initiative.sources.count(), initiative.participations.count()) == (0, 1)


def test_what_is_on_the_site_is_not_changed_by_a_part(client, member, library):
    initiative = led_by(library, publication_state="gepubliceerd")

    client.post(edit(initiative), typed(library, **{"bron-title": "Nieuw"}))

    assert initiative.sources.count() == 0


def test_sending_in_is_what_publishing_asks_of_a_source(client, member, library):
    here = MunicipalityFactory(name="Venlo", slug="venlo")
    client.post(NEW, typed(library, places_typed=["venlo"]))
    initiative = Initiative.objects.get()

    page = client.get(f"{edit(initiative)}insturen/").content.decode()
    client.post(f"{edit(initiative)}insturen/")

    initiative.refresh_from_db()
    assert "Met insturen zeg je namens De Bieb dat dit klopt." in page
    assert list(initiative.places.all()) == [here]
    assert (initiative.confirmed_by.pk, initiative.confirmed_on is None) == (library.pk, False)


def test_municipalities_are_found_by_typing(client, member, library):
    near = MunicipalityFactory(name="Hoorn")
    library.work_area.add(near)
    names = ["Bergen (NH.)", "Bergen (L.)", "Venlo", "Alkmaar"]
    places = {name: MunicipalityFactory(name=name, slug=slugify(name)) for name in names}
    refused = {
        "Bergenopzee": "We kennen geen gemeente of plaats ‘Bergenopzee’.",
        "Bergen": "‘Bergen’ kan meer betekenen:",
    }

    page = client.get(NEW).content.decode()
    told = {}
    for text in refused:
        told[text] = client.post(NEW, typed(library, places_typed=[text])).content.decode()
    client.post(NEW, typed(library, places=[near.pk], places_typed=["venlo, Alkmaar", "Bergen (L.)"]))

    assert f'type="checkbox" name="places" value="{near.pk}"' in page
    assert '<option value="Venlo"></option>' in page
    assert [sentence in told[text] and f'value="{text}"' in told[text] for text, sentence in refused.items()] == [
        True
    ] * 2
    chosen = {near, places["Venlo"], places["Alkmaar"], places["Bergen (L.)"]}
    assert set(Initiative.objects.get().places.all()) == chosen


# --- who is known -------------------------------------------------------------------------------------------
def test_a_contact_person_of_the_library_is_chosen_instead_of_typed_again(client, member, library):
    sam = ContactPersonFactory(organisation=library, name="Sam", remove_on=date(2050, 3, 1))
    kept = {name: getattr(sam, name) for name in ("email", "consented_on", "remove_on")}
    page = client.get(NEW).content.decode()
    assert "Sam (bewaard tot 1 maart 2050)" in page

    client.post(NEW, typed(library, **{"contact-known": sam.pk}))

    made = Initiative.objects.get()
    assert made.contact == sam
    assert {name: getattr(made.contact, name) for name in kept} == kept


def test_only_who_agreed_at_your_own_library_can_be_chosen(client, member, library):
    elsewhere = ContactPersonFactory(organisation=LibraryFactory(), name="Elders")
    past = ContactPersonFactory(organisation=library, name="Voorbij", remove_on=date(2026, 1, 2))
    page = client.get(NEW).content.decode()
    assert [text in page for text in ("Elders", "Voorbij", "contact-known")] == [False] * 3

    ContactPersonFactory(organisation=library, name="Sam")
    answers = [client.post(NEW, typed(library, **{"contact-known": each.pk})) for each in (elsewhere, past)]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert "Kies iemand uit de lijst." in answers[0].content.decode()
    assert Initiative.objects.count() == 0


def test_who_chooses_somebody_and_types_another_is_asked_which(client, member, library):
    sam = ContactPersonFactory(organisation=library, name="Sam")

    page = client.post(NEW, typed(library, **CONTACT, **{"contact-known": sam.pk}))

    assert (page.status_code, "Niet allebei." in page.content.decode()) == (422, True)
