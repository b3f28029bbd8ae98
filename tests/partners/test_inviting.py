"""An organisation that is named in examples but does not take part is invited by a curator, once in half a year."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from mail.models import OutgoingMail
from partners.inviting import InvitationRefusedError, invite_organisation, to_invite
from partners.models import Organisation, Partner
from tests.factories import (
    ContactPersonFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    ParticipationFactory,
    PartnerFactory,
    ProvinceFactory,
)
from tests.permissions.asking import client_of
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
TODAY = date(2026, 11, 29)
PUBLIC = {"is_public": True, "email": "info@samen.nl", "remove_on": date(2050, 1, 1)}


def named(organisation, title="Taalcafé", **fields):
    """The organisation, which has a role in an example."""
    initiative = InitiativeFactory(title=title, **fields)
    ParticipationFactory(initiative=initiative, organisation=organisation, role="partner")
    return organisation


def partner(**fields):
    return named(PartnerFactory(**{"name": "Stichting Samen", "slug": "samen"} | fields))


def page(organisation, kind="partner"):
    return f"/beheer/partners/{kind}/{organisation.pk}/uitnodigen/"


def test_who_is_named_and_silent_can_be_invited():
    wanted = [partner(), named(LibraryFactory())]
    with_member = named(LibraryFactory())
    library_member(with_member)
    answered = named(PartnerFactory())
    ContactPersonFactory(organisation=answered, remove_on=date(2050, 1, 1))
    named(PartnerFactory(archived_on=TODAY))
    named(PartnerFactory(invited_on=TODAY - timedelta(days=179)))
    wanted.append(named(PartnerFactory(invited_on=TODAY - timedelta(days=180))))
    named(MunicipalityFactory())
    named(PartnerFactory(), publication_state="concept")
    PartnerFactory()
    former = named(LibraryFactory())
    library_member(former).memberships.update(is_active=False)
    past = named(PartnerFactory())
    ContactPersonFactory(organisation=past, consented_on=date(2025, 1, 1), remove_on=date(2026, 1, 2))

    found = set(to_invite(Organisation.objects.all(), TODAY).values_list("pk", flat=True))

    assert found == {each.pk for each in [*wanted, former, past]}


def test_the_mail_names_the_examples_and_where_to_claim():
    organisation = PartnerFactory(name="Samen & Co", slug="samen")
    for number in range(6):
        named(organisation, title=f"Voorbeeld {number}")

    invite_organisation(organisation=organisation, email="info@samen.nl", today=TODAY)

    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("info@samen.nl", "Samen & Co staat op Bieb Netwerk")
    assert [text in mail.body for text in ("Samen & Co", "Voorbeeld 4", "- en meer", "/partners/samen/van-mij/")] == [
        True
    ] * 4
    assert [text in mail.html for text in ("Samen &amp; Co", "Voorbeeld 4", "/partners/samen/van-mij/")] == [True] * 3
    assert "Voorbeeld 5" not in mail.body + mail.html


def test_nobody_is_invited_twice_within_half_a_year():
    organisation = partner()
    invite_organisation(organisation=organisation, email="info@samen.nl", today=TODAY)

    with pytest.raises(InvitationRefusedError, match="Uitgenodigd op 29 november 2026"):
        invite_organisation(organisation=organisation, email="anders@samen.nl", today=TODAY + timedelta(days=179))
    invite_organisation(organisation=organisation, email="info@samen.nl", today=TODAY + timedelta(days=180))

    assert OutgoingMail.objects.count() == 2


def test_the_page_asks_for_an_address_and_sends_once():
    province = ProvinceFactory()
    organisation = partner(province=province)
    client = client_of(province_curator(province))
    form = f"/beheer/partners/partner/{organisation.pk}/change/"
    assert page(organisation) in client.get(form).content.decode()

    wrong = {text: client.post(page(organisation), {"email": text}) for text in ("", "geen adres")}
    assert OutgoingMail.objects.count() == 0
    assert ["Vul een e-mailadres in" in each.content.decode() for each in wrong.values()] == [True, True]

    for _ in range(2):
        client.post(page(organisation), {"email": "info@samen.nl"})
    assert [mail.to for mail in OutgoingMail.objects.all()] == ["info@samen.nl"]
    shown = client.get(form).content.decode()
    assert ("Uitgenodigd op" in shown, page(organisation) in shown) == (True, False)
    assert Partner.objects.get().invited_on == timezone.localdate()


def test_one_press_in_the_form_mails_the_address_that_the_site_shows():
    organisation = partner()
    client = client_of(national_curator())
    form = f"/beheer/partners/partner/{organisation.pk}/change/"
    assert "Nodig uit</button>" not in " ".join(client.get(form).content.decode().split())

    ContactPersonFactory(organisation=organisation, **PUBLIC)
    assert 'value="info@samen.nl"' in client.get(page(organisation)).content.decode()
    assert "Nodig uit" in client.get(form).content.decode()


def test_only_who_keeps_it_invites():
    mine, other = ProvinceFactory(), ProvinceFactory()
    organisation = partner(province=mine)
    allowed = {"theirs": province_curator(mine), "national": national_curator()}
    refused = {"elsewhere": province_curator(other), "member": library_member()}

    codes = {name: client_of(user).get(page(organisation)).status_code for name, user in {**allowed, **refused}.items()}
    client_of(refused["elsewhere"]).post(page(organisation), {"email": "info@samen.nl"})

    assert {name: codes[name] for name in allowed} == dict.fromkeys(allowed, 200)
    assert {name for name in refused if codes[name] == 200} == set()
    assert OutgoingMail.objects.count() == 0


def test_the_list_shows_who_can_be_invited():
    partner(name="Stichting Samen")
    PartnerFactory(name="Los")

    listed = client_of(national_curator()).get("/beheer/partners/partner/?uitnodigen=ja").content.decode()

    assert ("Stichting Samen" in listed, ">Los<" in listed) == (True, False)
