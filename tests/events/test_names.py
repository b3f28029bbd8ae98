"""One way to recognise a name, for who registers, for suggestions, at the door and in the list of attendees."""

import pytest
from django.utils import timezone

from events.directory import attendees_called, called, meant, suggested
from events.models import Registration
from partners.models import Municipality, Organisation
from tests.event_factories import EventFactory, RegistrationFactory
from tests.factories import LibraryFactory, MunicipalityAliasFactory, MunicipalityFactory, PartnerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory():
    hague = MunicipalityFactory(name="’s-Gravenhage", slug="s-gravenhage")
    MunicipalityAliasFactory(municipality=hague, name="Den Haag")
    MunicipalityFactory(name="Haarlem")
    MunicipalityFactory(name="Súdwest-Fryslân", slug="sudwest-fryslan")
    LibraryFactory(name="Bibliotheek Zuid-Kennemerland")
    LibraryFactory(name="Bibliotheek Lek & IJssel")
    LibraryFactory(name="Bibliotheek Utrecht")
    MunicipalityFactory(name="Utrecht")
    PartnerFactory(name="Provincie Utrecht")
    PartnerFactory(name="Koninklijke Bibliotheek")


def recognised(text, sector=""):
    organisation = meant(called([text], today=timezone.localdate())[text], sector=sector, province=None)
    return str(organisation)


def test_a_typed_name_is_recognised_as_search_recognises_it(directory):
    expected = {
        "Haarlem": "Haarlem",
        "Gemeente Haarlem": "Haarlem",
        "gemeente haarlem ": "Haarlem",
        "'s-Gravenhage": "’s-Gravenhage",
        "s Gravenhage": "’s-Gravenhage",
        "Gemeente ’S-GRAVENHAGE": "’s-Gravenhage",
        "Den Haag": "’s-Gravenhage",
        "Gemeente Den Haag": "’s-Gravenhage",
        "Bibliotheek Zuid Kennemerland": "Bibliotheek Zuid-Kennemerland",
        "Zuid-Kennemerland": "Bibliotheek Zuid-Kennemerland",
        "de bieb Zuidkennemerland": "Bibliotheek Zuid-Kennemerland",
        "Bibliotheek Lek en IJssel": "Bibliotheek Lek & IJssel",
        "Openbare Bibliotheek Utrecht": "Bibliotheek Utrecht",
        "gemeente Utrecht": "Utrecht",
        "Sudwest Fryslan": "Súdwest-Fryslân",
        "sudwest": "Súdwest-Fryslân",
        "gemeente Súdwest": "Súdwest-Fryslân",
        "Bibliotheek Sudwest": "None",
        "Stichting Sudwest": "None",
        "Sudw": "None",
        "Lek": "Bibliotheek Lek & IJssel",
        "koninklijke bibliotheek": "Koninklijke Bibliotheek",
        "Gem. Haarlem": "Haarlem",
        "stad Haarlem": "Haarlem",
        "OB Utrecht": "Bibliotheek Utrecht",
        "bibl. Utrecht": "Bibliotheek Utrecht",
        "stadsbibliotheek utrecht": "Bibliotheek Utrecht",
        "Bibliotheek Haarlem": "None",
        "Gemeente": "None",
        "de": "None",
        "?": "None",
        "Haar": "None",
    }

    assert {text: recognised(text) for text in expected} == expected


def test_the_first_word_of_two_names_is_neither(directory):
    PartnerFactory(name="Welzijn Súdwest")

    assert recognised("sudwest") == "None"


def test_a_library_is_recognised_by_the_place_where_no_other_works(directory):
    zuid_kennemerland = Organisation.objects.get(name="Bibliotheek Zuid-Kennemerland")
    zuid_kennemerland.work_area.add(MunicipalityFactory(name="Bloemendaal"), Municipality.objects.get(name="Haarlem"))
    both = MunicipalityFactory(name="Heemstede")
    for library in Organisation.objects.filter(kind="bibliotheek"):
        library.work_area.add(both)
    expected = {
        "bieb Haarlem": "Bibliotheek Zuid-Kennemerland",
        "OB Haarlem": "Bibliotheek Zuid-Kennemerland",
        "Bibliotheek Bloemendaal": "Bibliotheek Zuid-Kennemerland",
        "Bibliotheek Heemstede": "None",
        "Haarlem": "Haarlem",
    }

    assert {text: recognised(text) for text in expected} == expected


