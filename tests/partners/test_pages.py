"""The pages of libraries, partners and networks."""

import pytest

from partners.models import Organisation
from tests.event_factories import EventRoleFactory
from tests.factories import (
    AgreementFactory,
    BranchFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    NetworkFactory,
    NetworkMemberFactory,
    PartnerFactory,
    ProvinceFactory,
)
from tests.queries import number_of_queries

pytestmark = pytest.mark.django_db


def listed(client, address):
    return [organisation.name for organisation in client.get(address).context["page"]]


def test_libraries_are_listed_without_other_kinds(client):
    LibraryFactory(name="Bibliotheek Zwolle")
    LibraryFactory(name="Bibliotheek Assen", province=ProvinceFactory(slug="drenthe"))
    PartnerFactory()

    assert listed(client, "/bibliotheken/") == ["Bibliotheek Assen", "Bibliotheek Zwolle"]
    assert listed(client, "/bibliotheken/?zoek=zwolle") == ["Bibliotheek Zwolle"]
    assert listed(client, "/bibliotheken/?provincie=drenthe") == ["Bibliotheek Assen"]


def test_partners_are_narrowed_by_name_and_kind(client):
    PartnerFactory(name="UWV", sector=Organisation.Sector.EXECUTIVE_AGENCY)
    PartnerFactory(name="Senver", short_name="Senioren")

    assert listed(client, "/partners/?soort=uitvoeringsorganisatie") == ["UWV"]
    assert listed(client, "/partners/?zoek=senioren") == ["Senver"]


def test_narrowing_to_nothing_says_so(client):
    PartnerFactory(name="UWV")
    queries = ["zoek=%00zzz", "soort=onzin", "provincie=onzin", "zoek=%27%25_"]

    pages = {query: client.get(f"/partners/?{query}").content.decode() for query in queries}

    assert [query for query, page in pages.items() if "Niets gevonden" not in page] == []


def test_lists_count_published_examples(client):
    partner = PartnerFactory()
    InitiativeFactory(partners=[partner])
    InitiativeFactory(partners=[partner], publication_state="concept")

    assert [each.initiative_count for each in client.get("/partners/").context["page"]] == [1]


def test_library_page_shows_work_area_branches_examples_companions_and_networks(client):
    library, companion = LibraryFactory(), PartnerFactory()
    library.work_area.add(MunicipalityFactory(name="Haarlem"))
    BranchFactory(library=library, name="Haarlem Centrum")
    network = NetworkMemberFactory(organisation=library).network
    initiative = InitiativeFactory(partners=[library, companion])
    InitiativeFactory(partners=[library, PartnerFactory()], publication_state="concept")

    context = client.get(library.get_absolute_url()).context

    assert [place.name for place in context["work_area"]] == ["Haarlem"]
    assert [branch.name for branch in context["branches"]] == ["Haarlem Centrum"]
    assert [each.network for each in context["memberships"]] == [network]
    assert list(context["initiatives"]) == [initiative]
    assert [(each.organisation.name, each.initiatives) for each in context["companions"]] == [
        (companion.name, [initiative])
    ]
    assert context["drawing"] is None  # two are no network


def test_a_library_works_at_least_in_what_is_known_of_its_work_area(client):
    shown = {}
    for is_complete in (False, True):
        library = LibraryFactory(work_area_is_complete=is_complete)
        library.work_area.add(MunicipalityFactory())
        page = client.get(library.get_absolute_url()).content.decode()
        shown[is_complete] = ("Werkt in ieder geval in" in page, "<dt>Werkgebied</dt>" in page)

    assert shown == {False: (True, False), True: (False, True)}


def test_an_organisation_supports_the_libraries_of_its_provinces_and_no_others(client):
    supported, other = ProvinceFactory(name="Gelderland"), ProvinceFactory()
    rijnbrink = PartnerFactory(name="Rijnbrink")
    rijnbrink.support_area.add(supported)
    libraries = [LibraryFactory(province=province) for province in (supported, other, None)]

    shown = [client.get(library.get_absolute_url()).content.decode().count(">Rijnbrink</a>") for library in libraries]
    page = client.get(rijnbrink.get_absolute_url()).content.decode()

    assert shown == [1, 0, 0]
    assert "<dt>Ondersteunt bibliotheken in</dt><dd>Gelderland</dd>" in page


def test_partner_page_shows_offices_and_what_they_do_and_agreements(client):
    uwv = PartnerFactory()
    office = PartnerFactory(parent=uwv)
    agreement = AgreementFactory()
    agreement.parties.add(uwv)
    initiative = InitiativeFactory(partners=[office])

    context = client.get(uwv.get_absolute_url()).context

    assert list(context["offices"]) == [office]
    assert list(context["initiatives"]) == [initiative]
    assert list(context["agreements"]) == [agreement]


def test_a_library_has_no_page_of_another_kind(client):
    slug = LibraryFactory().slug

    assert [client.get(f"/{kind}/{slug}/").status_code for kind in ("partners", "gemeenten", "netwerken")] == [404] * 3


