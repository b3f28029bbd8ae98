"""What is archived leaves the site and is not lost; only within one's own province."""

import pytest

from history.timeline import timeline
from initiatives.models import Document
from partners.models import Agreement, Library, Network, Partner
from tests.evidence_factories import DocumentFactory
from tests.factories import (
    AgreementFactory,
    InitiativeFactory,
    LibraryFactory,
    NetworkFactory,
    PartnerFactory,
    ProvinceFactory,
)
from tests.role_factories import national_curator, province_curator
from tests.sitemap import whole_sitemap

pytestmark = pytest.mark.django_db
KINDS = {
    "partners/library": (Library, LibraryFactory),
    "partners/partner": (Partner, PartnerFactory),
    "partners/network": (Network, NetworkFactory),
    "partners/agreement": (Agreement, AgreementFactory),
    "initiatives/document": (Document, DocumentFactory),
}
WITH_PAGE = ["partners/library", "partners/partner", "partners/network"]


def act(client, kind, action, *things):
    return client.post(f"/beheer/{kind}/", {"action": action, "_selected_action": [thing.pk for thing in things]})


def test_archiving_and_taking_back(client):
    client.force_login(national_curator())
    wrong = []

    for kind, (model, factory) in KINDS.items():
        chosen, other = factory(), factory()
        act(client, kind, "archive", chosen)
        archived = list(model.objects.published())
        act(client, kind, "unarchive", chosen)
        if (archived, set(model.objects.published())) != ([other], {chosen, other}):
            wrong.append((kind, archived))

    assert wrong == []


def test_archiving_is_in_the_history(client):
    client.force_login(national_curator(name="Carla"))
    things = {kind: factory() for kind, (_, factory) in KINDS.items()}
    for kind, thing in things.items():
        act(client, kind, "archive", thing)

    changes = {
        kind: [(entry.who, change.what) for entry in timeline(thing) for change in entry.changes]
        for kind, thing in things.items()
    }

    assert [kind for kind, told in changes.items() if ("Carla", "gearchiveerd op") not in told] == []


def test_what_is_archived_has_no_page_and_stands_in_no_list(client):
    def seen(address):
        overview = client.get(address.rsplit("/", 2)[0] + "/").content.decode()
        sitemap = whole_sitemap(client)
        return client.get(address).status_code, "Weg van de site" in overview, address in sitemap

    for kind in WITH_PAGE:
        thing = KINDS[kind][1](name="Weg van de site")
        before = seen(thing.get_absolute_url())
        client.force_login(national_curator())
        act(client, kind, "archive", thing)
        client.logout()

        assert (kind, before, seen(thing.get_absolute_url())) == (kind, (200, True, True), (404, False, False))


def test_an_example_does_not_lead_to_an_archived_partner(client):
    partner = PartnerFactory(archived_on="2026-01-01")
    initiative = InitiativeFactory(partners=[partner])

    page = client.get(initiative.get_absolute_url()).content.decode()

    assert partner.name in page
    assert f'href="{partner.get_absolute_url()}"' not in page


def test_a_companion_that_is_archived_is_not_offered(client):
    archived, partner = PartnerFactory(archived_on="2026-01-01"), PartnerFactory()
    InitiativeFactory(partners=[archived, partner])

    page = client.get(partner.get_absolute_url()).content.decode()

    assert f'href="{archived.get_absolute_url()}"' not in page


def test_an_archived_document_is_not_downloaded(client):
    document = DocumentFactory(archived_on="2026-01-01", file="documenten/x.pdf")

    assert client.get(f"/documenten/{document.slug}/").status_code == 404


def test_one_thing_of_another_province_and_nothing_is_archived(client):
    here, there = LibraryFactory(province=ProvinceFactory()), LibraryFactory(province=ProvinceFactory())
    client.force_login(province_curator(here.province))

    response = act(client, "partners/library", "archive", here, there)

    assert response.status_code == 403
    assert Library.objects.published().count() == 2


def test_an_example_that_is_not_published_is_nowhere(client):
    library = LibraryFactory()
    initiatives = [
        InitiativeFactory(title="Weg van de site", slug=f"weg-{state}", publication_state=state, partners=[library])
        for state in ("concept", "ingezonden", "gearchiveerd")
    ]
    overviews = ["/praktijkvoorbeelden/", "/praktijkvoorbeelden/kaart/", "/praktijkvoorbeelden/csv/"]
    pages = ["/", *overviews, "/sitemap-praktijkvoorbeeld.xml"]

    shown = [client.get(page) for page in [*pages, library.get_absolute_url()]]
    bodies = [getattr(page, "content", b"") or b"".join(page.streaming_content) for page in shown]

    assert [b"Weg van de site" in body or b"weg-" in body for body in bodies] == [False] * 6
    assert [client.get(each.get_absolute_url()).status_code for each in initiatives] == [404] * 3