def test_a_foundation_is_a_library_only_when_it_says_so(directory):
    LibraryFactory(name="de nieuwe bibliotheek")
    PartnerFactory(name="Philadelphia")
    expected = {
        "Stichting Bibliotheek Utrecht": "Bibliotheek Utrecht",
        "Stichting Philadelphia": "Philadelphia",
        "Nieuwe bieb": "de nieuwe bibliotheek",
        "Nieuwe Stichting": "None",
        "Stichting Haarlem": "None",
    }

    assert {text: recognised(text) for text in expected} == expected


def test_what_somebody_is_tells_a_library_from_a_municipality_of_the_same_name(directory):
    assert recognised("Utrecht", Registration.Sector.LIBRARY) == "Bibliotheek Utrecht"
    assert recognised("Utrecht", Registration.Sector.MUNICIPALITY) == "Utrecht"
    assert recognised("Utrecht", Registration.Sector.OTHER) == "None"


def test_what_is_being_typed_is_suggested_whatever_its_spelling(directory):
    expected = {
        "sudwest": ["Súdwest-Fryslân"],
        "gemeente haar": ["Haarlem"],
        "den ha": ["’s-Gravenhage"],
        "'s-grav": ["’s-Gravenhage"],
        "zuid kenn": ["Bibliotheek Zuid-Kennemerland"],
        "zuidk": ["Bibliotheek Zuid-Kennemerland"],
        "lek en ij": ["Bibliotheek Lek & IJssel"],
        "utrecht prov": ["Provincie Utrecht"],
        "bibliotheek u": ["Bibliotheek Utrecht", "Bibliotheek Zuid-Kennemerland"],
        "de": ["’s-Gravenhage"],
        "-": [],
    }

    found = {}
    for text in expected:
        found[text] = [organisation.name for organisation in suggested(text, today=timezone.localdate())]

    assert found == expected


def test_attendees_are_found_by_name_and_organisation_however_these_are_typed(directory):
    event = EventFactory()
    hague = called(["Den Haag"], today=timezone.localdate())["Den Haag"][0]
    for name in ("Seán Brady", "Zoë Smit", "Şükrü Öz", "Ann O'Brien", "Jan-Willem Bos"):
        RegistrationFactory(booking__event=event, name=name, organisation_name="De Krant")
    RegistrationFactory(booking__event=event, name="Haagse Harry", organisation=hague, email="h.harry@voorbeeld.nl")
    expected = {
        "Sean": ["Seán Brady"],
        "zoe": ["Zoë Smit"],
        "Sukru oz": ["Şükrü Öz"],
        "O’Brien": ["Ann O'Brien"],
        "obrien": ["Ann O'Brien"],
        "jan willem": ["Jan-Willem Bos"],
        "janwillem": ["Jan-Willem Bos"],
        "den haag": ["Haagse Harry"],
        "gemeente gravenhage": ["Haagse Harry"],
        "h.harry@": ["Haagse Harry"],
        "gem. den haag": ["Haagse Harry"],
        "krant smit": ["Zoë Smit"],
        "smit brady": [],
        "%": [],
    }

    found = {}
    for text in expected:
        attendees = attendees_called(event.registrations.all(), text)
        found[text] = [attendee.name for attendee in attendees]

    assert found == expected


def test_names_take_as_many_queries_for_more_organisations(directory, django_assert_num_queries):
    today = timezone.localdate()
    with django_assert_num_queries(3):
        called(["Utrecht", "Haarlem", "De Krant"], today=today)
    with django_assert_num_queries(3):
        suggested("utr", today=today)
