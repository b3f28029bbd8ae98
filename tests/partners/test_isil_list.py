"""The list of ISIL codes goes through the real import; the file is made up by us."""

from pathlib import Path

import pytest

from partners.models import Library
from tests.factories import LibraryFactory
from tests.opportunities.imports import refused
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import page, press, upload

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
FILE = Path(__file__).parent / "tables" / "isil_voorbeeld.csv"


def test_a_library_is_recognised_by_its_name_and_gets_its_code(client):
    client.force_login(national_curator())
    LibraryFactory(slug="bibliotheek-voorbeeldstad", name="Bibliotheek Voorbeeldstad")

    run = upload(client, FILE.read_bytes(), model="partners.library", name=FILE.name)
    told = page(client, run)
    press(client, run, "bevestigen")

    assert (run.layout, run.counts) == ("isil", {"veranderd": 1, "nieuw": 1})
    assert "1 bibliotheek is herkend aan haar naam" in told
    assert dict(Library.objects.values_list("slug", "isil")) == {
        "bibliotheek-voorbeeldstad": "NL-0899010000",
        "openbare-bibliotheek-testdam": "NL-0899020000",
    }


def test_a_row_without_a_name_is_no_library_of_its_place(client):
    client.force_login(national_curator())
    LibraryFactory(slug="bibliotheek-voorbeeldstad", name="Bibliotheek Voorbeeldstad")
    content = "ISIL-code;Naam bibliotheek;Vestigingsplaats;Opmerking\nNL-0899010000;;Voorbeeldstad;\n"

    run = upload(client, content.encode(), model="partners.library", name=FILE.name)

    assert run.counts == {"geweigerd": 1}
    assert [column for _, column, _ in refused(run)] == ["naam"]
