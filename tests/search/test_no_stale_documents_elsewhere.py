"""The same for what is changed outside the curators' forms: imports, merging, history, members, mails, commands."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from history.timeline import timeline
from initiatives.freshness import confirm_token
from initiatives.merging import merge_initiatives
from initiatives.models import Initiative
from search.models import SearchDocument
from search.tasks import write_documents_regularly
from tests.documents import write_documents
from tests.evidence_factories import DocumentFactory
from tests.factories import FigureFactory, LibraryFactory
from tests.review_factories import NOW, ChangeProposalFactory, led_by, publishable
from tests.role_factories import library_member
from tests.search.test_no_stale_documents import INITIATIVE, curator, initiative, titles
from tests.spreadsheets.import_runs import bring_in, press

__all__ = ["curator", "initiative"]  # fixtures
pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def a_minute_passes():
    """What the worker does every minute, also for what its other tasks changed."""
    write_documents_regularly(timestamp=0)


def test_an_import_and_its_undoing(client, curator, initiative):
    run = bring_in(client, "slug;titel\neerst;Later\n", model=INITIATIVE)
    a_minute_passes()
    imported = titles()

    press(client, run, "terugdraaien")
    a_minute_passes()

    assert (imported, run.state, titles()) == (["Later"], "teruggedraaid", ["Eerst"])


def test_a_large_import(client, curator):
    lines = "".join(f"p{number};P {number};bedrijf;lokaal\n" for number in range(250))

    bring_in(client, f"slug;naam;soort;niveau\n{lines}", model="partners.partner")
    a_minute_passes()

    assert titles() == []
    assert SearchDocument.objects.listed().filter(kind="partner").count() == 250


def test_merging(client, curator, initiative):
    other, paper = publishable(title="Dubbel"), DocumentFactory(title="Folder")
    paper.initiatives.set([other])
    FigureFactory(initiative=other, label="Bezoekers")
    write_documents()

    merge_initiatives(kept=initiative, gone=other, user=curator, now=NOW)
    write_documents()

    assert titles() == ["Eerst"]


@pytest.mark.django_db(transaction=True)  # versions of one transaction are one moment
def test_bringing_a_version_back(client, curator, initiative):
    version = timeline(initiative)[0].version
    Initiative.objects.update(title="Later")
    write_documents()
    before = titles()

    client.post(reverse("admin:initiatives_initiative_restore", args=[initiative.pk]), {"versie": version})

    assert (before, titles()) == (["Later"], ["Eerst"])


def test_what_a_member_proposes_is_found_once_it_is_taken_over(client, curator, initiative):
    values = {"title": {"old": "Eerst", "new": "Voorgesteld"}}
    proposal = ChangeProposalFactory(initiative=initiative, values=values)
    write_documents()
    before = titles()

    client.post(reverse("admin:proposal_decide", args=[proposal.pk]), {"field": ["title"]})

    assert (before, titles()) == (["Eerst"], ["Voorgesteld"])


def test_what_a_member_writes_is_not_found(client, initiative):
    client.force_login(library_member(initiative.leads[0]))
    themes, places = (list(each.values_list("pk", flat=True)) for each in (initiative.themes, initiative.places))

    client.post(
        f"/mijn/voorbeelden/{initiative.slug}/",
        {"title": "Voorstel", "summary": "S", "themes": themes, "places": places},
    )

    assert titles() == ["Eerst"]


def test_the_link_in_a_mail(client):
    initiative = led_by(LibraryFactory(), title="Leesclub", next_check_on=date(2026, 1, 1))
    write_documents()
    before = SearchDocument.objects.get(kind="praktijkvoorbeeld").quality

    token = confirm_token(initiative, initiative.leads[0].pk)
    client.post(reverse("initiatives:initiative_confirm", args=[token]))

    assert titles() == ["Leesclub"]
    assert SearchDocument.objects.get(kind="praktijkvoorbeeld").quality >= before + 100


def test_the_command_that_loads_content(settings, tmp_path, initiative):
    settings.DATA_DIR = tmp_path
    (tmp_path / "praktijkvoorbeelden.csv").write_text("slug,titel,samenvatting\neerst,Later,S\n", encoding="utf-8")

    call_command("load_content", stdout=StringIO())
    write_documents()

    assert titles() == ["Later"]
