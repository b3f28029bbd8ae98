"""What exists, and that somebody looked, brought in as a table: made, changed, refused; a file publishes nothing."""

import pytest

from opportunities.models import Service, SupplyCheck
from tests.factories import (
    InitiativeFactory,
    PartnerFactory,
    ProvinceFactory,
    SourceFactory,
    TargetGroupFactory,
)
from tests.opportunities.imports import UNKNOWN_PLACE, bring, good_and, refused, told, utrecht_for_a_curator
from tests.opportunity_factories import ServiceFactory
from tests.role_factories import province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
SERVICES = "gemeente;naam;omschrijving;themas;publicatie\n"
CHECKS = "gemeente;thema;bekeken_op;bron;toelichting\n"


@pytest.fixture(autouse=True)
def utrecht(client):
    return utrecht_for_a_curator(client)


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


def test_a_service_of_which_the_file_does_not_say_where_it_stands_is_judged_first(client):
    runs = [
        bring(client, "service", "gemeente;naam;themas\nGM0344;Taalhuis;taal\n"),
        bring(client, "service", "gemeente;naam;themas;publicatie\nGM0344;Leeskring;taal;\n"),
    ]

    assert [refused(run) for run in runs] == [[], []]
    assert list(Service.objects.values_list("publication_state", flat=True)) == ["ingezonden", "ingezonden"]


def test_a_service_is_about_something(client):
    runs = [
        bring(client, "service", f"{header}\nGM0344;Taalhuis;\n")
        for header in ("gemeente;naam;themas", "gemeente;naam")
    ]

    assert [refused(run) for run in runs] == [[(2, "themas", "Noem minstens één thema.")]] * 2


def test_a_file_never_publishes_a_service(client, utrecht):
    for state in ("ingezonden", "gearchiveerd"):
        ServiceFactory(municipality=utrecht, name=state, publication_state=state)

    rows = [f"GM0344;{name};Nieuw;taal;gepubliceerd" for name in ("nieuw", "ingezonden", "gearchiveerd")]
    run = bring(client, "service", SERVICES + "\n".join(rows))

    reason = "Publiceren doe je na het importeren, op de site."
    assert refused(run) == [(line, "publicatie", reason) for line in (2, 3, 4)]
    assert Service.objects.published().count() == 0


def test_what_is_published_can_be_changed_and_stays_published(client, utrecht):
    for name in ("Taalhuis", "Leeskring"):
        ServiceFactory(municipality=utrecht, name=name, description="Oud")

    bring(client, "service", f"{SERVICES}GM0344;Taalhuis;Nieuw;taal;gepubliceerd\n")
    bring(client, "service", "gemeente;naam;omschrijving\nGM0344;Leeskring;Nieuw\n")

    assert list(Service.objects.values_list("description", "publication_state")) == [("Nieuw", "gepubliceerd")] * 2


def test_the_same_services_again_are_unchanged_whatever_a_curator_decided(client):
    text = f"{SERVICES}GM0344;Taalhuis;Goed;taal;\n"
    bring(client, "service", text)

    for state in ("ingezonden", "gepubliceerd"):
        Service.objects.update(publication_state=state)
        assert bring(client, "service", text).counts == {"gelijk": 1}
        assert Service.objects.get().publication_state == state


def test_a_service_that_cannot_be_is_refused(client):
    states = "kies uit: onbevestigd, ingezonden, gepubliceerd, gearchiveerd."
    wrong = [
        ("GM9999;Leeskring;;taal;", "gemeente", UNKNOWN_PLACE),
        ("GM0344;Leeskring;;fietsen;", "themas", "‘fietsen’ bestaat niet als thema."),
        ("GM0344;Leeskring;;taal;op de site", "publicatie", f"‘op de site’ kan hier niet; {states}"),
        ("GM0344;Taalhuis;;taal;", "", "Deze rij staat al eerder in het bestand."),
    ]

    run = bring(client, "service", SERVICES + good_and("GM0344;Taalhuis;;taal;ingezonden", wrong))

    assert refused(run) == told(wrong)
    assert Service.objects.count() == 0


# --- what somebody looked for -----------------------------------------------------------------------------
def test_a_check_is_made_and_then_changed(client, utrecht):
    SourceFactory(slug="kaart")
    bring(client, "supplycheck", f"{CHECKS}GM0344;taal;2025-01-01;kaart;\n")

    run = bring(client, "supplycheck", f"{CHECKS}GM0344;taal;2026-01-01;kaart;Opnieuw\n")

    assert run.counts == {"veranderd": 1}
    assert [(str(each.checked_on), each.note) for each in SupplyCheck.objects.all()] == [("2026-01-01", "Opnieuw")]


def test_a_check_that_cannot_be_is_refused(client):
    SourceFactory(slug="kaart")
    wrong = [
        ("GM9999;taal;2026-01-01;kaart;", "gemeente", UNKNOWN_PLACE),
        ("GM0344;taal;gisteren;kaart;", "bekeken_op", "‘gisteren’ is geen datum zoals 2014-06-19."),
        ("GM0344;taal;2026-01-01;niets;", "bron", "‘niets’ bestaat niet als bron."),
        ("GM0344;zorg;2026-02-01;kaart;", "", "Deze rij staat al eerder in het bestand."),
    ]

    run = bring(client, "supplycheck", CHECKS + good_and("GM0344;zorg;2026-01-01;kaart;", wrong))

    assert refused(run) == told(wrong)
    assert SupplyCheck.objects.count() == 0


def test_what_is_of_another_province_is_refused(client, utrecht):
    SourceFactory(slug="kaart")
    client.force_login(province_curator(ProvinceFactory()))

    runs = [
        bring(client, "service", f"{SERVICES}GM0344;Taalhuis;;taal;ingezonden\n"),
        bring(client, "supplycheck", f"{CHECKS}GM0344;taal;2026-01-01;kaart;\n"),
    ]

    reason = "Dit hoort niet bij een provincie waar jij curator van bent."
    assert [refused(run) for run in runs] == [[(2, "gemeente", reason)], [(2, "gemeente", reason)]]
    assert [run.state for run in runs] == ["gecontroleerd", "gecontroleerd"]
