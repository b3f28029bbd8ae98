"""Libraries and partners that become one: everything moves, nothing stands there twice, the old address leads on."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from pghistory.models import Event

from curation.merging import MergeRefusedError
from events.models import Registration, Speaker
from initiatives.models import Initiative
from partners.doubles import find_doubles
from partners.merging import merge_organisations
from partners.models import ContactPerson, Library, Organisation, OrganisationDouble, Partner
from tests.event_factories import EventRoleFactory, RegistrationFactory, SpeakerFactory
from tests.evidence_factories import CitationFactory, DocumentFactory, PhotoFactory, RecognitionFactory
from tests.factories import (
    AgreementFactory,
    BranchFactory,
    ContactPersonFactory,
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    NetworkMemberFactory,
    ParticipationFactory,
    PartnerFactory,
    ProvinceFactory,
    SourceFactory,
)
from tests.opportunity_factories import ServiceFactory
from tests.partners.pairs import OrganisationDoubleFactory
from tests.reaction_factories import AnswerFactory, AskedPersonFactory
from tests.review_factories import NOW, ChangeProposalFactory
from tests.role_factories import ClaimFactory, library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
OF_MUNICIPALITIES = {"municipality", "place", "predecessor", "successor"}  # no library and no partner is one


def keys():
    """Every foreign key to an organisation that a library or partner can be at the other end of."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.proxy or issubclass(model, Event):
            continue
        for field in model._meta.local_fields:
            points_here = field.is_relation and field.related_model._meta.concrete_model is Organisation
            if points_here and field.name not in OF_MUNICIPALITIES:
                found.append(field)
    return found


def pointing(pk):
    """In how many rows each key points to this organisation."""
    return {str(key): key.model._base_manager.filter(**{key.attname: pk}).count() for key in keys()}


def library_with_everything():
    """A library with a row in every table that points to libraries."""
    library = LibraryFactory(slug="weg", name="Bieb Weg", isil="NL-0000000001")
    library.sources.add(SourceFactory())
    library.work_area.add(MunicipalityFactory())
    library.support_area.add(ProvinceFactory())
    library_member(library)
    ClaimFactory(organisation=library)
    for factory in (
        BranchFactory, ContactPersonFactory, EventRoleFactory, FigureFactory, CitationFactory, PhotoFactory,
        NetworkMemberFactory, ParticipationFactory, RegistrationFactory, SpeakerFactory, RecognitionFactory,
        AnswerFactory, AskedPersonFactory,
    ):  # fmt: skip
        name = {"BranchFactory": "library", "RecognitionFactory": "body"}.get(factory.__name__, "organisation")
        about = {}
        if factory in (FigureFactory, CitationFactory, PhotoFactory):
            about = {"initiative": None}
        factory(**{name: library, **about})
    ChangeProposalFactory(initiative=None, organisation=library, filling="website")
    ServiceFactory(provider=library)
    InitiativeFactory(confirmed_by=library, confirmed_on=NOW.date())
    AgreementFactory().parties.add(library)
    DocumentFactory().publishers.add(library)
    OrganisationDoubleFactory(one=library, other=LibraryFactory())
    return library


def merged(kept, gone, **more):
    return merge_organisations(kept=kept, gone=gone, user=national_curator(), now=NOW, **more)


def test_everything_that_points_to_a_library_points_to_the_one_that_stays(client):
    gone = library_with_everything()
    before, kept = pointing(gone.pk), LibraryFactory(slug="blijft", isil=None)
    number = gone.pk

    merged(kept, gone)

    kept.refresh_from_db()
    never = [key for key, count in before.items() if not count]
    assert [key for key in never if "parent" not in key and "OrganisationDouble" not in key] == []
    assert {key: count for key, count in pointing(number).items() if count} == {}
    missed = {key for key, count in pointing(kept.pk).items() if count < before[key]}
    assert {key for key in missed if "OrganisationDouble" not in key} == set()  # there the oldest stands first
    assert kept.isil == "NL-0000000001"
    response = client.get("/bibliotheken/weg/")
    assert (response.status_code, response.url) == (301, "/bibliotheken/blijft/")


def test_an_old_address_of_a_partner_leads_on_and_not_to_what_is_archived(client):
    kept, gone = PartnerFactory(slug="blijft"), PartnerFactory(slug="weg")
    merged(kept, gone)

    answer = client.get("/partners/weg/")
    Partner.objects.update(archived_on=NOW.date())

    assert (answer.status_code, answer.url) == (301, "/partners/blijft/")
    assert [client.get(f"/partners/{slug}/").status_code for slug in ("weg", "blijft", "nooit")] == [404] * 3


