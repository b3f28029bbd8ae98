"""The curators' start page: every count is what the list behind it shows, for whoever looks."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from curation.models import CheckedLink
from initiatives.models import Initiative
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ProvinceFactory, SuccessionFactory
from tests.opportunity_factories import ServiceFactory
from tests.queries import number_of_queries
from tests.reaction_factories import ReactionFactory
from tests.review_factories import ChangeProposalFactory, LikelyDoubleFactory, TipFactory, publishable
from tests.role_factories import ClaimFactory, library_member, national_curator, province_curator
from tests.search_factories import SearchedWordFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LABELS = [
    "ingezonden",
    "wijzigingsvoorstellen",
    "tips",
    "bestaand aanbod",
    "reacties",
    "aanvragen",
    "te bevestigen",
    "half ingevuld",
    "mogelijke dubbelen",
    "kapotte links",
    "zoekwoorden zonder antwoord",
]


@pytest.fixture
def library():
    """A library whose province has a curator."""
    return LibraryFactory(province=ProvinceFactory())


def start(client):
    return {to_do.label: to_do for to_do in client.get(reverse("admin:index")).context["to_dos"]}


def shown(client, to_do):
    """How many rows the list behind a count has."""
    context = client.get(to_do.link).context
    if "cl" in context:
        return context["cl"].result_count
    return context["page"].paginator.count if "page" in context else len(context["tasks"])


def one_of_each(library):
    """Something to do of every kind in the province of this library, and one thing that is fine."""
    today = timezone.localdate()
    publishable(library, publication_state="ingezonden")
    ChangeProposalFactory(initiative=publishable(library, **FILLED))
    province = library.province or ProvinceFactory()
    TipFactory(place=MunicipalityFactory(province=province))
    for state in ("ingezonden", "gepubliceerd"):
        ServiceFactory(municipality__province=province, publication_state=state)
    publishable(library, next_check_on=today + timedelta(days=30), **FILLED)
    publishable(library)
    LikelyDoubleFactory(one=publishable(library, **FILLED), other=publishable(library, **FILLED))
    ReactionFactory(initiative=publishable(library, **FILLED), state="wacht")
    ClaimFactory(organisation=library)
    LikelyDoubleFactory(is_dismissed=True)
    CheckedLink.objects.create(url=f"https://{library.slug}.nl/", failures=2)
    SearchedWordFactory(word=library.slug)


def counted_and_shown(client):
    """{label: (how many the start page counts, how many rows its list has)} of every kind of work."""
    to_dos = start(client)
    return {label: (to_dos[label].count, shown(client, to_dos[label])) for label in LABELS}


FILLED = dict.fromkeys(("background", "goal", "approach", "materials", "effort", "results", "lessons"), "x")


def counts(client):
    return [start(client)[label].count for label in LABELS]


def test_a_national_curator_sees_in_each_list_what_was_counted(client, library):
    client.force_login(national_curator())
    one_of_each(library)
    one_of_each(LibraryFactory())

    found = counted_and_shown(client)

    assert found == {label: (count, count) for label, (count, _) in found.items() if count > 1}


def test_the_curator_of_a_province_sees_in_each_list_what_was_counted(client, library):
    client.force_login(province_curator(library.province))
    one_of_each(library)
    one_of_each(LibraryFactory(province=ProvinceFactory()))

    found = counted_and_shown(client)

    assert found == {label: (count, count) for label, (count, _) in found.items() if count > 0}


def test_what_waits_is_counted_where_one_may_change_it(client, library):
    client.force_login(province_curator(library.province))
    one_of_each(library)
    one_of_each(LibraryFactory(province=ProvinceFactory()))

    assert counts(client)[:8] == [1, 1, 1, 1, 1, 1, 1, 1]


def test_a_pair_that_one_may_not_decide_about_is_no_work(client, library):
    client.force_login(province_curator(library.province))
    LikelyDoubleFactory(one=publishable(library), other=publishable(LibraryFactory(province=ProvinceFactory())))

    assert start(client)["mogelijke dubbelen"].count == 0


def test_nothing_to_do_is_told(client):
    client.force_login(national_curator())

    assert [to_do.count for to_do in start(client).values()] == [0] * (len(LABELS) + 3)
    assert "cur-todo--done" in client.get(reverse("admin:index")).content.decode()


def test_what_is_to_be_confirmed(client):
    client.force_login(national_curator())
    cases = [
        ({"days": 30}, 1),
        ({"days": 31}, 0),
        ({"days": -400}, 1),
        ({"days": 0, "phase": "gestopt"}, 0),
        ({"days": 0, "publication_state": "concept"}, 0),
    ]

    assert [(fields, to_be_confirmed(client, **fields)) for fields, _ in cases] == cases


def to_be_confirmed(client, days, **fields):
    """What the start page counts when there is one initiative, to be checked in so many days."""
    Initiative.objects.all().delete()
    InitiativeFactory(next_check_on=timezone.localdate() + timedelta(days=days), **fields)
    return start(client)["te bevestigen"].count


def test_half_is_less_than_half(client):
    client.force_login(national_curator())
    publishable(**dict.fromkeys(("background", "goal", "approach"), "x"))
    publishable(**dict.fromkeys(("background", "goal", "approach", "lessons"), "x"))

    assert start(client)["half ingevuld"].count == 1


def test_failed_tasks_are_for_national_curators(client, library):
    seen = []
    for user in (province_curator(library.province), national_curator()):
        client.force_login(user)
        seen.append("mislukte taken" in start(client))

    assert seen == [False, True]


def test_failed_tasks_are_counted_as_listed(client):
    client.force_login(national_curator())
    for _ in range(2):
        app.configure_task("tests.gone", allow_unknown=True).defer()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE task_name = 'tests.gone'")

    to_do = start(client)["mislukte taken"]

    assert (to_do.count, shown(client, to_do)) == (2, 2)


def test_announced_reorganisations_are_counted_as_listed(client):
    client.force_login(national_curator())
    SuccessionFactory()
    SuccessionFactory.create_batch(2, is_announced=True)

    to_do = start(client)["aangekondigde herindelingen"]

    assert (to_do.count, shown(client, to_do)) == (2, 2)


def test_a_library_member_has_no_start_page(client):
    client.force_login(library_member())

    assert client.get(reverse("admin:index"), follow=True).status_code == 403


@pytest.mark.parametrize("role", ["national", "province"])
def test_the_page_costs_the_same_for_1_and_3(client, library, role):
    client.force_login(national_curator() if role == "national" else province_curator(library.province))
    one_of_each(library)
    one = number_of_queries(lambda: client.get(reverse("admin:index")))
    for _ in range(2):
        one_of_each(LibraryFactory(province=library.province))

    assert number_of_queries(lambda: client.get(reverse("admin:index"))) == one


def test_one_is_said_as_one(client, library):
    client.force_login(national_curator())
    TipFactory(place=MunicipalityFactory(province=library.province))

    assert start(client)["tips"].words == "tip"
    TipFactory(place=MunicipalityFactory(province=library.province))
    assert start(client)["tips"].words == "tips"
