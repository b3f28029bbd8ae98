"""Searching in the browser: results, all values of a filter, with and without JavaScript."""

import re

from playwright.sync_api import expect

from tests.e2e.accessibility import SIZES

SEARCH, OVERVIEW = "/zoeken/", "/praktijkvoorbeelden/"
MUNICIPALITIES, ALL_MUNICIPALITIES = "/praktijkvoorbeelden/filter/gemeente/", "/zoeken/filter/gemeente/"
ROLES = ["role", "aria-expanded", "aria-controls", "aria-autocomplete", "aria-activedescendant"]


# --- without JavaScript ------------------------------------------------------------------------------------
def test_without_javascript_the_form_searches(plain_page):
    plain_page.goto(SEARCH)
    field = plain_page.locator("#q")
    assert [name for name in ROLES if field.get_attribute(name) is not None] == []
    assert plain_page.locator("[role=listbox]").count() == 0

    field.fill("bibliotheek")
    plain_page.get_by_role("button", name="Zoeken", exact=True).click()

    expect(plain_page).to_have_url(re.compile(r"/zoeken/\?.*q=bibliotheek"))
    expect(plain_page.locator(".found__item mark").first).to_be_visible()


def test_without_javascript_values_can_be_chosen(plain_page):
    plain_page.goto(f"{MUNICIPALITIES}?fase=lopend")
    choice = plain_page.locator(".values input:enabled").first
    key = choice.get_attribute("value")
    choice.check()
    plain_page.get_by_role("button", name="Toon wat gekozen is").click()

    expect(plain_page).to_have_url(re.compile(f"fase=lopend.*gemeente={key}|gemeente={key}.*fase=lopend"))


# --- what is found -----------------------------------------------------------------------------------------
def test_a_typing_error_leads_to_what_was_meant(page):
    page.goto("/zoeken/?q=vrijwillegers")
    page.get_by_role("link", name="vrijwilligers", exact=True).click()

    expect(page).to_have_url(re.compile(r"\?q=vrijwilligers$"))
    expect(page.locator(".found__item").first).to_be_visible()


def test_the_menu_leads_to_searching_everything(page):
    page.goto("/")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Zoeken").click()

    expect(page.get_by_role("heading", level=1, name="Zoeken")).to_be_visible()
    expect(page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Zoeken")).to_have_attribute(
        "aria-current", "true"
    )


def test_what_is_found_can_be_printed(page):
    page.goto("/zoeken/?q=bibliotheek")
    page.emulate_media(media="print")

    expect(page.locator(".found__item").first).to_be_visible()
    expect(page.locator("#q")).to_be_hidden()


# --- all values of a filter ---------------------------------------------------------------------------------
def test_a_municipality_is_searched_among_all_and_keeps_earlier_filters(page):
    page.goto(f"{OVERVIEW}?fase=lopend")
    page.locator(".facet > summary", has_text="Gemeente").click()
    page.locator("#opties-gemeente").get_by_role("link", name=re.compile("^Alle [0-9]+")).click()
    expect(page).to_have_url(re.compile(r"/filter/gemeente/\?fase=lopend$"))
    choice = page.locator(".values input:enabled").first
    name = choice.locator("xpath=following-sibling::span[1]").inner_text()

    page.get_by_label("Zoek een gemeente, plaats of postcode").fill(name)
    page.get_by_role("button", name="Zoeken", exact=True).click()
    expect(page).to_have_url(re.compile(r"&zoek=."))
    page.locator(".values").get_by_label(name).first.check()
    page.get_by_role("button", name="Toon wat gekozen is").click()

    expect(page).to_have_url(re.compile(r"/praktijkvoorbeelden/\?.*fase=lopend"))
    expect(page.get_by_role("link", name=f"Verwijder filter {name}")).to_be_visible()
    expect(page.get_by_role("link", name="Verwijder filter Loopt of liep")).to_be_visible()
    expect(page.locator(".result").first).to_be_visible()


def test_values_without_examples_cannot_be_chosen(page):
    page.goto(f"{MUNICIPALITIES}?q=taal")
    empty = page.locator(".values label").filter(has_text=re.compile(r"\b0 gevonden"))

    assert empty.count() == page.locator(".values input:disabled").count() > 0
    assert empty.locator("input:enabled").count() == 0


def test_values_stand_in_columns_where_there_is_room(page):
    page.goto(ALL_MUNICIPALITIES)
    columns = {}
    for name, size in SIZES.items():
        page.set_viewport_size(size)
        lefts = (
            page.locator(".value-group")
            .first.locator("li")
            .evaluate_all("all => all.map(each => Math.round(each.getBoundingClientRect().x))")
        )
        columns[name] = len(set(lefts))

    assert page.locator(".values label").count() == 342
    assert columns == {"breed": 3, "smal": 1}
