"""What a library member sees and does under *Mijn bibliotheek*; never with what is of another library."""

from datetime import timedelta

import pytest
from django.utils import timezone

from initiatives.models import Initiative, Participation, ReviewStep
from partners.models import Membership
from tests.factories import InitiativeFactory, LibraryFactory, MunicipalityFactory, ParticipationFactory, ThemeFactory
from tests.queries import number_of_queries
from tests.review_factories import BACKWARDS, HOSTILE, NOW, ChangeProposalFactory, led_by, publishable
from tests.role_factories import library_member

pytestmark = pytest.mark.django_db
HOME = "/mijn/"
NEW = "/mijn/voorbeelden/nieuw/"
PAGES = ["", "insturen/", "klopt-nog/"]


@pytest.fixture
def library():
    return LibraryFactory(name="De Bieb")


@pytest.fixture
def member(client, library):
    user = library_member(library, email="lid@voorbeeld.nl")
    client.force_login(user)
    return user


def edit(initiative, page=""):
    return f"/mijn/voorbeelden/{initiative.slug}/{page}"


def typed(initiative=None, **changes):
    """What the form sends: what is there, with these changes."""
    there = {"title": "Leesclub", "entry_kind": "practice", "summary": "Samen lezen.", "themes": [ThemeFactory().pk]}
    if initiative:
        themes = list(initiative.themes.values_list("pk", flat=True))
        places = list(initiative.places.values_list("pk", flat=True))
        there = {"title": initiative.title, "entry_kind": "practice", "summary": initiative.summary}
        there |= {"themes": themes, "places": places}
    return {**there, **changes}


def test_who_is_not_logged_in_is_sent_to_log_in(client):
    assert [client.get(page).url.startswith("/inloggen/") for page in (HOME, NEW)] == [True, True]


def test_the_overview_shows_what_the_library_leads_and_nothing_else(client, member, library):
    for state in ("concept", "ingezonden", "gepubliceerd", "gearchiveerd"):
        led_by(library, title=f"Eigen {state}", publication_state=state)
    led_by(LibraryFactory(), title="Van een ander")
    ParticipationFactory(initiative=InitiativeFactory(title="Doet mee"), organisation=library, role="partner")

    found = client.get(HOME).context["initiatives"]

    assert [each.title for each in found] == ["Eigen concept", "Eigen gepubliceerd", "Eigen ingezonden"]


def test_hostile_text_is_shown_as_text(client, member, library):
    titles = [HOSTILE, BACKWARDS, "javascript:alert(1)"]
    drafts = [led_by(library, title=title, publication_state="concept") for title in titles]
    decision = {"proposed_by": member, "answer": HOSTILE, "state": "afgewezen", "decided_at": NOW}
    for initiative in drafts:
        ReviewStep.objects.create(initiative=initiative, state="concept", note=HOSTILE, taken_at=NOW)
        ChangeProposalFactory(initiative=initiative, **decision)

    addresses = [HOME, *(edit(each, page) for each in drafts for page in ("", "insturen/"))]
    pages = {address: client.get(address).content.decode() for address in addresses}

    hostile = [name for name, page in pages.items() if "<img src=x" in page or 'href="javascript:' in page]
    assert hostile == []


def test_a_new_description_is_a_draft_led_by_the_library(client, member, library):
    assert "Bewaar en stuur in" in client.get(NEW).content.decode()

    response = client.post(NEW, typed(library=library.pk))

    assert response.url == HOME
    initiative = Initiative.objects.get()
    assert (initiative.title, initiative.slug, initiative.publication_state) == ("Leesclub", "leesclub", "concept")
    assert list(Participation.objects.values_list("organisation", "role")) == [(library.pk, "trekker")]


def test_two_of_the_same_title_have_different_addresses(client, member, library):
    for _ in range(3):
        client.post(NEW, typed(library=library.pk))

    assert sorted(Initiative.objects.values_list("slug", flat=True)) == ["leesclub", "leesclub-2", "leesclub-3"]


def test_any_title_gets_an_address(client, member, library):
    for title in ("Kaart", "CSV", "!!!", "قراءة"):
        client.post(NEW, typed(library=library.pk, title=title))

    slugs = Initiative.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["kaart-2", "csv-2", "voorbeeld", "voorbeeld-2"]


