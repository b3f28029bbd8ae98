"""The curators' page on which an example is judged, and what they do with many at once."""

import pytest
from django.urls import reverse

from initiatives.models import Initiative, ReviewStep
from mail.models import OutgoingMail
from tests.factories import InitiativeFactory, LibraryFactory, ProvinceFactory, ThemeFactory
from tests.queries import number_of_queries
from tests.review_factories import BACKWARDS, HOSTILE, NOW, ChangeProposalFactory, publishable
from tests.role_factories import library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db
LIST = "/beheer/initiatives/initiative/"


@pytest.fixture
def curator(client):
    user = national_curator()
    client.force_login(user)
    return user


def address(initiative):
    return reverse("admin:initiatives_initiative_review", args=[initiative.pk])


def press(client, initiative, state, note=""):
    return client.post(address(initiative), {"state": state, "note": note}, follow=True)


def state_of(initiative):
    return Initiative.objects.get(pk=initiative.pk).publication_state


def act(client, action, *initiatives, **more):
    chosen = [initiative.pk for initiative in initiatives]
    return client.post(LIST, {"action": action, "_selected_action": chosen, **more}, follow=True)


def test_the_page_tells_what_is_missing_and_what_looks_like_it(client, curator):
    theme = ThemeFactory()
    other = InitiativeFactory(title="Koffie in de bieb", themes=[theme])
    initiative = InitiativeFactory(title="Koffie in de bieb!", themes=[theme], publication_state="ingezonden")

    page = client.get(address(initiative)).content.decode()

    assert "een trekker <strong>(nodig voor de site)</strong>" in page
    assert reverse("admin:initiatives_initiative_change", args=[other.pk]) in page
    assert "Stuur terug met deze toelichting" in page


def test_hostile_text_is_shown_as_text(client, curator):
    initiative = publishable(title=HOSTILE, summary=HOSTILE, publication_state="ingezonden", themes=[ThemeFactory()])
    for title in (HOSTILE, BACKWARDS, "javascript:alert(1)"):
        InitiativeFactory(title=title)
    ReviewStep.objects.create(initiative=initiative, state="ingezonden", note=HOSTILE, taken_at=NOW)
    ChangeProposalFactory(initiative=initiative, proposed_by__name=HOSTILE)

    pages = []
    for title in (HOSTILE, BACKWARDS, "javascript:alert(1)"):
        Initiative.objects.filter(pk=initiative.pk).update(title=title)
        pages.append(client.get(address(initiative)).content.decode())

    assert ["<img src=x" in page or 'href="javascript:' in page for page in pages] == [False] * 3
    assert [page.count("&lt;img src=x onerror=alert(1)&gt;") >= 2 for page in pages] == [True] * 3


def test_a_step_is_taken(client, curator):
    initiative = publishable(publication_state="ingezonden")

    page = press(client, initiative, "gepubliceerd").content.decode()

    assert f"‘{initiative}’ is nu gepubliceerd." in page
    assert state_of(initiative) == "gepubliceerd"


def test_a_refusal_is_told(client, curator):
    initiative = InitiativeFactory(publication_state="ingezonden")

    page = press(client, initiative, "gepubliceerd").content.decode()

    assert "kan nog niet op de site" in page
    assert state_of(initiative) == "ingezonden"


def test_any_note_can_be_sent(client, curator):
    for note in ("nul\x00teken", "a" * 20_000):
        initiative = publishable(publication_state="ingezonden")

        assert press(client, initiative, "concept", note).status_code == 200
        assert len(initiative.review_steps.get().note) <= 5000


def test_a_state_that_is_none_is_not_found(client, curator):
    initiative = publishable()

    assert [press(client, initiative, state).status_code for state in ("", "weg", "\x00")] == [404] * 3


def test_the_list_leads_from_what_waits_for_this_curator_to_where_it_is_judged(client):
    library = LibraryFactory(province=ProvinceFactory())
    waiting = publishable(library, publication_state="ingezonden")
    published = publishable(library, title="Staat er al")
    elsewhere = publishable(LibraryFactory(province=ProvinceFactory()), title="Elders", publication_state="ingezonden")
    client.force_login(province_curator(library.province))

    page = client.get(LIST).content.decode()

    led_to = [one for one in (waiting, published, elsewhere) if f'href="{address(one)}"' in page]
    assert led_to == [waiting]