def test_network_page_shows_former_members_but_not_their_examples(client):
    network, member, former = NetworkFactory(), LibraryFactory(), LibraryFactory(name="Bibliotheek Deventer")
    NetworkMemberFactory(network=network, organisation=member)
    NetworkMemberFactory(network=network, organisation=former, has_left=True)
    initiative = InitiativeFactory(partners=[member])
    InitiativeFactory(partners=[former])

    response = client.get(network.get_absolute_url())

    assert list(response.context["initiatives"]) == [initiative]
    assert "geen lid meer" in response.content.decode()
    assert "1 lid</p>" in client.get("/netwerken/").content.decode()


def test_lists_cost_a_constant_number_of_queries(client):
    def add():
        NetworkMemberFactory()
        library, partner = LibraryFactory(province=ProvinceFactory()), PartnerFactory(parent=PartnerFactory())
        InitiativeFactory(partners=[library, partner])

    def costs():
        lists = ("/bibliotheken/", "/partners/", "/netwerken/")
        return {address: number_of_queries(lambda address=address: client.get(address)) for address in lists}

    add()
    one = costs()
    add()
    add()

    assert [one, costs()] == [{"/bibliotheken/": 4, "/partners/": 3, "/netwerken/": 3}] * 2


@pytest.mark.parametrize("count", [1, 3])
def test_partner_page_costs_25_queries(client, django_assert_num_queries, count):
    partner = PartnerFactory()
    for _ in range(count):
        agreement = AgreementFactory(network=NetworkFactory())
        agreement.parties.add(partner, LibraryFactory())
        NetworkMemberFactory(organisation=partner)
        InitiativeFactory(partners=[partner, PartnerFactory(parent=partner)])
        EventRoleFactory(organisation=partner)

    with django_assert_num_queries(25):
        client.get(partner.get_absolute_url())


@pytest.mark.parametrize("count", [1, 3])
def test_network_page_costs_20_queries(client, django_assert_num_queries, count):
    network = NetworkFactory()
    for _ in range(count):
        member = NetworkMemberFactory(network=network).organisation
        InitiativeFactory(partners=[member])
        AgreementFactory(network=network).parties.add(member)

    with django_assert_num_queries(20):
        client.get(network.get_absolute_url())


def test_the_picture_of_who_works_with_whom_is_the_table(client):
    library = LibraryFactory()
    names = ["Aap", "Noot", "Mies"]
    partners = [PartnerFactory(name=name) for name in names]
    InitiativeFactory(partners=[library, *partners[:2]])
    InitiativeFactory(partners=[library, partners[0]])
    InitiativeFactory(partners=[library, partners[2]])

    context = client.get(library.get_absolute_url()).context
    drawing = context["drawing"]

    told = [(each.organisation.name, len(each.initiatives)) for each in context["companions"]]
    assert told == [("Aap", 2), ("Mies", 1), ("Noot", 1)]
    assert [(dot.name, dot.count) for dot in drawing.dots] == [(["Aap"], 2), (["Mies"], 1), (["Noot"], 1)]
    [between] = drawing.lines_between  # Aap and Noot
    aap, _, noot = drawing.dots
    assert (between.x1, between.y1, between.x2, between.y2) == (aap.x, aap.y, noot.x, noot.y)


def test_lists_end_after_twelve_and_lead_to_all_of_them(client):
    library = LibraryFactory(slug="bieb")
    for number in range(13):
        for kind in ("practice", "idea"):
            InitiativeFactory(title=f"{kind} {number:02}", entry_kind=kind, partners=[library])

    response = client.get(library.get_absolute_url())
    page = response.content.decode()

    names = [f"{number:02}" for number in range(12)]
    assert [each.title for each in response.context["initiatives"]] == [f"practice {name}" for name in names]
    assert [each.title for each in response.context["other_entries"]] == [f"idea {name}" for name in names]
    others = "wat=idee&amp;wat=document&amp;wat=campagne"
    assert 'href="/praktijkvoorbeelden/?bibliotheek=bieb">Alle 13 voorbeelden' in page
    assert f'href="/praktijkvoorbeelden/?bibliotheek=bieb&amp;{others}">Alle 13 resultaten' in page


def test_a_network_leads_to_all_its_members_do_where_one_filter_has_them(client):
    network = NetworkMemberFactory(organisation=LibraryFactory(slug="bieb")).network
    InitiativeFactory.create_batch(13, partners=[network.memberships.get().organisation])

    alone = client.get(network.get_absolute_url()).content.decode()
    NetworkMemberFactory(network=network, organisation=PartnerFactory())
    mixed = client.get(network.get_absolute_url()).content.decode()

    assert '?bibliotheek=bieb">Alle 13 voorbeelden' in alone
    assert "Dit zijn de eerste 12 van 13." in mixed


def test_whom_one_meets_ends_after_twenty_and_says_so(client):
    library = LibraryFactory()
    often, *others = PartnerFactory.create_batch(21)
    for _ in range(8):
        InitiativeFactory(partners=[library, often])
    InitiativeFactory(partners=[library, *others])

    response = client.get(library.get_absolute_url())
    page = " ".join(response.content.decode().split())

    first, *following = response.context["companions"]
    assert (first.organisation.name, len(first.initiatives), first.more) == (often.name, 6, 2)
    assert (len(following), {each.more for each in following}) == (19, {0})
    assert "en nog 2" in page
    assert "Dit zijn de 20 organisaties die het vaakst meedoen. Er zijn er 21." in page