def test_what_cannot_be_is_explained_and_nothing_is_stored(client, member, library):
    expected = [
        ({"title": ""}, "Dit veld is verplicht"),
        ({"title": "a" * 161}, "161 tekens. Het mogen er 160 zijn"),
        ({"start_year": "1800"}, "Een jaar ligt tussen 1950 en 2100."),
        ({"phase": "lopend", "stop_reason": "Geld op"}, "Alleen wat gestopt is"),
    ]

    responses = [client.post(NEW, typed(library=library.pk, **wrong)) for wrong, _ in expected]

    assert [response.status_code for response in responses] == [422] * 4
    told = [
        (wrong, sentence)
        for response, (wrong, sentence) in zip(responses, expected, strict=True)
        if sentence in response.content.decode()
    ]
    assert told == expected
    assert Initiative.objects.count() == 0


def test_another_library_cannot_be_chosen(client, member):
    other = LibraryFactory()

    response = client.post(NEW, typed(library=other.pk))

    assert (response.status_code, Initiative.objects.count()) == (422, 0)


def test_who_belongs_to_no_library_describes_nothing(client, member):
    Membership.objects.update(is_active=False)

    assert [client.get(HOME).status_code, client.get(NEW).status_code] == [200, 403]


def test_what_is_of_another_library_is_not_found(client, member):
    for state in ("concept", "ingezonden", "gepubliceerd"):
        theirs = led_by(LibraryFactory(), title="Blijft", publication_state=state)

        statuses = [client.post(edit(theirs, page), typed(theirs, title="Veranderd")).status_code for page in PAGES]

        theirs.refresh_from_db()
        assert (state, statuses) == (state, [404] * 3)
        assert (theirs.title, theirs.publication_state, theirs.confirmed_on) == ("Blijft", state, None)


def test_who_left_the_library_comes_nowhere(client, member, library):
    initiative = led_by(library, publication_state="concept")
    Membership.objects.update(is_active=False)

    assert [client.post(edit(initiative, page)).status_code for page in PAGES] == [404] * 3


def test_what_is_not_on_the_site_is_changed_at_once(client, member, library):
    for state in ("concept", "ingezonden"):
        initiative = publishable(library, publication_state=state)

        client.post(edit(initiative), typed(initiative, title="Beter"))

        initiative.refresh_from_db()
        assert (initiative.title, initiative.publication_state) == ("Beter", state)


def test_what_is_archived_cannot_be_changed(client, member, library):
    initiative = led_by(library, publication_state="gearchiveerd")

    assert client.post(edit(initiative), typed(initiative)).status_code == 403


def test_a_draft_is_sent_in_and_then_no_more(client, member, library):
    initiative = led_by(library, publication_state="concept")

    page = client.get(edit(initiative, "insturen/")).content.decode()
    client.post(edit(initiative, "insturen/"))

    assert "een thema <strong>(nodig voor de site)</strong>" in page
    assert list(ReviewStep.objects.values_list("state", "user")) == [("ingezonden", member.pk)]
    assert client.post(edit(initiative, "insturen/")).status_code == 404


def test_what_looks_like_it_is_shown_only_when_it_is_on_the_site(client, member, library):
    theme = ThemeFactory()
    initiative = led_by(library, title="Leesclub", publication_state="concept", themes=[theme])
    for state in ("gepubliceerd", "concept"):
        led_by(LibraryFactory(), title="Leesclub", slug=f"ander-{state}", publication_state=state, themes=[theme])

    found = client.get(edit(initiative, "insturen/")).context["doubles"]

    assert [double.other.slug for double in found] == ["ander-gepubliceerd"]


def test_saving_can_lead_on_to_sending_in(client, member, library):
    response = client.post(NEW, typed(library=library.pk, submit="ja"))

    assert response.url == "/mijn/voorbeelden/leesclub/insturen/"


def test_the_overview_costs_the_same_for_1_and_3(client, member, library):
    def add():
        initiative = publishable(library)
        ReviewStep.objects.create(initiative=initiative, state="gepubliceerd", user=member, taken_at=NOW)
        ChangeProposalFactory(initiative=initiative, proposed_by=member)

    add()
    one = number_of_queries(lambda: client.get(HOME))
    add()
    add()

    assert number_of_queries(lambda: client.get(HOME)) == one


def test_a_municipality_can_be_chosen_until_the_day_on_which_it_ends(client, member):
    today = timezone.localdate()
    for name, end in {"Nog": None, "Morgen": today + timedelta(days=1), "Vandaag": today}.items():
        MunicipalityFactory(name=name, valid_until=end)

    places = client.get(NEW).context["form"].fields["places"].queryset

    assert sorted(place.name for place in places) == ["Morgen", "Nog"]
