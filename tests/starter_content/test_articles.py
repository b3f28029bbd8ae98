"""What the articles name: organisations, networks, agreements, initiatives, documents, figures."""

from decimal import Decimal

import pytest

from initiatives.models import Document, Figure, Initiative, Participation
from partners.models import Agreement, ContactPerson, Library, Network, Partner

pytestmark = pytest.mark.django_db

B7 = [
    "bibliotheek-assen", "bibliotheek-hoorn", "bibliotheek-lek-en-ijssel", "bibliotheek-utrecht",
    "bibliotheek-zuid-kennemerland", "bibliotheek-zwolle", "noord-oost-brabantse-bibliotheken",
]  # fmt: skip

LIBRARIES = [
    *B7, "bblthk", "bibliotheek-den-haag", "bibliotheek-deventer", "bibliotheek-dordrecht",
    "bibliotheek-gooi-en-meer", "bibliotheek-hilversum", "bibliotheek-katwijk", "bibliotheek-nissewaard",
    "bibliotheek-oost-achterhoek", "bibliotheek-pijnacker-nootdorp", "bibliotheek-rotterdam", "bibliotheek-venlo",
    "bibliotheek-weesp", "bibliotheek-zoetermeer",
]  # fmt: skip

PARTNERS = [
    "belastingdienst", "bisc", "bozh", "clientenraden-utrecht", "de-levende-sollicitatiegids", "kb", "king",
    "ministerie-bzk", "ministerie-szw", "ministerie-venj", "ministerie-vws", "nationale-ombudsman", "nctv",
    "probiblio", "provincie-utrecht", "provincie-zuid-holland", "senver", "sociale-dienst-oost-achterhoek",
    "stichting-lezen-en-schrijven", "stichting-philadelphia", "the-alignment-house", "uwv", "vng", "vob",
]  # fmt: skip

INITIATIVES = [
    "aanbod-met-sociale-dienst-oost-achterhoek", "bblthk-tien-jaar-sociaal-domein", "brede-aanpak-laaggeletterdheid",
    "brede-samenwerking-dordrecht", "brede-samenwerking-zoetermeer", "busje-van-senver",
    "dagbesteding-met-philadelphia", "gratis-lidmaatschap-voor-vrijwilligers", "hulp-bij-belastingaangifte",
    "online-sollicitatietraining", "pilot-digitale-overheid", "speeddates-met-het-uwv", "tel-mee-met-taal",
    "themabijeenkomsten-met-clientenraden", "walk-and-talk", "wijkwinkels-deventer",
    "avond-over-vroeger-en-nu", "wandelen-met-nieuwkomers", "koffie-op-marktochtend", "zorg-en-welzijnsplein",
]  # fmt: skip

DOCUMENT_KINDS = [
    "position-paper", "uitnodiging", "checklist", "subsidieregeling", "toolkit", "tips", "presentatie"
]  # fmt: skip

FIGURES = [
    ("walk-and-talk", "50", "", "eind 2016", "verwacht"),
    ("walk-and-talk", "1500", "", "per maand, 2016", "genoemd"),
    ("walk-and-talk", "12000", "€", "per jaar, 2016", "genoemd"),
    ("online-sollicitatietraining", "7", "", "medio 2016", "genoemd"),
    ("online-sollicitatietraining", "10", "", "later in 2016", "verwacht"),
    ("b7", "1000000", "", "2014", "genoemd"),
    ("vestigingen-vaker-open", "80", "%", "2014", "geschat"),
    ("laaggeletterdheid", "700000", "", "2019", "genoemd"),
    ("mediawijsheid", "40", "%", "2019", "genoemd"),
    ("laaggeletterdheid", "100000", "", "de jaren voor november 2019", "genoemd"),
    ("laaggeletterdheid", "70", "%", "de jaren voor november 2019", "genoemd"),
]

