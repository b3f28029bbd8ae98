"""What exists, and that somebody looked, brought in as a table: made, changed, refused; a file publishes nothing."""

import pytest

from opportunities.models import Service, SupplyCheck
from tests.factories import (
    InitiativeFactory,
    MunicipalityFactory,
    PartnerFactory,
    ProvinceFactory,
    SourceFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.opportunities.imports import refused
from tests.opportunity_factories import ServiceFactory
from tests.role_factories import national_curator, province_curator
from tests.spreadsheets.import_runs import bring_in

pytestmark = pytest.mark.django_db
SERVICES = "gemeente;naam;omschrijving;themas;publicatie\n"
CHECKS = "gemeente;thema;bekeken_op;bron;toelichting\n"
UNKNOWN_PLACE = "‘GM9999’ bestaat niet als gemeente."


@pytest.fixture(autouse=True)
def utrecht(client):
    """A municipality, two themes, and a national curator who is logged in."""
    client.force_login(national_curator())
    for slug in ("taal", "zorg"):
        ThemeFactory(slug=slug)
    return MunicipalityFactory(cbs_code="GM0344", name="Utrecht")


def bring(client, kind, text, **fields):
    return bring_in(client, text, model=f"opportunities.{kind}", **fields)


def test_a_service_is_taken_with_everything_that_is_known_of_it(client, utrecht):
    PartnerFactory(slug="welzijn")
    TargetGroupFactory(slug="ouderen")
    InitiativeFactory(slug="voorbeeld")
    SourceFactory(slug="verslag")
    header = "gemeente;naam;themas;wie;doelgroepen;overgenomen_van;bronnen;betaald_door;tevredenheid;tevredenheid_bron"

    bring(
        client,
        "service",
        f"{header};publicatie\nGM0344;Taalhuis;taal | zorg;welzijn;ouderen;voorbeeld;verslag;gemeente;Een 8;2025;\n",
    )

    service = Service.objects.get()
    assert (service.municipality, service.provider.slug, service.example.slug) == (utrecht, "welzijn", "voorbeeld")
    assert (service.paid_by, service.satisfaction, service.publication_state) == ("gemeente", "Een 8", "ingezonden")
    assert sorted(service.themes.values_list("slug", flat=True)) == ["taal", "zorg"]
    assert [service.target_groups.get().slug, service.sources.get().slug] == ["ouderen", "verslag"]


@pytest.mark.parametrize("header", ["gemeente;naam;themas", "gemeente;naam;themas;publicatie"])
def test_a_service_of_which_the_file_does_not_say_where_it_stands_is_judged_first(client, header):
    run = bring(client, "service", f"{header}\nGM0344;Taalhuis;taal\n")

    assert refused(run) == []
    assert Service.objects.get().publication_state == "ingezonden"


@pytest.mark.parametrize("columns", ["gemeente;naam", "gemeente;naam;themas"])
def test_a_service_is_about_something(client, columns):
    run = bring(client, "service", f"{columns}\nGM0344;Taalhuis;\n")

    assert refused(run) == [(2, "themas", "Noem minstens één thema.")]


@pytest.mark.parametrize("state", ["", "ingezonden", "gearchiveerd"])
def test_a_file_never_publishes_a_service(client, utrecht, state):
    if state:
        ServiceFactory(municipality=utrecht, name="Taalhuis", publication_state=state)

    run = bring(client, "service", f"{SERVICES}GM0344;Taalhuis;Nieuw;taal;gepubliceerd\n")

    assert refused(run) == [(2, "publicatie", "Publiceren doe je na het importeren, op de site.")]
    assert Service.objects.published().count() == 0


@pytest.mark.parametrize("header", [SERVICES, "gemeente;naam;omschrijving\n"])
def test_what_is_published_can_be_changed_and_stays_published(client, utrecht, header):
    ServiceFactory(municipality=utrecht, name="Taalhuis", description="Oud")

    bring(client, "service", f"{header}GM0344;Taalhuis;Nieuw{';taal;gepubliceerd' if header == SERVICES else ''}\n")

    assert list(Service.objects.values_list("description", "publication_state")) == [("Nieuw", "gepubliceerd")]


@pytest.mark.parametrize("state", ["ingezonden", "gepubliceerd"])
def test_the_same_services_again_are_unchanged_whatever_a_curator_decided(client, state):
    bring(client, "service", f"{SERVICES}GM0344;Taalhuis;Goed;taal;\n")
    Service.objects.update(publication_state=state)

    run = bring(client, "service", f"{SERVICES}GM0344;Taalhuis;Goed;taal;\n")

    assert run.counts == {"gelijk": 1}
    assert Service.objects.get().publication_state == state


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ("GM9999;Leeskring;;taal;", "gemeente", UNKNOWN_PLACE),
        ("GM0344;Leeskring;;fietsen;", "themas", "‘fietsen’ bestaat niet als thema."),
        (
            "GM0344;Leeskring;;taal;op de site",
            "publicatie",
            "‘op de site’ kan hier niet; kies uit: ingezonden, gepubliceerd, gearchiveerd.",
        ),
        ("GM0344;Taalhuis;;taal;", "", "Deze rij staat al eerder in het bestand."),
    ],
)
def test_a_service_that_cannot_be_is_refused(client, cells, column, reason):
    run = bring(client, "service", f"{SERVICES}GM0344;Taalhuis;;taal;ingezonden\n{cells}\n")

    assert refused(run) == [(3, column, reason)]
    assert Service.objects.count() == 0


# --- what somebody looked for -----------------------------------------------------------------------------
def test_a_check_is_made_and_then_changed(client, utrecht):
    SourceFactory(slug="kaart")
    bring(client, "supplycheck", f"{CHECKS}GM0344;taal;2025-01-01;kaart;\n")

    run = bring(client, "supplycheck", f"{CHECKS}GM0344;taal;2026-01-01;kaart;Opnieuw\n")

    assert run.counts == {"veranderd": 1}
    assert [(str(each.checked_on), each.note) for each in SupplyCheck.objects.all()] == [("2026-01-01", "Opnieuw")]


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ("GM9999;taal;2026-01-01;kaart;", "gemeente", UNKNOWN_PLACE),
        ("GM0344;taal;gisteren;kaart;", "bekeken_op", "‘gisteren’ is geen datum zoals 2014-06-19."),
        ("GM0344;taal;2026-01-01;niets;", "bron", "‘niets’ bestaat niet als bron."),
        ("GM0344;zorg;2026-02-01;kaart;", "", "Deze rij staat al eerder in het bestand."),
    ],
)
def test_a_check_that_cannot_be_is_refused(client, cells, column, reason):
    SourceFactory(slug="kaart")

    run = bring(client, "supplycheck", f"{CHECKS}GM0344;zorg;2026-01-01;kaart;\n{cells}\n")

    assert refused(run) == [(3, column, reason)]
    assert SupplyCheck.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("service", f"{SERVICES}GM0344;Taalhuis;;taal;ingezonden\n"),
        ("supplycheck", f"{CHECKS}GM0344;taal;2026-01-01;kaart;\n"),
    ],
)
def test_what_is_of_another_province_is_refused(client, utrecht, kind, text):
    SourceFactory(slug="kaart")
    client.force_login(province_curator(ProvinceFactory()))

    run = bring(client, kind, text)

    told = "Dit hoort niet bij een provincie waar jij curator van bent."
    assert ([reason for *_, reason in refused(run)], run.state) == ([told], "gecontroleerd")