def test_what_hangs_under_what_both_have_moves_too():
    kept, gone = LibraryFactory(), LibraryFactory()
    source = SourceFactory()
    for library in (kept, gone):
        BranchFactory(library=library, name="Centrum").sources.add(SourceFactory())
        ContactPersonFactory(organisation=library, name="An")
        CitationFactory(initiative=None, organisation=library, source=source, speaker="Bo", passage="p. 1")
    contact = gone.contact_persons.get()
    initiative = InitiativeFactory(contact=contact)

    merged(kept, gone)

    initiative.refresh_from_db()
    assert (kept.branches.count(), kept.branches.get().sources.count()) == (1, 2)
    assert (ContactPerson.objects.count(), initiative.contact) == (1, kept.contact_persons.get())
    assert kept.citations.count() == 1


def test_offices_hang_under_what_stays_and_nothing_under_itself():
    head = PartnerFactory()
    office = PartnerFactory(parent=head)
    other = PartnerFactory()
    PartnerFactory(parent=other)

    merged(other, head)
    office.refresh_from_db()
    merged(office, Partner.objects.get(pk=office.parent_id))

    office.refresh_from_db()
    assert (office.parent, office.offices.count()) == (None, 1)


def test_an_office_does_not_get_offices():
    head, with_offices = PartnerFactory(), PartnerFactory()
    office = PartnerFactory(parent=head)
    PartnerFactory(parent=with_offices)

    with pytest.raises(ValidationError) as refused:
        merged(office, with_offices, chosen={"parent_id": head.pk})

    assert "heeft zelf vestigingen" in str(refused.value)
    assert Partner.objects.count() == 4


def test_what_is_refused():
    province = ProvinceFactory()
    kept, gone = LibraryFactory(province=province), LibraryFactory(province=province)
    archived = LibraryFactory(archived_on=NOW.date())
    user = province_curator(province)
    cases = [
        (archived, gone, {}, "is gearchiveerd"),
        (kept, kept, {}, "twee verschillende"),
        (kept, Library(pk=0, slug="x"), {}, "is er niet meer"),
        (kept, gone, {"chosen": {"province_id": None}}, "hoort dit niet meer bij een provincie"),
    ]

    for one, other, more, sentence in cases:
        with pytest.raises(MergeRefusedError, match=sentence):
            merge_organisations(kept=one, gone=other, user=user, now=NOW, **more)
    assert Library.objects.count() == 3


def test_what_is_archived_is_not_taken_over():
    kept, gone = LibraryFactory(), LibraryFactory(archived_on=NOW.date())

    merged(kept, gone)

    assert Library.objects.get().archived_on is None


def test_who_looks_alike():
    drenthe, fryslan = ProvinceFactory(), ProvinceFactory()
    head = PartnerFactory(name="Vluchtelingenhulp", short_name="VH", website="https://vh.voorbeeld.nl")
    for province in (drenthe, fryslan):
        PartnerFactory(name=f"VH {province}", parent=head, province=province, website="https://vh.voorbeeld.nl")
    PartnerFactory(name="Hulp bij taal", short_name="HBT")
    PartnerFactory(name="Taalhulp", short_name="hbt")
    PartnerFactory(name="GGD Drenthe", website="https://ggd.voorbeeld.nl/drenthe")
    PartnerFactory(name="GGD Gelderland", website="https://ggd.voorbeeld.nl/gelderland")
    LibraryFactory(name="Hulp bij taal")

    find_doubles(Partner)
    find_doubles(Library)

    pairs = OrganisationDouble.objects.values_list("one__name", "other__name", "score", "reason")
    assert list(pairs) == [("Hulp bij taal", "Taalhulp", 100, "zelfde korte naam")]


def test_people_move_along():
    kept, gone = LibraryFactory(), LibraryFactory()
    RegistrationFactory(organisation=gone)
    SpeakerFactory(organisation=gone)
    both = library_member(kept)
    library_member(gone)
    both.memberships.create(library=gone)

    merged(kept, gone)

    assert (Registration.objects.get().organisation_id, Speaker.objects.get().organisation_id) == (kept.pk, kept.pk)
    assert (kept.memberships.count(), Initiative.objects.of_member(both).count()) == (2, 0)
