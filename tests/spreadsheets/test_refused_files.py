"""Files with mistakes: each is told with file, line, column and reason, and nothing of the file is written."""

import pytest

from initiatives.models import Figure
from initiatives.resources import FigureResource
from initiatives.theme_resources import ThemeResource
from partners.models import Municipality
from partners.resources import MunicipalityResource, NetworkMemberResource, ProvinceResource
from sources.models import Source
from spreadsheets.models import LoadedFile
from tests.factories import NetworkFactory, PartnerFactory, ProvinceFactory, SourceFactory

pytestmark = pytest.mark.django_db

HEADER = "slug,titel,soort\n"
KINDS = "kies uit: artikel, reactie, dataset, wet, redactie."


def test_a_wrong_row_is_refused_with_file_line_column_and_reason(refusal):
    assert refusal(HEADER + "a,A,wet\nb,B,onzin\n") == [f"x.csv, regel 3, kolom soort: ‘onzin’ kan hier niet; {KINDS}"]


def test_nothing_of_a_file_with_a_wrong_row_is_written(refusal):
    SourceFactory(slug="oud", title="Oud")

    refusal("slug,titel,soort\noud,Anders,wet\nnieuw,Nieuw,wet\nfout,Fout,onzin\n")

    assert list(Source.objects.values_list("slug", "title")) == [("oud", "Oud")]
    assert LoadedFile.objects.count() == 0


def test_a_file_that_was_loaded_well_before_stays_remembered_as_it_was(load, refusal):
    load(HEADER + "a,A,wet\n")
    before = LoadedFile.objects.values().get()

    refusal(HEADER + "a,B,wet\nb,B,onzin\n")

    assert LoadedFile.objects.values().get() == before
    assert Source.objects.get().title == "A"


def test_all_mistakes_of_all_rows_are_told_together(refusal):
    text = "slug,titel,soort,datum\na,A,onzin,gisteren\nb,B,wet,\nc d,,wet,2014-06-19\n"

    assert sorted(refusal(text)) == [
        "x.csv, regel 2, kolom datum: ‘gisteren’ is geen datum zoals 2014-06-19.",
        f"x.csv, regel 2, kolom soort: ‘onzin’ kan hier niet; {KINDS}",
        "x.csv, regel 4, kolom slug: Gebruik hier alleen letters, cijfers en streepjes, zonder spaties.",
        "x.csv, regel 4, kolom titel: Dit veld kan niet leeg zijn",
    ]


def test_a_cell_longer_than_its_field_is_refused(refusal):
    assert refusal(f"{HEADER}a,{'x' * 301},wet\n") == [
        "x.csv, regel 2, kolom titel: Dit is te lang: 301 tekens. Het mogen er 300 zijn."
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "geen adres"])
def test_an_address_that_is_none_is_refused(refusal, address):
    assert refusal(f"slug,titel,soort,webadres\na,A,wet,{address}\n") == [
        "x.csv, regel 2, kolom webadres: Vul een webadres in, zoals https://voorbeeld.nl."
    ]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("9" * 20, "Vul hooguit 2147483647 in."),
        ("-1", "Vul minstens 0 in."),
        ("NaN", "‘NaN’ is geen heel getal."),
    ],
)
def test_a_number_that_does_not_fit_is_refused(refusal, number, reason):
    ProvinceFactory(slug="utrecht")
    text = f"code,naam,slug,provincie,inwoners,inwoners_jaar\nGM0344,Utrecht,u,utrecht,{number},2024\n"

    assert refusal(text, resource=MunicipalityResource) == [f"x.csv, regel 2, kolom inwoners: {reason}"]


def test_an_unknown_reference_is_refused(refusal):
    assert refusal("code,naam,slug,bronnen\nPV26,Utrecht,utrecht,cbs\n", resource=ProvinceResource) == [
        "x.csv, regel 2, kolom bronnen: ‘cbs’ bestaat niet als bron."
    ]


def test_a_row_that_violates_a_constraint_is_refused_in_its_words(refusal):
    SourceFactory(slug="bron")
    text = "waarde,wat,periode,soort,bron,praktijkvoorbeeld,thema,netwerk,organisatie\n50,x,2016,genoemd,bron,,,,\n"

    assert refusal(text, resource=FigureResource) == [
        "x.csv, regel 2, kolom praktijkvoorbeeld: Kies één ding waar dit over gaat: "
        "voorbeeld, thema, netwerk of organisatie."
    ]
    assert Figure.objects.count() == 0


def test_a_rule_that_looks_at_another_row_names_its_column(refusal):
    text = "slug,naam,deel_van,pictogram,waarom_hier\nh,H,,leren,\nd,D,h,leren,om\ndd,DD,d,leren,om\n"

    assert refusal(text, resource=ThemeResource) == [
        "x.csv, regel 4, kolom deel_van: Kies een hoofdthema: thema’s hebben twee lagen."
    ]


def test_a_slug_of_another_kind_of_organisation_is_refused(refusal):
    ProvinceFactory(slug="utrecht")
    PartnerFactory(slug="u")

    assert refusal("code,naam,slug,provincie\nGM0344,Utrecht,u,utrecht\n", resource=MunicipalityResource) == [
        "x.csv, regel 2, kolom slug: Deze waarde van ‘kenmerk’ is al in gebruik, op de site of eerder in dit bestand."
    ]


def test_a_new_key_that_stands_in_a_file_twice_is_refused(refusal):
    assert refusal(HEADER + "a,A,wet\na,B,wet\n") == ["x.csv, regel 3: Deze rij staat al eerder in het bestand."]


def test_a_known_key_that_stands_in_a_file_twice_is_refused(refusal):
    SourceFactory(slug="a")

    assert len(refusal(HEADER + "a,A,wet\na,B,wet\n")) == 1


def test_an_empty_key_is_refused(refusal):
    assert refusal(HEADER + ",A,wet\n") == ["x.csv, regel 2: Deze rij heeft geen kenmerk."]


def test_a_municipality_without_code_is_refused(refusal):
    ProvinceFactory(slug="utrecht")

    assert len(refusal("code,naam,slug,provincie\n,Utrecht,u,utrecht\n", resource=MunicipalityResource)) == 1
    assert Municipality.objects.count() == 0


def test_a_municipality_with_half_a_centroid_is_refused(refusal):
    ProvinceFactory(slug="utrecht")
    text = "code,naam,slug,provincie,breedtegraad,lengtegraad\nGM0344,Utrecht,u,utrecht,52.1,\n"

    assert refusal(text, resource=MunicipalityResource) == [
        "x.csv, regel 2, kolom lengtegraad: Geef breedtegraad (50 tot 54) en lengtegraad (3 tot 8) allebei."
    ]


def test_a_row_of_empty_cells_is_refused(refusal):
    NetworkFactory(slug="b7")

    assert refusal("netwerk,organisatie,lid_sinds\n,,\n", resource=NetworkMemberResource) != []
