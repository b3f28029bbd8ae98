"""Suggestions while typing, with mouse, finger and screen reader."""

import re

from playwright.sync_api import expect

from tests.e2e.accessibility import SIZES, violations_at_every_size
from tests.e2e.suggesting import SEARCH, suggested, type_until_suggested

OVERVIEW = "/praktijkvoorbeelden/"


def test_a_click_opens_what_is_suggested(page):
    type_until_suggested(page, "amst")

    suggested(page).get_by_role("option").filter(has_text=re.compile("^Amsterdam ")).click()

    expect(page).to_have_url(re.compile(r"/gemeenten/amsterdam/$"))


def test_a_tap_opens_what_is_suggested(new_context):
    context = new_context(has_touch=True, viewport=SIZES["smal"])
    page = context.new_page()
    type_until_suggested(page, "amst")

    suggested(page).get_by_role("option").filter(has_text=re.compile("^Amsterdam ")).tap()

    expect(page).to_have_url(re.compile(r"/gemeenten/amsterdam/$"))
    context.close()


def test_a_click_elsewhere_closes(page):
    type_until_suggested(page, "amst")

    page.get_by_role("heading", level=1).click()

    expect(suggested(page)).to_be_hidden()


def test_every_suggestion_is_large_enough_for_a_finger(page):
    type_until_suggested(page, "amst")
    heights = []
    for size in SIZES.values():
        page.set_viewport_size(size)
        heights += (
            suggested(page)
            .get_by_role("option")
            .evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
        )

    assert min(heights) >= 44


def test_a_screen_reader_hears_what_happens(page):
    page.goto(SEARCH)
    field = page.get_by_role("combobox", name="Zoek op woord, plaats of partner")
    expect(field).to_have_attribute("aria-autocomplete", "list")
    expect(field).to_have_attribute("aria-expanded", "false")

    field.fill("amst")
    expect(field).to_have_attribute("aria-expanded", "true")
    shown = suggested(page).get_by_role("option").count()
    assert page.locator(f"#{field.get_attribute('aria-controls')}").get_attribute("role") == "listbox"
    expect(page.locator(".suggestions-status")).to_have_text(f"{shown} suggesties, kies met de pijltjes")
    expect(page.locator(".suggestions-status")).to_have_role("status")

    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == suggested(page).get_by_role("option").first.get_attribute(
        "id"
    )
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-activedescendant") is None
    expect(field).to_have_attribute("aria-expanded", "false")


def test_without_suggestions_that_is_said(page):
    page.goto(SEARCH)
    page.locator("#q").press_sequentially("qqqzzz")

    expect(page.locator(".suggestions-status")).to_have_text("Geen suggesties")
    expect(suggested(page)).to_be_hidden()


def test_one_letter_asks_nothing(new_context):
    context = new_context()
    page = context.new_page()
    page.clock.install()
    page.goto(SEARCH)
    asked = []
    page.on("request", lambda made: asked.append(made.url))

    page.locator("#q").press_sequentially("a")
    page.clock.run_for(5000)
    page.locator("#q").press_sequentially("m")
    with page.expect_response("**/zoeken/suggesties/**"):
        page.clock.run_for(5000)

    assert [address.partition("?")[2] for address in asked if "suggesties" in address] == ["q=am"]
    context.close()


def test_a_failing_server_is_not_the_reader_s_problem(page):
    said = []
    page.on("pageerror", lambda error: said.append(error))
    page.route("**/zoeken/suggesties/**", lambda route: route.fulfill(status=500, body="<li role=option>Fout</li>"))
    page.goto("/")
    with page.expect_response("**/zoeken/suggesties/**"):
        page.locator("#q").press_sequentially("amst")

    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/praktijkvoorbeelden/\?q=amst$"))
    assert said == []


def test_a_late_answer_does_not_replace_a_newer_one(page):
    held = []
    page.route("**/zoeken/suggesties/?q=amst", lambda route: held.append(route))
    page.goto(SEARCH)
    with page.expect_request("**/zoeken/suggesties/?q=amst"):
        page.locator("#q").press_sequentially("amst")
    page.locator("#q").fill("rotterdam")
    expect(suggested(page).get_by_role("option").first).to_have_text(re.compile("Rotterdam"))

    held[0].fulfill(body='<li role="option" id="te-laat" data-url="/">Te laat</li>')
    page.evaluate("fetch('/livez')")  # answered after the late one

    expect(page.locator("#te-laat")).to_have_count(0)


def test_suggestions_still_work_after_going_back_to_an_earlier_filter(page):
    page.goto(OVERVIEW)
    page.locator("#doelgroep-ouderen").check()
    expect(page).to_have_url(re.compile("doelgroep=ouderen"))
    page.go_back()
    expect(page.locator("#doelgroep-ouderen")).not_to_be_checked()

    page.locator("#q").press_sequentially("amst")

    expect(suggested(page).get_by_role("option").first).to_be_visible()
    assert page.get_by_role("listbox", include_hidden=True).count() == 1


def test_open_suggestions_are_accessible_and_stay_within_a_small_phone(page):
    found, widths = {}, []
    for address in (SEARCH, "/"):
        type_until_suggested(page, "amst", address)
        page.keyboard.press("ArrowDown")
        found[address] = violations_at_every_size(page)
        page.set_viewport_size({"width": 320, "height": 640})
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
        expect(suggested(page)).to_be_visible()

    assert found == {SEARCH: {}, "/": {}}
    assert widths == [320, 320]


def test_suggestions_lie_over_what_follows(page):
    type_until_suggested(page, "bib", "/")
    last = suggested(page).get_by_role("option").last
    on_top = []
    for size in SIZES.values():
        page.set_viewport_size(size)
        last.scroll_into_view_if_needed()
        on_top.append(
            last.evaluate(
                """option => {
                  const box = option.getBoundingClientRect();
                  return option.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
                }"""
            )
        )

    assert on_top == [True, True]
