"""Under ``/mijn/``: what your library leads, and nothing else."""

import re

import pytest
from django.urls import reverse

from initiatives.models import ChangeProposal, Initiative
from tests import factories
from tests.opportunity_factories import ServiceFactory
from tests.permissions.asking import Asker, ask, client_of, ends_at_log_in
from tests.permissions.staff_urls import patterns
from tests.role_factories import MembershipFactory, administrator, library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
PAGES = ["initiative_edit", "initiative_submit", "initiative_confirm"]
STATES = ["concept", "ingezonden", "gepubliceerd", "gearchiveerd"]


@pytest.fixture
def library():
    return factories.LibraryFactory(province=factories.ProvinceFactory(code="PV80"))


def led_by(library, state="concept", role="trekker"):
    """An initiative that this library leads, or has another role in."""
    initiative = factories.InitiativeFactory(publication_state=state, themes=[factories.ThemeFactory()])
    factories.ParticipationFactory(initiative=initiative, organisation=library, role=role)
    return initiative


def page(name, initiative):
    return reverse(f"members:{name}", args=[initiative.slug])


def description(**values):
    """What a member must fill in."""
    theme = factories.ThemeFactory()
    return {"title": "Nieuw", "entry_kind": "practice", "summary": "Kort.", "themes": [theme.pk]} | values


def statuses(client, *initiatives):
    """The answers of every page about these initiatives, asked and posted to."""
    asker = Asker(client)
    pages = [page(name, initiative) for initiative in initiatives for name in PAGES]
    answers = [asker.ask(method, path) for path in pages for method in ("GET", "POST")]
    assert [sql for answer in answers for sql in answer.writes] == []
    return {each.status_code for each in answers}


def test_every_page_asks_to_log_in(library):
    initiative, client = led_by(library, "gepubliceerd"), client_of(None)
    filled = {"<slug:slug>": initiative.slug, "<slug:kind>": "xlsx", "<int:pk>": str(ServiceFactory().pk)}
    addresses = [f"/{text}" for text in patterns() if text.startswith("mijn/")]
    addresses = [re.sub("<.*>", lambda found: filled[found[0]], address) for address in addresses]

    asker = Asker(client)
    answers = [asker.ask(method, path, follow=True) for path in addresses for method in ("GET", "POST")]

    assert len(addresses) == 12
    assert [ends_at_log_in(each) for each in answers] == [True] * 24


def test_another_librarys_initiative_is_not_there(library):
    other = factories.LibraryFactory(province=library.province)
    initiatives = [led_by(other, state) for state in STATES]

    assert statuses(client_of(library_member(library)), *initiatives) <= {404, 405}


def test_taking_part_is_not_leading(library):
    initiatives = [led_by(library, "gepubliceerd", role) for role in ("partner", "opdrachtgever", "financier")]

    assert statuses(client_of(library_member(library)), *initiatives) <= {404, 405}


def test_who_left_the_library_sees_nothing(library):
    initiatives, user = [led_by(library, state) for state in STATES], factories.UserFactory()
    MembershipFactory(user=user, library=library, is_active=False)
    client = client_of(user)

    assert statuses(client, *initiatives) <= {404, 405}
    overview = client.get(reverse("members:overview")).content.decode()
    assert [initiative.title for initiative in initiatives if initiative.title in overview] == []
    assert client.get(reverse("members:initiative_create")).status_code == 403


@pytest.mark.parametrize(
    "make", [factories.UserFactory, national_curator, administrator], ids=["reader", "national", "administrator"]
)
def test_without_a_library_there_is_nothing_to_write(library, make):
    user, initiative = make(), led_by(library)
    client = client_of(user)

    assert statuses(client, initiative) <= {404, 405, *([302] if user.is_curator else [])}  # to the form of curators
    assert client.get(reverse("members:initiative_create")).status_code == 403


def test_a_curator_of_the_province_is_no_member_and_is_sent_to_the_form_of_curators(library):
    client, initiative = client_of(province_curator(library.province)), led_by(library)

    assert statuses(client, initiative) <= {302, 404, 405}
    assert (
        client.get(page("initiative_edit", initiative)).url == f"/beheer/initiatives/initiative/{initiative.pk}/change/"
    )


def test_who_can_no_longer_log_in_sees_nothing(library):
    user = library_member(library)
    client = client_of(user)
    type(user).objects.filter(pk=user.pk).update(is_active=False)

    response = ask(client, "GET", page("initiative_edit", led_by(library)), follow=True)

    assert ends_at_log_in(response) is True


def test_what_is_archived_cannot_be_changed(library):
    initiative = led_by(library, "gearchiveerd")

    assert statuses(client_of(library_member(library)), initiative) <= {403, 404, 405}


@pytest.mark.parametrize("state", ["concept", "ingezonden"])
def test_what_is_not_published_is_changed_directly(library, state):
    initiative = led_by(library, state)

    client_of(library_member(library)).post(page("initiative_edit", initiative), description(goal="Lezen"))
    initiative.refresh_from_db()

    assert (initiative.goal, initiative.publication_state) == ("Lezen", state)


def test_a_change_of_what_is_published_is_a_proposal(library):
    initiative, user = led_by(library, "gepubliceerd"), library_member(library)

    client_of(user).post(page("initiative_edit", initiative), description(goal="Lezen"))

    assert Initiative.objects.get(pk=initiative.pk).goal == ""
    assert Initiative.objects.get(pk=initiative.pk).title == initiative.title
    assert ChangeProposal.objects.get().values["goal"] == {"old": "", "new": "Lezen"}
    assert ChangeProposal.objects.get().proposed_by == user


def test_a_member_does_not_publish(library):
    initiative = led_by(library)

    client_of(library_member(library)).post(
        page("initiative_edit", initiative), description(publication_state="gepubliceerd", is_featured="on")
    )
    initiative.refresh_from_db()

    assert (initiative.publication_state, initiative.is_featured) == ("concept", False)


def test_only_a_draft_is_sent_in(library):
    client, others = client_of(library_member(library)), [state for state in STATES if state != "concept"]

    found = [client.post(page("initiative_submit", led_by(library, state))).status_code for state in others]

    assert found == [404, 404, 404]


def test_only_what_is_published_is_confirmed(library):
    client, others = client_of(library_member(library)), [state for state in STATES if state != "gepubliceerd"]

    found = [client.post(page("initiative_confirm", led_by(library, state))).status_code for state in others]

    assert found == [404, 404, 404]


def test_a_new_description_is_of_an_own_library(library):
    other = factories.LibraryFactory()

    response = client_of(library_member(library)).post(
        reverse("members:initiative_create"), description(library=other.pk)
    )

    assert response.status_code == 422
    assert Initiative.objects.count() == 0


def test_the_overview_shows_what_is_led_and_not_archived(library):
    own, archived = led_by(library, "concept"), led_by(library, "gearchiveerd")
    others = [led_by(factories.LibraryFactory()), led_by(library, role="partner")]

    shown = client_of(library_member(library)).get(reverse("members:overview")).content.decode()

    assert page("initiative_edit", own) in shown
    assert [page("initiative_edit", each) in shown for each in [archived, *others]] == [False] * 3
