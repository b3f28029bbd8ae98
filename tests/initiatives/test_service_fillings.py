"""What readers change of a service that is on the site, in a form of exactly that service."""

import re

import pytest
from django.urls import reverse

from initiatives.decisions import decide
from initiatives.models import ChangeProposal
from tests.factories import LibraryFactory, MunicipalityFactory
from tests.initiatives.fillings import fill_in
from tests.opportunity_factories import ServiceFactory
from tests.review_factories import NOW
from tests.role_factories import library_member, national_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def here():
    return MunicipalityFactory(slug="hier", name="Hier")


def test_a_service_is_changed_in_a_form_that_has_what_is_known_of_it(client, here):
    service = ServiceFactory(municipality=here, name="Taalhuis", provider_name="De Bieb", started_by="gemeente")
    page = client.get(f"/vul-aan/hier/dienst/?service={service.pk}").context["form"]
    known = {name: page[name].value() for name in ("service", "name", "provider_name", "started_by")}

    typed = {"service": service.pk, "name": "Taalpunt", "provider_name": "De Bieb", "paid_by": "gemeente"}
    fill_in(client, "hier/dienst", **typed)
    proposal = ChangeProposal.objects.get()
    decide(proposal=proposal, accepted=["paid_by"], user=national_curator(), now=NOW)

    service.refresh_from_db()
    assert known == {
        "service": str(service.pk),
        "name": "Taalhuis",
        "provider_name": "De Bieb",
        "started_by": "gemeente",
    }
    assert sorted(proposal.values) == ["name", "paid_by", "service"]
    assert (service.name, service.paid_by, service.confirmed_on) == ("Taalhuis", "gemeente", NOW.date())


def test_the_curator_sees_which_service_a_change_is_of_and_cannot_leave_that_out(client, here):
    service = ServiceFactory(municipality=here, name="Taalhuis", provider_name="De Bieb")
    fill_in(client, "hier/dienst", service=service.pk, provider_name="Welzijn Hier")
    proposal = ChangeProposal.objects.get()
    client.force_login(national_curator())

    page = client.get(reverse("admin:initiatives_changeproposal_change", args=[proposal.pk])).content.decode()

    shown = [
        part in page for part in ("Taalhuis", "De Bieb", "Welzijn Hier", 'value="provider_name"', 'value="service"')
    ]
    assert shown == [True, True, True, True, False]


def test_what_cannot_be_of_a_service_is_refused_in_a_sentence(client, here):
    service = ServiceFactory(municipality=here, name="Taalhuis", from_year=2020)
    ServiceFactory(municipality=here, name="Leeskring")
    elsewhere = ServiceFactory()
    wrong = [
        ({"service": elsewhere.pk, "name": "Mijn"}, "Kies aanbod uit de lijst."),
        ({"service": 10**30, "name": "Mijn"}, "Kies aanbod uit de lijst."),
        ({"name": "Mijn"}, "Kies over welk aanbod het gaat."),
        ({"service": service.pk}, "Je hebt niets veranderd."),
        ({"service": service.pk, "name": "Taalhuis"}, "Je hebt niets veranderd."),
        ({"service": service.pk, "name": "Leeskring"}, "Dit aanbod staat al bij deze gemeente."),
        ({"service": service.pk, "until_year": "2010"}, "stoppen komt na beginnen"),
        ({"service": service.pk, "satisfaction": "Een 8"}, "Zeg bij de tevredenheid waar dat staat."),
    ]
    faults = []
    for typed, told in wrong:
        answer = fill_in(client, "hier/dienst", **typed)
        if answer.status_code != 422 or told not in answer.content.decode():
            faults.append((typed, answer.status_code))
    for number in ("x", "²", "9" * 40, elsewhere.pk):
        faults += [number] * (client.get(f"/vul-aan/hier/dienst/?service={number}").status_code != 200)

    assert faults == []


def test_what_is_published_is_changed_in_a_form_of_that_service(client):
    place, library = MunicipalityFactory(slug="utrecht"), LibraryFactory()
    library.work_area.add(place)
    client.force_login(library_member(library))
    service = ServiceFactory(municipality=place, name="Taalhuis", publication_state="gepubliceerd")
    ServiceFactory(municipality=place, name="Leeskring", publication_state="ingezonden")
    page = client.get("/mijn/aanbod/").content.decode()
    links = re.findall(r'href="(/vul-aan/[^"]*)"', page)

    assert links == [f"/vul-aan/utrecht/dienst/?service={service.pk}"]
    assert client.get(links[0]).context["form"]["name"].value() == "Taalhuis"
