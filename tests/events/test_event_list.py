"""The agenda: what comes, what was, and how it is narrowed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.event_factories import EventDayFactory, EventFactory, EventRoleFactory, RegistrationFactory
from tests.factories import MunicipalityFactory, PartnerFactory, ProvinceFactory, ThemeFactory
from tests.queries import number_of_queries
from tests.sitemap import whole_sitemap

pytestmark = pytest.mark.django_db
LISTS = ["/agenda/", "/agenda/voorbij/"]


def shown(client, address):
    """The events on a page of the agenda."""
    return list(client.get(address).context["page"])


def today():
    return timezone.localdate()


def past_event(**values):
    return EventFactory(starts_on=today() - timedelta(days=9), **values)


def test_an_event_is_in_one_list_until_its_last_day_has_passed(client):
    def days(first, last):
        return EventFactory(starts_on=today() + timedelta(days=first), ends_on=today() + timedelta(days=last))

    coming = [days(-1, 0), days(0, 0), days(1, 1)]
    passed = [days(-1, -1), days(-2, -1)]

    assert {address: shown(client, address) for address in LISTS} == {"/agenda/": coming, "/agenda/voorbij/": passed}


def test_the_first_to_come_is_first_and_the_latest_that_was(client):
    coming = [EventFactory(starts_on=today() + timedelta(days=days)) for days in (9, 2)]
    gone = [EventFactory(starts_on=today() - timedelta(days=days)) for days in (9, 2)]

    assert [shown(client, address) for address in LISTS] == [coming[::-1], gone[::-1]]


def test_drafts_and_archived_events_are_in_no_list(client):
    for hidden in ({"state": "concept"}, {"archived_on": "2026-01-01"}):
        EventFactory(**hidden)
        past_event(**hidden)

    assert [shown(client, address) for address in LISTS] == [[], []]


def test_a_cancelled_event_stays_in_the_list(client):
    event = EventFactory(state="afgelast")

    response = client.get("/agenda/")

    assert list(response.context["page"]) == [event]
    assert "Afgelast" in response.content.decode()


def test_a_main_theme_has_the_events_of_its_parts_once(client):
    main = ThemeFactory()
    part = ThemeFactory(parent=main)
    event = EventFactory()
    event.themes.set([main, part])
    EventFactory()

    assert shown(client, f"/agenda/?thema={main.slug}") == [event]
    assert shown(client, f"/agenda/?thema={part.slug}") == [event]


def test_a_province_has_what_is_held_there_and_what_is_organised_from_there(client):
    province, elsewhere = ProvinceFactory.create_batch(2)
    held = EventFactory(title="A", municipality=MunicipalityFactory(province=province))
    organised = EventFactory(title="B", municipality=MunicipalityFactory(province=elsewhere))
    EventRoleFactory.create_batch(2, event=organised, organisation__province=province)
    paid_for = EventFactory()
    EventRoleFactory(event=paid_for, role="financier", organisation__province=province)

    assert shown(client, f"/agenda/?provincie={province.slug}") == [held, organised]


def test_an_organiser_has_the_events_of_its_offices(client):
    parent = PartnerFactory()
    office = PartnerFactory(parent=parent)
    by_office = EventRoleFactory(organisation=office, event__title="A").event
    by_parent = EventRoleFactory(organisation=parent, event__title="B").event
    EventRoleFactory(role="opdrachtgever", organisation=parent)
    EventRoleFactory()

    assert shown(client, f"/agenda/?organisator={parent.slug}") == [by_office, by_parent]
    assert shown(client, f"/agenda/?organisator={office.slug}") == [by_office]


def test_only_who_organised_something_public_can_be_chosen_as_organiser(client):
    shown_role = EventRoleFactory()
    EventRoleFactory(event__state="concept")
    EventRoleFactory(role="partner")

    [options] = [c.options for c in client.get("/agenda/").context["filter"].choices if c.name == "organisator"]

    assert [option.key for option in options] == [shown_role.organisation.slug]


def test_filters_work_together(client):
    theme = ThemeFactory()
    fits, other_kind, _ = EventFactory(kind="seminar"), EventFactory(kind="conferentie"), EventFactory(kind="seminar")
    fits.themes.add(theme)
    other_kind.themes.add(theme)

    assert shown(client, f"/agenda/?thema={theme.slug}&soort=seminar") == [fits]


def test_each_filter_is_a_chip_that_takes_it_away(client):
    theme = ThemeFactory(name="Werk & inkomen")

    response = client.get("/agenda/", {"thema": theme.slug, "soort": "seminar", "onzin": "1"})

    assert response.context["filter"].chips == [
        ("Werk & inkomen", "soort=seminar"),
        ("Seminar", f"thema={theme.slug}"),
    ]
    assert 'name="robots" content="noindex' in response.content.decode()


def test_a_value_that_does_not_exist_finds_nothing_and_the_page_says_so(client):
    EventFactory()
    names = ["thema", "provincie", "organisator", "soort"]

    answers = [client.get("/agenda/", {name: "<b>bestaat niet</b>"}) for name in names]

    sentence = "We kennen ‘&lt;b&gt;bestaat niet&lt;/b&gt;’ niet als"
    assert [list(answer.context["page"]) for answer in answers] == [[]] * 4
    assert [sentence in answer.content.decode() for answer in answers] == [True] * 4


def test_nonsense_in_the_address_is_no_error(client):
    EventFactory()
    values = ["\x00", "a" * 400, "%FF%FE", "1; DROP TABLE", "' OR 1=1"]
    names = ["thema", "provincie", "organisator", "soort"]

    asked = [(address, value) for address in (*LISTS, "/agenda/maand/", "/agenda/agenda.ics") for value in values]

    wrong = [each for each in asked if client.get(each[0], dict.fromkeys(names, each[1])).status_code != 200]
    assert wrong == []


def test_a_page_that_does_not_exist_shows_one_that_does(client):
    event = EventFactory()
    numbers = ["0", "-1", "99", "x", "\x00", "9" * 1500]

    pages = [client.get("/agenda/", {"pagina": number}).context["page"] for number in numbers]

    assert [list(page) for page in pages] == [[event]] * 6


def test_more_than_a_page_is_split_and_keeps_the_filter(client):
    EventFactory.create_batch(21, kind="seminar")

    response = client.get("/agenda/?soort=seminar&pagina=2")

    assert len(response.context["page"]) == 1
    assert "?soort=seminar&amp;pagina=1" in response.content.decode()


def test_an_empty_list_says_so(client):
    assert "Er staat nu niets in de agenda" in client.get("/agenda/").content.decode()
    assert "nog geen bijeenkomst" in client.get("/agenda/voorbij/").content.decode()


def test_a_date_in_words_stands_instead_of_the_day(client):
    EventFactory(starts_on="2099-06-01", date_note="zomer van 2099")

    page = client.get("/agenda/").content.decode()

    assert "zomer van 2099" in page
    assert "2099-06-01" not in page
    assert "juni" not in page


def test_the_link_for_online_is_on_no_public_page(client):
    event = EventFactory(attendance="online", online_address="https://vergadering.example/geheim")

    pages = ["/agenda/", f"/agenda/maand/{event.starts_on:%Y-%m}/", event.get_absolute_url(), "/agenda/agenda.ics"]

    assert [b"vergadering.example" in client.get(page).content for page in pages] == [False] * 4


def test_lists_cost_as_many_queries_with_3_events_as_with_1(client):
    def costs():
        return [number_of_queries(lambda address=address: client.get(address)) for address in (*LISTS, "/")]

    make_full(1)
    one = costs()
    make_full(2)

    assert costs() == one


def make_full(count):
    """Events with all that a card shows, in both lists."""
    for event in [*EventFactory.create_batch(count), *(past_event() for _ in range(count))]:
        event.themes.add(ThemeFactory(parent=ThemeFactory()))
        event.municipality = MunicipalityFactory()
        event.save()
        EventDayFactory(event=event)
        EventRoleFactory(event=event, organisation__province=ProvinceFactory())
        RegistrationFactory(booking__event=event)


def test_the_agenda_is_only_for_reading(client):
    assert [send("/agenda/").status_code for send in (client.post, client.put, client.delete)] == [405] * 3


def test_home_shows_3_events_that_come(client):
    past_event()
    EventFactory(state="concept", starts_on=today())
    coming = [EventFactory(starts_on=today() + timedelta(days=days)) for days in range(4)]

    response = client.get("/")

    assert list(response.context["events"]) == coming[:3]
    assert 'href="/agenda/"' in response.content.decode()


def test_home_leads_to_what_was_when_nothing_comes(client):
    assert 'href="/agenda/voorbij/"' in client.get("/").content.decode()


def test_the_sitemap_has_published_events_only(client):
    event, draft = EventFactory(), EventFactory(state="concept")

    page = whole_sitemap(client)

    assert f"http://testserver{event.get_absolute_url()}<" in page
    assert draft.get_absolute_url() not in page
