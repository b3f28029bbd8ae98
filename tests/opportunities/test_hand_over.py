"""Who leaves hands all that is theirs over to a colleague of the same library; both are told."""

from datetime import date

import pytest
from django.utils import timezone

from history.timeline import timeline
from initiatives.models import ChangeProposal
from mail.models import OutgoingMail
from opportunities.adoptions.links import adoption_path
from opportunities.models import AdoptionTeller
from partners.models import ContactPerson
from tests.event_factories import EventFactory, EventRoleFactory
from tests.factories import ContactPersonFactory, InitiativeFactory, LibraryFactory
from tests.opportunity_factories import ServiceFactory
from tests.review_factories import ChangeProposalFactory, publishable
from tests.role_factories import MembershipFactory, library_member

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
PAGE = "/mijn/overdragen/"


@pytest.fixture
def library():
    return LibraryFactory(name="De Bieb")


@pytest.fixture
def member(client, library):
    user = library_member(library, name="Ans", email="ans@biebzout.nl")
    client.force_login(user)
    return user


@pytest.fixture
def colleague(library):
    return library_member(library, name="Bo", email="bo@biebzout.nl")


def as_contact(library, email="Ans@biebzout.nl", **fields):
    return ContactPersonFactory(
        organisation=library, **{"name": "Ans", "email": email, "remove_on": date(2050, 1, 1)} | fields
    )


def taught(library, example, email="ans@biebzout.nl"):
    """Somebody told that the library does this example too."""
    service = ServiceFactory(provider=library, example=example)
    return AdoptionTeller.objects.create(service=service, name="Ans", email=email, told_at=timezone.now())


def organised(library, contact_email="Ans@biebzout.nl", **fields):
    """A meeting of this library, about which questions come to this address."""
    meeting = EventFactory(contact_email=contact_email, **fields)
    EventRoleFactory(event=meeting, organisation=library)
    return meeting


def press(client, colleague, **typed):
    return client.post(PAGE, {"colleague": colleague.pk, "agrees": "on"} | typed, follow=True)


def test_all_that_is_theirs_goes_over_and_both_are_told(client, member, colleague, library):
    example = publishable(library, title="Taalcafé", contact=as_contact(library))
    proposal = ChangeProposalFactory(initiative=publishable(library, title="Leesclub"), proposed_by=member)
    teller = taught(library, InitiativeFactory(title="Spreekuur"))
    meeting = organised(library, title="Bibliotheekdag")
    old_link = adoption_path(teller)
    page = client.get(PAGE).content.decode()
    shown = ("Taalcafé", "Leesclub", "Spreekuur", "Bibliotheekdag", "Bo (bo@biebzout.nl)")
    assert [text for text in shown if text not in page] == []

    answer = press(client, colleague).content.decode()

    example.refresh_from_db()
    proposal.refresh_from_db()
    told = AdoptionTeller.objects.get()
    assert (example.contact.name, example.contact.email, example.contact.is_public) == ("Bo", colleague.email, False)
    assert (proposal.proposed_by, told.name, told.email) == (colleague, "Bo", colleague.email)
    meeting.refresh_from_db()
    assert meeting.contact_email == colleague.email
    assert (told.service, told.told_at) == (teller.service, teller.told_at)
    assert client.get(old_link).status_code == 410
    assert [each.name for each in ContactPerson.objects.all()] == ["Bo"]
    assert "Overgedragen aan Bo." in answer
    by_member = [entry for entry in timeline(example) if entry.who == "Ans"]
    assert [change.what for entry in by_member for change in entry.changes] == ["contactpersoon"]
    mails = OutgoingMail.objects.order_by("pk")
    assert [mail.to for mail in mails] == [member.email, colleague.email]
    for mail in mails:
        for text in ("Taalcafé", "Leesclub", "Spreekuur", "Bibliotheekdag", "De Bieb"):
            assert (text in mail.body, text in mail.html) == (True, True)
    assert ["Ans droeg op Bieb Netwerk werk aan je over." in mail.body for mail in mails] == [False, True]


def test_a_colleague_who_is_known_already_stays_as_they_are(client, member, colleague, library):
    known = as_contact(library, email="BO@biebzout.nl", name="B. de Boer")
    example = publishable(library, contact=as_contact(library))

    press(client, colleague)

    example.refresh_from_db()
    assert (example.contact, example.contact.name) == (known, "B. de Boer")
    assert ContactPerson.objects.count() == 1


def test_a_proposal_stays_where_the_colleague_has_one_too(client, member, colleague, library):
    example = publishable(library)
    for user in (member, colleague):
        ChangeProposalFactory(initiative=example, proposed_by=user)

    press(client, colleague)

    assert set(ChangeProposal.objects.values_list("proposed_by", flat=True)) == {member.pk, colleague.pk}


def test_what_is_of_others_or_elsewhere_stays(client, member, colleague, library):
    elsewhere = LibraryFactory()
    MembershipFactory(user=member, library=elsewhere)
    mine_elsewhere = publishable(elsewhere, contact=as_contact(elsewhere))
    of_another = publishable(library, contact=as_contact(library, email="cor@biebzout.nl", name="Cor"))
    as_contact(library)
    taught(elsewhere, InitiativeFactory(), email="ans@biebzout.nl")
    meetings = [organised(elsewhere), organised(library, contact_email="cor@biebzout.nl")]

    press(client, colleague)

    kept = [type(each).objects.get(pk=each.pk).contact.email for each in (mine_elsewhere, of_another)]
    assert kept == ["Ans@biebzout.nl", "cor@biebzout.nl"]
    assert AdoptionTeller.objects.get().name == "Ans"
    stays = [type(meeting).objects.get(pk=meeting.pk).contact_email for meeting in meetings]
    assert stays == ["Ans@biebzout.nl", "cor@biebzout.nl"]


def test_only_to_somebody_who_works_there_now_and_agrees(client, member, colleague, library):
    as_contact(library)
    left = library_member(library)
    left.memberships.update(is_active=False)
    asleep = library_member(library, is_active=False)
    stranger = library_member(LibraryFactory())

    refused = [press(client, each).status_code for each in (left, asleep, stranger, member)]
    unasked = press(client, colleague, agrees="")

    assert refused == [422] * 4
    assert "Vraag eerst of je collega het goedvindt." in unasked.content.decode()
    assert (ContactPerson.objects.get().name, OutgoingMail.objects.count()) == ("Ans", 0)


def test_who_has_nothing_or_no_colleague_reads_that(client, member, library):
    assert "Er staat niets op jouw naam." in client.get(PAGE).content.decode()

    as_contact(library)
    assert "Nog niemand anders van je bibliotheek heeft een account." in client.get(PAGE).content.decode()

    client.force_login(library_member(library, email="weg@biebzout.nl"))
    member.memberships.update(is_active=False)
    client.force_login(member)
    assert client.get(PAGE).status_code == 403
