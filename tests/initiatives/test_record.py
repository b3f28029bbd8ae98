"""The record of a practice example: every field stands in it, and what stands in it is read where it says so."""

import pytest
from django.utils import timezone

from initiatives.admin.entries import InitiativeAdmin
from initiatives.completeness import CHECKS
from initiatives.downloads import COLUMNS
from initiatives.member_forms import InitiativeForm
from initiatives.models import Initiative
from initiatives.record import RECORD, SECTIONS
from initiatives.record_field import Chapter
from initiatives.resources import InitiativeResource
from initiatives.search.initiatives import TEXTS
from opportunities.comparing_examples import initiative_lines
from tests.factories import FigureFactory, InitiativeFactory, LibraryFactory, ParticipationFactory
from tests.fields import fields_of
from tests.review_factories import publishable

OF_THE_SITE_ITSELF = {"id", "sort_key", "created_at", "updated_at", "confirmation_round", "reminded_on"}
OUTSIDE_SPREADSHEETS = {"contact", "organisations"}  # people stay out of files; roles have columns of their own
IN_SPREADSHEETS_ONLY = {"trekkers", "partners", "opdrachtgevers", "financiers", "figures"}
ROLES = {"organisations"}  # curators and members fill them in beside the form
NOT_FOR_MEMBERS = {
    "slug", "start_month", "publication_state", "confirmed_on", "confirmed_by", "next_check_on", "is_featured",
    "illustration", "contact", "sources",
}  # fmt: skip
LINKED = {"leads", "companions", "figures"}

EDITABLE = fields_of(Initiative) - OF_THE_SITE_ITSELF


def test_every_field_stands_in_the_record_once():
    names = [entry.name for entry in RECORD]

    assert set(names) == EDITABLE - ROLES | LINKED
    assert len(names) == len(set(names))


def test_every_field_has_a_section_and_a_line_in_the_admin():
    shown = []
    for _, options in InitiativeAdmin.fieldsets:
        for line in options["fields"]:
            shown += line

    assert {entry.section for entry in RECORD} == {*SECTIONS, ""}
    assert sorted(shown) == sorted(EDITABLE - ROLES)


def test_members_are_asked_for_all_but_what_curators_decide():
    assert set(InitiativeForm.Meta.fields) == EDITABLE - ROLES - NOT_FOR_MEMBERS


def test_every_field_has_a_column_in_spreadsheets():
    assert set(InitiativeResource().fields) == EDITABLE - OUTSIDE_SPREADSHEETS | IN_SPREADSHEETS_ONLY


def test_each_spreadsheet_is_read_anew():
    one, other = InitiativeResource(), InitiativeResource()

    assert one.fields["themes"].widget is not other.fields["themes"].widget


def test_what_the_record_says_of_other_places_is_there():
    assert [entry.downloaded for entry in RECORD if entry.downloaded and entry.downloaded not in COLUMNS] == []
    assert {entry.complete for entry in RECORD if entry.complete} <= {check.label for check in CHECKS}
    assert {entry.name for entry in RECORD if entry.is_searched} == set(TEXTS)


@pytest.mark.django_db
def test_a_comparison_follows_the_record():
    filled = {}
    for entry in RECORD:
        if isinstance(entry.page, Chapter):
            filled[entry.name] = f"Hier staat {entry.name}."
    initiative = publishable(**filled, year=2020, phase="lopend", cost_band="geen")
    ParticipationFactory(initiative=initiative, organisation=LibraryFactory(), role="partner")
    FigureFactory(initiative=initiative)
    loaded = Initiative.objects.for_page().get(pk=initiative.pk)

    labels = [line.label for line in initiative_lines([loaded], timezone.localdate())]

    in_order = [entry.compared for entry in RECORD if entry.compared in labels]
    told = [entry.compared for entry in RECORD if entry.name in filled and entry.compared]
    linked = ["Wat is het", "Thema’s", "Wie trekt het", "Met wie", "Waar", "Kosten", "Cijfers", "Fase", "Bronnen"]
    assert labels == ["Hoe zeker", *in_order]
    assert set(told + linked) - set(labels) == set()


@pytest.mark.django_db
def test_the_page_follows_the_record(client):
    texts = {}
    for entry in RECORD:
        if isinstance(entry.page, Chapter):
            texts[entry.name] = f"Hier staat {entry.name}."
    page = client.get(InitiativeFactory(**texts).get_absolute_url()).content.decode()

    places = [page.find(text) for text in texts.values()]
    assert -1 not in places
    assert places == sorted(places)