PARTIES = [
    ("bijdrage-provincie-utrecht-conferentie-2014", "subsidie", "provincie-utrecht"),
    ("opdracht-zuid-holland-netwerkbijeenkomst-2019", "opdracht", "provincie-zuid-holland"),
    ("opdracht-b7-the-alignment-house-2014", "opdracht", "the-alignment-house"),
    ("hulp-bij-de-digitale-overheid-2016", "samenwerking", "ministerie-bzk"),
    ("aanbod-oost-achterhoek-2016", "aanbod", "sociale-dienst-oost-achterhoek"),
]

PLACES = {
    "dagbesteding-met-philadelphia": ["Hoorn", "Weesp"],
    "busje-van-senver": ["Hilversum"],
    "themabijeenkomsten-met-clientenraden": ["Utrecht"],
    "wijkwinkels-deventer": ["Deventer"],
    "gratis-lidmaatschap-voor-vrijwilligers": ["Nissewaard"],
    "brede-aanpak-laaggeletterdheid": ["Pijnacker-Nootdorp"],
}


def missing(model, slugs):
    return sorted(set(slugs) - set(model.objects.values_list("slug", flat=True)))


def owner_of(figure):
    return next(getattr(figure, name).slug for name in Figure.OWNERS if getattr(figure, name))


def test_everything_that_the_articles_name_is_there():
    assert missing(Library, LIBRARIES) == []
    assert missing(Partner, PARTNERS) == []
    assert missing(Initiative, INITIATIVES) == []


def test_the_b7_has_seven_members_and_deventer_that_left():
    members = Network.objects.get(slug="b7").memberships

    assert sorted(members.filter(has_left=False).values_list("organisation__slug", flat=True)) == sorted(B7)
    assert list(members.filter(has_left=True).values_list("organisation__slug", flat=True)) == ["bibliotheek-deventer"]


def test_every_member_of_the_b7_has_a_work_area():
    assert Library.objects.filter(slug__in=B7, work_area=None).count() == 0


def test_an_agreement_has_its_kind_and_party():
    parties = [party for *_, party in PARTIES]
    found = Agreement.objects.filter(parties__slug__in=parties).values_list("slug", "kind", "parties__slug")

    assert sorted(set(PARTIES) - set(found)) == []


def test_the_agreement_of_june_2016_was_signed_in_bussum_in_gooise_meren():
    agreement = Agreement.objects.get(slug="hulp-bij-de-digitale-overheid-2016")

    assert (agreement.place, agreement.municipality.name) == ("Bussum", "Gooise Meren")
    assert agreement.signed_on is None


def test_an_initiative_has_the_places_of_its_time():
    initiatives = Initiative.objects.filter(slug__in=PLACES).prefetch_related("places")

    assert {each.slug: sorted(place.name for place in each.places.all()) for each in initiatives} == PLACES


def test_the_pilot_has_the_ministry_and_three_libraries():
    roles = Participation.objects.filter(initiative__slug="pilot-digitale-overheid")

    assert sorted(roles.values_list("organisation__slug", flat=True)) == [
        "bibliotheek-gooi-en-meer",
        "bibliotheek-katwijk",
        "bibliotheek-venlo",
        "ministerie-bzk",
    ]


def test_the_articles_documents_are_there():
    assert sorted(set(DOCUMENT_KINDS) - set(Document.objects.values_list("kind", flat=True))) == []
    assert Document.objects.filter(slug__startswith="mentimeter").count() == 1


def test_a_figure_has_its_value_period_and_kind():
    found = {}
    for _, *told in FIGURES:
        value, unit, period, kind = told
        figures = Figure.objects.filter(value=Decimal(value), unit=unit, period=period, kind=kind)
        found[tuple(told)] = [owner_of(figure) for figure in figures]

    assert found == {tuple(told): [owner] for owner, *told in FIGURES}


def test_nobody_who_is_named_became_a_contact_person():
    assert ContactPerson.objects.count() == 0
    assert Initiative.objects.exclude(contact=None).count() == 0