def test_the_curator_of_another_province_looks_and_does_not_judge(client):
    initiative = publishable(LibraryFactory(province=ProvinceFactory()), publication_state="ingezonden")
    client.force_login(province_curator(ProvinceFactory()))

    page = client.get(address(initiative))

    assert (page.status_code, 'name="state"' in page.content.decode()) == (200, False)
    assert press(client, initiative, "gepubliceerd").status_code == 403
    assert state_of(initiative) == "ingezonden"


def test_the_curator_of_its_province_judges(client):
    initiative = publishable(LibraryFactory(province=ProvinceFactory()), publication_state="ingezonden")
    client.force_login(province_curator(initiative.leads[0].province))

    press(client, initiative, "gepubliceerd")

    assert state_of(initiative) == "gepubliceerd"


def test_a_library_member_does_not_judge_their_own(client):
    initiative = publishable(publication_state="ingezonden")
    client.force_login(library_member(initiative.leads[0]))

    assert press(client, initiative, "gepubliceerd").status_code == 403
    assert state_of(initiative) == "ingezonden"


def test_publishing_many_tells_which_could_not(client, curator):
    good, bad = publishable(publication_state="concept"), InitiativeFactory(publication_state="concept")

    page = act(client, "publish_chosen", good, bad).content.decode()

    assert (state_of(good), state_of(bad)) == ("gepubliceerd", "concept")
    assert "1 gepubliceerd." in page
    assert f">{bad}</a>:" in page


def test_archiving_many_hides_them(client, curator):
    chosen = [publishable(), publishable(publication_state="concept")]

    act(client, "archive_chosen", *chosen)

    assert [state_of(initiative) for initiative in chosen] == ["gearchiveerd", "gearchiveerd"]
    assert client.get(chosen[0].get_absolute_url()).status_code == 404


def test_asking_about_many_mails_each_owner_once(client, curator):
    library = LibraryFactory()
    library_member(library, email="lid@voorbeeld.nl")

    act(
        client,
        "ask_chosen",
        publishable(library),
        publishable(library),
        publishable(library, publication_state="concept"),
    )

    [mail] = OutgoingMail.objects.all()
    assert (mail.to, mail.subject) == ("lid@voorbeeld.nl", "Klopt dit nog? 2 voorbeelden op Bieb Netwerk")


def test_a_theme_is_asked_for_and_added(client, curator):
    theme, chosen = ThemeFactory(), [publishable(), publishable()]

    asked = act(client, "set_theme", *chosen).content.decode()
    act(client, "set_theme", *chosen, theme=theme.pk)

    assert "Dit thema komt bij 2 voorbeelden" in asked
    assert [theme in initiative.themes.all() for initiative in chosen] == [True, True]


def test_one_of_another_province_and_nothing_happens(client):
    here, there = (publishable(LibraryFactory(province=ProvinceFactory())) for _ in range(2))
    client.force_login(province_curator(here.leads[0].province))
    theme = ThemeFactory().pk

    responses = [act(client, action, here, there) for action in ("publish_chosen", "archive_chosen", "ask_chosen")]
    responses.append(act(client, "set_theme", here, there, theme=theme))

    assert [response.status_code for response in responses] == [403] * 4
    assert ReviewStep.objects.count() + OutgoingMail.objects.count() == 0
    assert Initiative.objects.filter(themes=theme).count() == 0


def test_the_page_costs_the_same_with_1_and_3_of_everything(client, curator):
    initiative = publishable(title="Koffie in de bieb")

    def add():
        ReviewStep.objects.create(initiative=initiative, state="ingezonden", user=library_member(), taken_at=NOW)
        ChangeProposalFactory(initiative=initiative)
        publishable(title="Koffie in de bieb")

    add()
    one = number_of_queries(lambda: client.get(address(initiative)))
    add()
    add()

    assert number_of_queries(lambda: client.get(address(initiative))) == one


def test_the_buttons_stand_in_a_fixed_order(client, curator):
    initiative = publishable(publication_state="ingezonden")

    buttons = client.get(address(initiative)).context["buttons"]

    assert [state for state, _ in buttons] == ["gepubliceerd", "concept", "gearchiveerd"]
