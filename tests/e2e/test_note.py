"""A library director comes for a note for the alderman of Haarlem: from the front page to two sheets of paper."""

import re

from playwright.sync_api import expect

from tests.e2e.accessibility import violations_at_every_size

MAKE = "/gespreksnotitie/maken/?gemeente=haarlem"


def keep_note(page):
    """Make the proposed note for Haarlem and keep it; the page is that of the keeper then."""
    page.goto(MAKE)
    page.get_by_role("button", name="Bewaar de notitie").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je gespreksnotitie is bewaard")


def test_from_the_front_page_to_a_note_that_was_kept(page):
    page.goto("/")
    page.get_by_label("Jouw gemeente").fill("Haarlem")
    page.get_by_role("button", name="Naar de gemeentepagina").click()
    page.get_by_role("link", name="Maak hiermee een gespreksnotitie").click()
    page.get_by_label("Naam van de contactpersoon").fill("Ada Voorbeeld")
    expect(page.locator("#voorbeeldweergave")).to_contain_text("Ada Voorbeeld")  # while it is being made
    page.get_by_role("button", name="Bewaar de notitie").click()

    page.get_by_role("link", name="Bekijk als webpagina").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("in Haarlem")
    expect(page.locator(".sheet").first).to_contain_text("Ada Voorbeeld")


def test_what_was_typed_before_the_scripts_were_there_is_in_the_preview(page):
    held = []
    page.route("**/htmx*.js", lambda route: held.append(route))
    with page.expect_request("**/htmx*.js"):
        page.goto(MAKE, wait_until="commit")
    page.get_by_label("Naam van de contactpersoon").fill("Ada Voorbeeld")
    for route in held:
        route.continue_()

    expect(page.locator("#voorbeeldweergave")).to_contain_text("Ada Voorbeeld")


def test_the_files_come_down(page):
    keep_note(page)
    address = page.get_by_role("link", name="Open de pdf").get_attribute("href")

    pdf = page.request.get(address)
    docx = page.request.get(address.replace("/pdf/", "/docx/"))

    assert (pdf.status, pdf.body()[:5]) == (200, b"%PDF-")
    assert (docx.status, docx.body()[:2]) == (200, b"PK")


def test_examples_put_aside_are_in_the_note_without_javascript(plain_page):
    for slug in ("walk-and-talk", "busje-van-senver"):
        plain_page.goto(f"/praktijkvoorbeelden/{slug}/")
        plain_page.get_by_role("button", name="Zet in mijn gespreksnotitie").click()
        expect(plain_page.get_by_role("button", name="Haal uit mijn gespreksnotitie")).to_be_visible()
    plain_page.get_by_role("status").get_by_role("link", name="je gespreksnotitie").click()
    plain_page.get_by_role("link", name="Maak de notitie").click()
    plain_page.get_by_label("Gemeente").fill("Haarlem")
    plain_page.get_by_role("button", name="Verder").click()
    chosen = plain_page.locator("#id_voorbeeld input:checked")
    expect(chosen).to_have_count(2)  # the page of Haarlem is there
    slugs = chosen.evaluate_all("all => all.map(each => each.value)")
    plain_page.get_by_role("button", name="Bekijk eerst").click()

    assert slugs == ["walk-and-talk", "busje-van-senver"]
    expect(plain_page.locator(".sheet").first).to_contain_text("Walk&Talk")


def test_too_many_themes_are_told_while_choosing_and_when_keeping(page):
    page.goto(MAKE)
    page.get_by_text("Andere thema’s").click()
    for slug in ("mantelzorg", "gezondheid", "schulden", "dagbesteding"):
        page.locator(f"input[name=thema][value={slug}]").check()
    expect(page.locator("#voorbeeldweergave")).to_contain_text("Kies hooguit 3 thema’s")
    page.get_by_role("button", name="Bewaar de notitie").click()

    expect(page.get_by_role("alert")).to_contain_text("Kies hooguit 3 thema’s")


def test_the_form_is_short_enough_for_a_phone(page):
    page.set_viewport_size({"width": 390, "height": 844})
    heights = {}
    for place in ("haarlem", "westerwolde", "hengelo-o"):  # with the longest names of examples
        page.goto(f"/gemeenten/{place}/")
        page.get_by_role("link", name="Maak hiermee een gespreksnotitie").click()
        expect(page.locator("#voorbeeldweergave")).to_be_visible()
        heights[place] = page.evaluate("document.documentElement.scrollHeight")

    assert {place: height for place, height in heights.items() if height > 4000} == {}


def test_a_printed_note_is_two_sheets(page):
    keep_note(page)
    page.get_by_role("link", name="Bekijk als webpagina").click()
    expect(page.locator(".sheet").first).to_be_visible()

    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert len(pages) == 2


def test_the_keeper_changes_and_deletes_it(page):
    keep_note(page)
    page.get_by_role("link", name="Pas de notitie aan").click()
    page.get_by_label("Titel").fill("Samen tegen eenzaamheid")
    page.get_by_role("button", name="Bewaar de notitie").click()
    expect(page.locator(".lead")).to_have_text("Samen tegen eenzaamheid")
    shown = page.get_by_role("link", name="Bekijk als webpagina").get_attribute("href")
    page.get_by_role("link", name="Verwijder de notitie").click()
    page.get_by_role("button", name="Ja, verwijder de notitie").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("De notitie is verwijderd")
    assert page.request.get(shown).status == 404


def test_pages_of_a_note_are_accessible(page):
    keep_note(page)
    of_the_keeper = page.url
    found = {"kept": violations_at_every_size(page)}
    for where in ("Bekijk als webpagina", "Pas de notitie aan", "Verwijder de notitie"):
        page.goto(of_the_keeper)
        page.get_by_role("link", name=where).click()
        expect(page).not_to_have_url(of_the_keeper)
        found[where] = violations_at_every_size(page)

    assert found == dict.fromkeys(found, {})


def test_the_matrix_unfolds_by_keyboard_and_keeps_its_place(page):
    page.goto("/gemeenten/haarlem/")
    page.get_by_text("De kansenkaart: alle thema’s").click()
    fold = page.locator("#vouw-sociale-contacten-en-sociale-cohesie")
    fold.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"\?open=sociale-contacten-en-sociale-cohesie$"))
    expect(page.get_by_role("rowheader", name="Eenzaamheid")).to_be_visible()
    expect(fold).to_be_focused()


def test_every_cell_of_the_matrix_is_reached_by_tab_and_leads_to_its_evidence(page):
    page.goto("/gemeenten/haarlem/?open=hoofdthemas")
    page.locator("#vouw-maatschappelijke-participatie").focus()
    for _ in ("fill in", "supply", "need"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/gemeenten/haarlem/maatschappelijke-participatie/#behoefte$"))
    expect(page.locator("#behoefte")).to_contain_text("Mensen in de bijstand")
