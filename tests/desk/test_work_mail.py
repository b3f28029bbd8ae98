"""Mail to curators about what was sent in: to whom, when, and what it says."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from desk.tasks import mail_what_waits
from initiatives.choices import PublicationState
from initiatives.member_forms import InitiativeForm
from initiatives.members import propose
from initiatives.review import take_step
from mail.models import OutgoingMail
from tests.factories import LibraryFactory, ProvinceFactory
from tests.opportunity_factories import ServiceFactory
from tests.poll_factories import VoteFactory
from tests.review_factories import ChangeProposalFactory, publishable
from tests.role_factories import (
    ClaimFactory,
    administrator,
    library_member,
    national_curator,
    province_curator,
)

pytestmark = pytest.mark.django_db
STATE = "ingezonden"


@pytest.fixture
def library():
    return LibraryFactory(province=ProvinceFactory())


def mails():
    """Who was mailed, and about what."""
    return sorted(OutgoingMail.objects.values_list("to", "subject"))


def submit(initiative, user=None):
    take_step(initiative=initiative, state=PublicationState.SUBMITTED, user=user, now=timezone.now())


def test_the_morning_has_one_mail_each_with_all_that_waits_for_them(library, settings):
    for user in (province_curator(library.province), national_curator()):
        User.objects.filter(pk=user.pk).update(email=f"{'landelijk' if user.is_national_curator else 'provincie'}@x.nl")
    province_curator(ProvinceFactory())
    library_member(library)
    national_curator(work_mail="niet")
    national_curator(work_mail="meteen")
    national_curator(is_active=False)
    example = publishable(library, title="Taalcafé", publication_state=STATE)
    proposal = ChangeProposalFactory(initiative=publishable(library, title="Leesclub"))
    service = ServiceFactory(municipality__province=library.province, publication_state=STATE)
    publishable(LibraryFactory(province=None), title="Zonder provincie", publication_state=STATE)

    mail_what_waits(0)

    assert mails() == [
        ("landelijk@x.nl", "Ingezonden: Zonder provincie"),
        ("provincie@x.nl", "3 dingen wachten op een curator"),
    ]
    body = OutgoingMail.objects.get(to="provincie@x.nl").body
    pages = [
        reverse("admin:initiatives_initiative_review", args=[example.pk]),
        reverse("admin:initiatives_changeproposal_change", args=[proposal.pk]),
        reverse("admin:opportunities_service_change", args=[service.pk]),
        reverse("curator:work_mail"),
    ]
    assert [page for page in pages if f"{settings.SITE_ADDRESS}{page}\n" not in body] == []
    assert "Voorstel voor Leesclub" in body


def test_who_asks_to_belong_and_what_was_written_beside_a_vote_is_mailed_too(library, settings):
    national_curator(email="landelijk@x.nl")
    province_curator(library.province, email="provincie@x.nl")
    claim = ClaimFactory(organisation=library, name="Kijk op https://elders.nl/")
    vote = VoteFactory(motive="Kijk op https://elders.nl/", motive_state="wacht")

    mail_what_waits(0)

    assert mails() == [
        ("landelijk@x.nl", f"Motief bij de peiling ‘{vote.poll}’"),
        ("provincie@x.nl", f"Aanvraag bij {library}"),
    ]
    bodies = "".join(OutgoingMail.objects.values_list("body", flat=True))
    assert settings.SITE_ADDRESS + reverse("admin:partners_claim_change", args=[claim.pk]) in bodies
    assert settings.SITE_ADDRESS + reverse("admin:polls_vote_change", args=[vote.pk]) in bodies
    assert "elders.nl" not in bodies


def test_nothing_that_waits_is_no_mail(library):
    national_curator()
    publishable(library)
    ChangeProposalFactory(initiative=publishable(library), state="afgewezen", decided_at=timezone.now())

    mail_what_waits(0)

    assert mails() == []


def test_who_is_mailed_of_a_province_that_no_curator_is_mailed_about(library):
    province_curator(library.province, work_mail="niet")
    administrator(email="beheer@x.nl")
    publishable(library, title="Taalcafé", publication_state=STATE)

    mail_what_waits(0)

    assert mails() == [("beheer@x.nl", "Ingezonden: Taalcafé")]


def test_who_chose_at_once_is_mailed_of_submissions_proposals_and_answers(library):
    province_curator(library.province, email="curator@x.nl", work_mail="meteen")
    province_curator(library.province)
    province_curator(ProvinceFactory(), work_mail="meteen")
    example = publishable(library, title="Taal\nhttps://elders.nl/", publication_state="concept")

    submit(example)
    take_step(initiative=example, state=PublicationState.DRAFT, user=None, now=timezone.now(), note="Hoeveel?")
    submit(example)
    form = InitiativeForm.with_values(example, {"goal": "Anders"})
    assert form.is_valid()
    propose(form=form, explanation="", user=None, now=timezone.now())

    one_line = "Taal https://elders.nl/"
    told = [("curator@x.nl", f"Ingezonden: {one_line}")] * 2
    assert mails() == [*told, ("curator@x.nl", f"Voorstel voor {one_line}")]
    assert "\nhttps://elders.nl" not in "".join(OutgoingMail.objects.values_list("body", flat=True))


def test_who_sends_something_in_is_not_mailed_of_it(library):
    curator = province_curator(library.province, work_mail="meteen")

    submit(publishable(library, publication_state="concept"), user=curator)

    assert mails() == []


def test_a_curator_chooses_for_themselves(client):
    curator = national_curator()
    client.force_login(curator)

    client.post(reverse("curator:work_mail"), {"work_mail": "meteen"})
    refused = client.post(reverse("curator:work_mail"), {"work_mail": "soms"})

    assert User.objects.get(pk=curator.pk).work_mail == "meteen"
    assert "soms" in refused.content.decode()
    assert "meteen als er iets binnenkomt" in client.get(reverse("admin:index")).content.decode()
