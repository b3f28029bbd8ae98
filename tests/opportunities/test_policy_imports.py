"""Documents of policy and their passages, brought in as a table: made, changed, refused."""

import pytest

from opportunities.models import Passage, PolicyDocument
from tests.factories import ProvinceFactory
from tests.opportunities.imports import UNKNOWN_PLACE, bring, good_and, refused, told, utrecht_for_a_curator
from tests.opportunity_factories import PolicyDocumentFactory
from tests.role_factories import province_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
DOCUMENTS = "slug;gemeente;soort;titel;partij;van;tot_en_met;webadres;gelezen_op\n"
PASSAGES = "beleidsstuk;thema;in_eigen_woorden;citaat;bladzijde;gewicht\n"


@pytest.fixture(autouse=True)
def utrecht(client):
    return utrecht_for_a_curator(client)


def test_a_document_is_made_and_then_changed(client, utrecht):
    bring(
        client, "policydocument", f"{DOCUMENTS}a;GM0344;beleidsnota;Oud;;2026;2030;https://voorbeeld.nl/;2026-03-01\n"
    )
    PolicyDocument.objects.update(text="Om te lezen.")

    run = bring(client, "policydocument", f"{DOCUMENTS}a;GM0344;verkiezingsprogramma;Nieuw;Partij;2027;;;\n")

    assert run.counts == {"veranderd": 1}
    fields = ("slug", "municipality", "kind", "title", "party", "from_year", "until_year", "url", "read_on", "text")
    assert list(PolicyDocument.objects.values_list(*fields)) == [
        ("a", utrecht.pk, "verkiezingsprogramma", "Nieuw", "Partij", 2027, None, "", None, "Om te lezen.")
    ]


def test_a_document_that_cannot_be_is_refused(client):
    kinds = "kies uit: coalitieakkoord, verkiezingsprogramma, beleidsnota, begroting."
    years = "Jaren liggen tussen 1990 en 2100, en het laatste niet voor het eerste."
    party = "Een verkiezingsprogramma, en niets anders, is van een partij."
    wrong = [
        ("b;GM9999;beleidsnota;T;;2026;;;", "gemeente", UNKNOWN_PLACE),
        ("c;GM0344;brief;T;;2026;;;", "soort", f"‘brief’ kan hier niet; {kinds}"),
        ("d;GM0344;beleidsnota;T;;twee;;;", "van", "‘twee’ is geen heel getal."),
        ("e;GM0344;beleidsnota;T;;2026;;;31-2-2026", "gelezen_op", "‘31-2-2026’ is geen datum zoals 2014-06-19."),
        ("f;GM0344;beleidsnota;T;Partij;2026;;;", "partij", party),
        ("g;GM0344;verkiezingsprogramma;T;;2026;;;", "partij", party),
        ("h;GM0344;beleidsnota;T;;2026;2025;;", "tot_en_met", years),
    ]

    run = bring(client, "policydocument", DOCUMENTS + good_and("a;GM0344;beleidsnota;Goed;;2026;;;", wrong))

    assert refused(run) == told(wrong)
    assert PolicyDocument.objects.count() == 0


def test_a_document_of_which_something_is_missing_is_refused(client):
    rows = [
        "b;;beleidsnota;T;;2026;;;",
        "c;GM0344;;T;;2026;;;",
        "d;GM0344;beleidsnota;T;;;;;",
        "e;GM0344;beleidsnota;T;;2026;;javascript:alert(1);",
    ]

    run = bring(client, "policydocument", DOCUMENTS + "\n".join(rows))

    assert [line for line, *_ in refused(run)] == [2, 3, 4, 5]


# --- passages --------------------------------------------------------------------------------------------
def test_a_passage_is_made_and_then_changed(client):
    PolicyDocumentFactory(slug="a")
    bring(client, "passage", f"{PASSAGES}a;taal;Lezen is goed.;;3;genoemd\n")

    run = bring(client, "passage", f"{PASSAGES}a;taal;Lezen is goed.;;4;speerpunt\na;zorg;Lezen is goed.;;;genoemd\n")

    assert run.counts == {"veranderd": 1, "nieuw": 1}
    assert list(Passage.objects.order_by("theme__slug").values_list("theme__slug", "told", "page", "weight")) == [
        ("taal", "Lezen is goed.", 4, "speerpunt"),
        ("zorg", "Lezen is goed.", None, "genoemd"),
    ]


def test_a_passage_that_cannot_be_is_refused(client):
    PolicyDocumentFactory(slug="a")
    first_person = "Vertel na wat er gezegd is, zonder ‘Wij’. Bijvoorbeeld: volgens haar helpt de bibliotheek."
    long_quote = "Tussen aanhalingstekens staan hooguit 5 woorden. Vertel de rest na."
    wrong = [
        ("a;taal;Wij lezen.;;;genoemd", "in_eigen_woorden", first_person),
        ("a;taal;Er staat ‘een twee drie vier vijf zes’.;;;genoemd", "in_eigen_woorden", long_quote),
        ("b;taal;Citaat;;;genoemd", "beleidsstuk", "‘b’ bestaat niet als beleidsstuk."),
        ("a;fietsen;Citaat;;;genoemd", "thema", "‘fietsen’ bestaat niet als thema."),
        ("a;taal;Citaat;;drie;genoemd", "bladzijde", "‘drie’ is geen heel getal."),
        ("a;taal;Citaat;;;zwaar", "gewicht", "‘zwaar’ kan hier niet; kies uit: genoemd, speerpunt."),
        ("a;zorg;Goed.;;;genoemd", "", "Deze rij staat al eerder in het bestand."),
    ]

    run = bring(client, "passage", PASSAGES + good_and("a;zorg;Goed.;;;genoemd", wrong))

    assert refused(run) == told(wrong)
    assert Passage.objects.count() == 0


def test_a_passage_that_does_not_fit_is_refused(client):
    PolicyDocumentFactory(slug="a")
    rows = [f"a;taal;{'x' * 401};;;genoemd", "a;taal;;;;genoemd", "a;taal;Citaat;;-1;genoemd"]

    run = bring(client, "passage", PASSAGES + "\n".join(rows))

    assert [line for line, *_ in refused(run)] == [2, 3, 4]


def test_a_passage_without_a_column_of_weight_is_a_mention(client):
    PolicyDocumentFactory(slug="a")

    bring(client, "passage", "beleidsstuk;thema;in_eigen_woorden;citaat\na;taal;Goed.;\n")

    assert Passage.objects.get().weight == "genoemd"


def test_what_is_of_another_province_is_refused(client, utrecht):
    PolicyDocumentFactory(slug="elders", municipality=utrecht)
    client.force_login(province_curator(ProvinceFactory()))

    runs = [
        bring(client, "policydocument", f"{DOCUMENTS}a;GM0344;beleidsnota;T;;2026;;;\n"),
        bring(client, "passage", f"{PASSAGES}elders;taal;Goed.;;;genoemd\n"),
    ]

    reason = "Dit hoort niet bij een provincie waar jij curator van bent."
    assert [refused(run) for run in runs] == [[(2, "gemeente", reason)], [(2, "beleidsstuk", reason)]]
    assert [run.state for run in runs] == ["gecontroleerd", "gecontroleerd"]
