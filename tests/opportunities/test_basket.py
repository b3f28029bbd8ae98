"""What a reader puts aside for a note: in the browser, without an account, at most four."""

import pytest

from initiatives.models import Initiative
from tests.factories import InitiativeFactory, MunicipalityFactory, ThemeFactory

pytestmark = pytest.mark.django_db
BASKET = "/gespreksnotitie/"
STATES = ["concept", "ingezonden", "gearchiveerd"]


def choose(client, initiative, follow=False, **data):
    """Press the button at an example."""
    return client.post(f"{BASKET}kies/{initiative.slug}/", data, follow=follow)


def number_in_menu(client):
    """What the menu says beside *Gespreksnotitie*."""
    return client.get("/themas/").content.decode().split('id="notitie-aantal">')[1].split("</a>")[0].split()


def chosen(client):
    """The titles of what was put aside, as the page shows them."""
    return [each.title for each in client.get(BASKET).context["initiatives"]]


def test_an_example_is_put_aside_without_an_account(client):
    choose(client, InitiativeFactory(title="Taalhuis"))
    response = choose(client, InitiativeFactory(title="Leeskring"))

    assert (response.status_code, response.url) == (302, BASKET)
    assert chosen(client) == ["Taalhuis", "Leeskring"]


def test_the_reader_stays_on_the_page_of_the_example(client):
    initiative = InitiativeFactory(slug="taalhuis")

    answers = [choose(client, initiative, blijf="ja"), choose(client, initiative, blijf="ja", eraf="ja")]

    page = "/praktijkvoorbeelden/taalhuis/"
    assert [each.url for each in answers] == [f"{page}?notitie={told}#notitie-melding" for told in ("erbij", "eraf")]


def test_the_button_of_what_was_put_aside_takes_it_out(client):
    initiative = InitiativeFactory()
    page = choose(client, initiative, blijf="ja", follow=True).content.decode()

    assert ("Haal uit mijn gespreksnotitie" in page, "Zet in mijn gespreksnotitie" in page) == (True, False)
    assert 'name="eraf" value="ja"' in page


def test_with_a_script_only_the_button_what_happened_and_the_number_come_back(client):
    address = f"{BASKET}kies/{InitiativeFactory().slug}/"

    told = client.post(address, {"blijf": "ja"}, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in told
    assert ['id="notitie-melding"' in told, 'id="notitie-aantal"' in told] == [True, True]
    assert "1<span" in told.partition('class="site-nav__count"')[2].replace(" ", "")
    assert "staat nu in" in told


def test_the_menu_says_how_many_examples_are_put_aside(client):
    empty = number_in_menu(client)
    for initiative in InitiativeFactory.create_batch(2):
        choose(client, initiative)

    assert "2" in "".join(number_in_menu(client))
    assert "site-nav__count" not in "".join(empty)


def test_another_browser_does_not_see_it(client):
    choose(client, InitiativeFactory())

    assert chosen(type(client)()) == []


def test_the_same_example_twice_is_put_aside_once(client):
    initiative = InitiativeFactory(title="Taalhuis")

    for _ in range(2):
        choose(client, initiative)

    assert chosen(client) == ["Taalhuis"]


def test_a_fifth_example_does_not_fit_and_that_is_told(client):
    for title in "ABCD":
        choose(client, InitiativeFactory(title=title))

    response = choose(client, InitiativeFactory(title="E"), blijf="ja", follow=True)

    assert chosen(client) == ["A", "B", "C", "D"]
    assert "Er passen niet meer dan vier voorbeelden op een notitie." in " ".join(response.content.decode().split())


def test_the_same_example_once_more_fits_in_a_full_basket(client):
    initiatives = InitiativeFactory.create_batch(4)
    for initiative in initiatives:
        choose(client, initiative)

    assert choose(client, initiatives[0]).url == BASKET


def test_an_example_is_taken_out(client):
    initiatives = [InitiativeFactory(title=title) for title in "AB"]
    for initiative in initiatives:
        choose(client, initiative)

    response = choose(client, initiatives[0], eraf="ja")

    assert (response.url, chosen(client)) == (BASKET, ["B"])


def test_taking_out_what_is_not_in_it_is_no_error(client):
    assert choose(client, InitiativeFactory(), eraf="ja").url == BASKET


def test_what_is_not_on_the_site_cannot_be_put_aside(client):
    responses = [choose(client, InitiativeFactory(title="Geheim", publication_state=state)) for state in STATES]

    assert [response.status_code for response in responses] == [404] * 3
    assert ["Geheim" in response.content.decode() for response in responses] == [False] * 3
    assert chosen(client) == []


def test_what_does_not_exist_cannot_be_put_aside(client):
    assert client.post(f"{BASKET}kies/bestaat-niet/").status_code == 404


def test_looking_at_the_address_puts_nothing_aside(client):
    initiative = InitiativeFactory()

    assert client.get(f"{BASKET}kies/{initiative.slug}/").status_code == 405
    assert client.get(f"{BASKET}kies/{initiative.slug}/?eraf=ja").status_code == 405
    assert chosen(client) == []


def test_what_left_the_site_meanwhile_is_not_shown(client):
    for title in ("Blijft", "Geheim"):
        choose(client, InitiativeFactory(title=title))

    for state in STATES:
        Initiative.objects.filter(title="Geheim").update(publication_state=state)

        assert (state, chosen(client)) == (state, ["Blijft"])
        assert "Geheim" not in client.get(BASKET).content.decode()


def test_what_left_the_site_meanwhile_takes_no_place(client):
    for title in "ABCD":
        choose(client, InitiativeFactory(title=title))
    Initiative.objects.filter(title="A").update(publication_state="gearchiveerd")

    choose(client, InitiativeFactory(title="E"))

    assert chosen(client) == ["B", "C", "D", "E"]


def test_who_only_reads_gets_no_cookie(client):
    addresses = ["/", "/kansen/", "/vergelijk/", "/rekenhulp/", "/mijn-lijst/", BASKET, f"{BASKET}maken/"]

    assert {address: client.get(address).cookies for address in addresses} == dict.fromkeys(addresses, {})


def test_who_only_reads_a_municipality_a_theme_or_an_example_gets_no_cookie(client):
    municipality, theme = MunicipalityFactory(slug="hier"), ThemeFactory(slug="taal")
    initiative = InitiativeFactory(places=[municipality], themes=[theme])
    pages = [municipality, theme, initiative]

    answers = [client.get(page.get_absolute_url()) for page in pages]
    answers += [client.get("/gemeenten/hier/taal/"), client.get(f"{BASKET}maken/?gemeente=hier")]

    assert [(answer.status_code, answer.cookies) for answer in answers] == [(200, {})] * 5


def test_a_basket_that_is_emptied_leaves_nothing_behind(client):
    initiative = InitiativeFactory()
    choose(client, initiative)

    choose(client, initiative, eraf="ja")

    assert "gespreksnotitie" not in client.session


def test_a_title_is_shown_as_text(client):
    choose(client, InitiativeFactory(title="<script>alert(1)</script>"))

    assert "<script>alert(1)" not in client.get(BASKET).content.decode()
