"""Suggestions while typing, with the keyboard."""

import re

from playwright.sync_api import expect

from tests.e2e.suggesting import SEARCH, suggested, type_until_suggested

OVERVIEW = "/praktijkvoorbeelden/"


def test_a_typed_municipality_opens_with_the_keyboard_and_narrows_an_overview(page):
    leads_to = {
        SEARCH: r"/gemeenten/amsterdam/$",
        OVERVIEW: r"/praktijkvoorbeelden/\?gemeente=amsterdam$",
        "/": r"/gemeenten/amsterdam/$",
    }
    for address, expected in leads_to.items():
        type_until_suggested(page, "amst", address)
        page.keyboard.press("ArrowDown")
        expect(suggested(page).get_by_role("option", selected=True)).to_have_text(re.compile("^Amst"))
        while not suggested(page).get_by_role("option", selected=True).inner_text().startswith("Amsterdam"):
            page.keyboard.press("ArrowDown")

        page.keyboard.press("Enter")

        expect(page).to_have_url(re.compile(expected))


def test_enter_without_a_choice_searches_for_the_words(page):
    type_until_suggested(page, "amst", "/")

    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/praktijkvoorbeelden/\?q=amst$"))


def test_arrows_go_round_by_way_of_the_text(page):
    type_until_suggested(page, "amst")
    options = suggested(page).get_by_role("option")

    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(suggested(page).get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    expect(suggested(page).get_by_role("option", selected=True)).to_have_count(0)


def test_escape_closes_and_a_second_one_empties(page):
    type_until_suggested(page, "amst")
    page.keyboard.press("ArrowDown")

    page.keyboard.press("Escape")
    expect(suggested(page)).to_be_hidden()
    expect(page.locator("#q")).to_have_value("amst")
    expect(page.locator("#q")).to_be_focused()

    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_value("")


def test_an_arrow_opens_the_list_again(page):
    type_until_suggested(page, "amst")
    page.keyboard.press("Escape")

    page.keyboard.press("ArrowDown")

    expect(suggested(page).get_by_role("option").first).to_have_attribute("aria-selected", "true")


def test_tab_closes_and_chooses_nothing(page):
    type_until_suggested(page, "amst", "/")
    page.keyboard.press("ArrowDown")

    page.keyboard.press("Tab")

    expect(suggested(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Zoeken", exact=True)).to_be_focused()
    expect(page).to_have_url(re.compile(r"^[^/]*//[^/]*/$"))
