"""On the page of one row stands what its list can do with it."""

import pytest
from django.contrib import admin
from django.urls import reverse
from lxml.html import document_fromstring

from curation.models import CheckedLink
from curation.row_actions import RowActions
from partners.models import Claim
from polls.models import Vote
from reactions.models import Reaction
from tests.factories import InitiativeFactory, LibraryFactory, ProvinceFactory
from tests.poll_factories import VoteFactory
from tests.reaction_factories import ReactionFactory
from tests.role_factories import ClaimFactory, national_curator, province_curator

pytestmark = pytest.mark.django_db
MAKERS = {
    CheckedLink: lambda: CheckedLink.objects.create(url="https://voorbeeld.nl/"),
    Claim: lambda: ClaimFactory(organisation=LibraryFactory()),
    Reaction: lambda: ReactionFactory(initiative=InitiativeFactory(), state="wacht"),
    Vote: lambda: VoteFactory(motive="Daarom", motive_state="wacht"),
}


def page_of(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def buttons_of(client, row):
    """{words: (where its form goes, what it sends)} of the buttons under the row."""
    page = document_fromstring(client.get(page_of(row)).content)
    buttons = {}
    for form in page.forms:
        sent = dict(form.form_values())
        for button in form.xpath(".//button[@name='action']"):
            buttons[button.text.strip()] = (form.action, sent | {"action": button.get("value")})
    return buttons


def press(client, row, words):
    address, sent = buttons_of(client, row)[words]
    return client.post(address, sent, follow=True)


def test_what_a_list_can_do_stands_on_the_page_of_a_row(client):
    client.force_login(national_curator())

    missing = {}
    for model, listed in admin.site._registry.items():
        if isinstance(listed, RowActions) and listed.actions:
            shown = set(buttons_of(client, MAKERS[model]()))
            words = {getattr(listed, name).short_description for name in listed.actions}
            missing[model] = words - shown

    assert missing == {model: set() for model in MAKERS}


def test_a_button_does_what_it_says(client):
    client.force_login(national_curator())
    placed, refused, claim = MAKERS[Reaction](), MAKERS[Reaction](), MAKERS[Claim]()

    page = press(client, placed, "Zet op de site")
    press(client, refused, "Zet niet op de site, of haal ervan af")
    press(client, claim, "Wijs af")

    assert "Besloten: 1." in page.content.decode()
    assert Reaction.objects.get(pk=placed.pk).state == "geplaatst"
    assert Reaction.objects.get(pk=refused.pk).state == "niet-geplaatst"
    assert Claim.objects.get(pk=claim.pk).state == "afgewezen"


def test_somebody_of_another_province_sees_no_button_and_decides_nothing(client):
    claim = ClaimFactory(organisation=LibraryFactory(province=ProvinceFactory()))
    client.force_login(national_curator())
    address, sent = buttons_of(client, claim)["Ken toe: deze persoon werkt daar"]
    client.force_login(province_curator(ProvinceFactory()))

    assert client.get(page_of(claim)).status_code == 404
    assert client.post(address, sent).status_code == 403
    assert Claim.objects.get(pk=claim.pk).state == "wacht"
