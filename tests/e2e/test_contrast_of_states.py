"""Whatever somebody points at, focuses or presses stays readable, in light and in dark."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests import event_factories as factories
from tests.e2e.contrast import STATES, faint_text, rules_about_states, seen_on

PAGES = [
    "/zoeken/?q=bibliotheek",
    "/praktijkvoorbeelden/?thema=maatschappelijke-participatie&fase=lopend",
    "/praktijkvoorbeelden/kaart/?provincie=noord-holland",
    "/praktijkvoorbeelden/filter/gemeente/",
    "/praktijkvoorbeelden/walk-and-talk/",
    "/themas/maatschappelijke-participatie/",
    "/gemeenten/?provincie=zeeland",
    "/gemeenten/haarlem/?open=alles",
    "/gemeenten/haarlem/eenzaamheid/",
    "/partners/uwv/",
    "/kansen/?netwerk=b7&themas=alle",
    "/vergelijk/gemeenten/?gemeente=haarlem&gemeente=zwolle",
    "/gespreksnotitie/maken/?gemeente=haarlem",
    "/agenda/",
    "/agenda/maand/2014-06/",
    "/agenda/middag-over-contrast/inschrijven/",
    "/klopt-er-iets-niet/",
]


def test_text_stays_readable_in_every_state(page, in_site):
    """Each rule of the stylesheet about a state has something on one of the pages, so that none is passed over."""
    with in_site():
        make_meeting()
    page.goto("/")
    page.locator("#q").press_sequentially("amst")
    expect(page.get_by_role("listbox", name="Suggesties")).to_be_visible()
    not_seen = set(rules_about_states(page))
    faint = {}
    for address in [None, *PAGES]:
        if address:
            page.goto(address)
        not_seen -= set(seen_on(page, list(not_seen)))
        faint |= faint_in_any_state(page)

    assert faint == {}
    assert not_seen == set()


def faint_in_any_state(page):
    """{state and element: ratio} of text that is too faint."""
    faint = {}
    for state in STATES:
        for scheme in ("light", "dark"):
            for what, ratio in faint_text(page, state, scheme):
                faint[f"{scheme}, {state}: {what}"] = ratio
    return faint


def make_meeting():
    """A meeting that can be registered for, with something to choose on its form."""
    day = timezone.localdate() + timedelta(days=40)
    event = factories.EventFactory(slug="middag-over-contrast", starts_on=day, capacity=20)
    factories.ParallelSessionFactory(event=event, title="Samen eten", capacity=2)


def test_no_link_changes_its_colour_when_it_was_visited(page):
    """A browser tells no script what colour a visited link has, so that nobody could look after it."""
    page.goto("/")

    assert [selector for selector in rules_about_states(page) if ":visited" in selector] == []
