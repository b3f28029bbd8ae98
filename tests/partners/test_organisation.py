from datetime import date

import pytest
from django.core.exceptions import ValidationError

from partners.models import Library, Municipality, Network, Organisation, Partner
from tests.factories import (
    AgreementFactory,
    BranchFactory,
    ContactPersonFactory,
    LibraryFactory,
    MunicipalityAliasFactory,
    MunicipalityFactory,
    NetworkFactory,
    NetworkMemberFactory,
    PartnerFactory,
    ProvinceFactory,
    SuccessionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

PROXIES = [(Library, "bibliotheek"), (Municipality, "gemeente"), (Partner, "partner")]

NAMED = [
    (AgreementFactory, {"title": "Convenant"}, "Convenant"),
    (BranchFactory, {"name": "Centrum"}, "Centrum"),
    (ContactPersonFactory, {"name": "Wie", "organisation__name": "De Bieb"}, "Wie (De Bieb)"),
    (LibraryFactory, {"name": "De Bieb"}, "De Bieb"),
    (MunicipalityAliasFactory, {"name": "Den Haag"}, "Den Haag"),
    (NetworkFactory, {"name": "B7"}, "B7"),
    (NetworkMemberFactory, {"organisation__name": "De Bieb", "network__name": "B7"}, "De Bieb in B7"),
    (ProvinceFactory, {"name": "Drenthe"}, "Drenthe"),
    (SuccessionFactory, {"predecessor__name": "Weesp", "successor__name": "Amsterdam"}, "Weesp → Amsterdam"),
]

PAGES = [
    (LibraryFactory, "/bibliotheken/hier/"),
    (MunicipalityFactory, "/gemeenten/hier/"),
    (PartnerFactory, "/partners/hier/"),
    (NetworkFactory, "/netwerken/hier/"),
    (ProvinceFactory, "/praktijkvoorbeelden/?provincie=hier"),
]

SORT_KEYS = [
    ("École", "ecole"),
    ("Één", "een"),
    ("Zwolle", "zwolle"),
    ("'s-Hertogenbosch", "hertogenbosch"),
    ("’s-Hertogenbosch", "hertogenbosch"),
    ("'t Harde", "harde"),
    ("De Bilt", "bilt"),
    ("Het Hogeland", "hogeland"),
    ("Een Plek", "plek"),
    ("Stichting Lezen", "lezen"),
    ("Ministerie van Onderwijs", "onderwijs"),
    ("Deventer", "deventer"),
    ("Eenrum", "eenrum"),
    ("Bibliotheek De Tweede Verdieping", "bibliotheek de tweede verdieping"),
]


def test_object_is_called():
    assert [(factory, values, str(factory(**values))) for factory, values, _ in NAMED] == NAMED


def test_page_has_the_address():
    things = {address: factory(slug=f"hier-{number}") for number, (factory, address) in enumerate(PAGES)}

    expected = {address: address.replace("hier", thing.slug) for address, thing in things.items()}
    assert {address: thing.get_absolute_url() for address, thing in things.items()} == expected


def test_page_has_the_same_address_when_the_kind_does_not_matter():
    things = [factory() for factory, _ in PAGES[:3]]

    found = [Organisation.objects.get(pk=thing.pk).get_absolute_url() for thing in things]

    assert found == [thing.get_absolute_url() for thing in things]


def test_proxy_sets_its_kind_before_saving():
    assert [(proxy, proxy().kind) for proxy, _ in PROXIES] == PROXIES


def test_organisation_itself_has_no_kind_of_its_own():
    assert Organisation().kind == ""


def test_proxy_sees_only_its_kind():
    for factory in (LibraryFactory, MunicipalityFactory, PartnerFactory):
        factory()

    assert [(proxy, proxy.objects.get().kind) for proxy, _ in PROXIES] == PROXIES


def test_all_kinds_are_seen_together():
    for factory in (LibraryFactory, MunicipalityFactory, PartnerFactory):
        factory()

    assert sorted(organisation.kind for organisation in Organisation.objects.all()) == [kind for _, kind in PROXIES]


def test_proxy_loaded_without_its_kind_does_not_lose_it():
    library = LibraryFactory()

    deferred = Library.objects.only("name").get(pk=library.pk)

    assert deferred.kind == "bibliotheek"


@pytest.mark.parametrize(
    ("valid_until", "has_ended"),
    [(None, False), (date(2022, 3, 24), True), (date(2999, 1, 1), False)],
)
def test_municipality_with_an_end_has_ended(valid_until, has_ended):
    assert MunicipalityFactory(valid_until=valid_until).has_ended is has_ended


@pytest.mark.parametrize(("name", "slug"), [("Den Haag", "den-haag"), ("'s-Gravenhage", "s-gravenhage")])
def test_alias_makes_its_slug(name, slug):
    assert MunicipalityAliasFactory(name=name).slug == slug


def test_sort_key_of_a_name():
    pks = [LibraryFactory(name=name).pk for name, _ in SORT_KEYS]

    assert list(Library.objects.filter(pk__in=pks).order_by("pk").values_list("name", "sort_key")) == SORT_KEYS


def test_sort_key_follows_another_name():
    library = LibraryFactory(name="Zwolle")

    Library.objects.filter(pk=library.pk).update(name="De École")

    assert Library.objects.get().sort_key == "ecole"


@pytest.mark.parametrize(("factory", "model"), [(MunicipalityFactory, Municipality), (NetworkFactory, Network)])
def test_names_are_in_dutch_order(factory, model):
    for name in ("Zwolle", "'s-Hertogenbosch", "École", "De Bilt", "haarlem", "Ijmuiden", "Edam"):
        factory(name=name)

    found = [each.name for each in model.objects.all()]

    assert found == ["De Bilt", "École", "Edam", "haarlem", "'s-Hertogenbosch", "Ijmuiden", "Zwolle"]


def test_an_office_of_an_office_is_refused():
    office = PartnerFactory(parent=PartnerFactory())

    with pytest.raises(ValidationError, match="een vestiging heeft geen vestigingen"):
        PartnerFactory.build(parent=office).clean()
    office.parent.parent = PartnerFactory()
    with pytest.raises(ValidationError, match="heeft zelf vestigingen"):
        office.parent.clean()
