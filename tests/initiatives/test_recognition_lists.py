"""Lists of recognitions go through the real import; the file is made up by us."""

from pathlib import Path

import pytest

from initiatives.models import Recognition
from tests.factories import InitiativeFactory, PartnerFactory
from tests.opportunities.imports import refused
from tests.role_factories import national_curator
from tests.spreadsheets.import_runs import press, upload

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
FILE = Path(__file__).parent / "tables" / "erkenningen_voorbeeld.csv"


def test_recognitions_are_matched_by_name_and_what_is_unknown_is_refused_by_name(client):
    client.force_login(national_curator())
    InitiativeFactory(slug="training", title="Een nagemaakte training")
    for name in ("Movisie", "RIVM"):
        PartnerFactory(slug=name.lower(), name=name)

    run = upload(client, FILE.read_bytes(), model="initiatives.recognition", name=FILE.name, only_good="on")
    press(client, run, "bevestigen")

    assert (run.layout, run.counts) == ("erkenningen", {"nieuw": 2, "geweigerd": 1})
    assert refused(run) == [(5, "praktijkvoorbeeld", "‘Wat wij niet kennen’ bestaat niet als praktijkvoorbeeld.")]
    fields = ("initiative__slug", "body__slug", "level", "awarded_on__year", "url")
    assert sorted(Recognition.objects.values_list(*fields)) == [
        ("training", "movisie", "Goed onderbouwd", 2026, "https://voorbeeld.nl/movisie/1"),
        ("training", "rivm", "Goed beschreven", 2026, "https://voorbeeld.nl/rivm/1"),
    ]
