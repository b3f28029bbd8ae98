"""A day in the curators' room, in a real browser; every page of it is accessible."""

import re
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.e2e.conftest import ADMINISTRATOR, PASSWORD, SIZES

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = [
    "/beheer/",
    "/beheer/initiatives/initiative/",
    "/beheer/initiatives/initiative/?phase__exact=lopend",
    "/beheer/initiatives/initiative/1/change/",
    "/beheer/initiatives/initiative/1/history/",
    "/beheer/initiatives/initiative/1/beoordelen/",
    "/beheer/initiatives/initiative/add/",
    "/beheer/initiatives/initiative/import/",
    "/beheer/initiatives/changeproposal/",
    "/beheer/partners/municipality/import/",
    "/beheer/partners/library/",
    "/beheer/spreadsheets/importrun/",
    "/beheer/curation/checkedlink/",
    "/beheer/accounts/user/add/",
    "/beheer/partners/membership/add/",
    "/beheer/statistiek/",
    "/beheer/dubbelen/",
    "/beheer/mislukt/",
    "/mijn/",
    "/inloggen/beveiliging/",
]
FILE = "Naam;Kort;Land\nVan elders één;Een voorbeeld van elders.;N/A\nVan elders twee;Nog een voorbeeld.;België\n"


def logged_in(browser, base_url, size="breed"):
    """A page of the administrator, who came in by password."""
    width, height = SIZES[size]
    page = browser.new_context(
        base_url=base_url, viewport={"width": width, "height": height}, reduced_motion="reduce"
    ).new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto("/inloggen/")
    page.get_by_label("E-mailadres").fill(ADMINISTRATOR)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    return page


def violations(page):
    page.wait_for_timeout(300)  # what scripts draw
    found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"]][:3]) for each in found]


@pytest.mark.parametrize("size", SIZES)
def test_pages_are_accessible_and_without_complaints(browser, base_url, size):
    page = logged_in(browser, base_url, size)
    found = {}
    for address in PAGES:
        page.goto(address)
        found[address] = violations(page)
    complaints = page.complaints
    page.context.close()

    assert {address: told for address, told in found.items() if told} == {}
    assert complaints == []


def test_the_filters_are_accessible(browser, base_url):
    page = logged_in(browser, base_url)
    page.goto("/beheer/initiatives/initiative/")

    page.get_by_role("link", name="Filters").press("Enter")

    assert violations(page) == []
    page.context.close()


def test_a_file_of_somebody_else_comes_in_and_goes_again(browser, base_url, tmp_path):
    page = logged_in(browser, base_url)
    path = tmp_path / "elders.csv"
    path.write_bytes(FILE.encode("cp1252"))

    page.goto("/beheer/initiatives/initiative/")
    page.get_by_role("link", name="Importeer").click()
    page.set_input_files("input[type=file]", path)
    page.get_by_role("button", name="Lees dit bestand").click()
    page.get_by_role("link", name="Zeg welke kolom wat is").click(timeout=20_000)
    on_columns = violations(page)
    page.get_by_label("Naam", exact=True).select_option("titel")
    page.get_by_label("Kort", exact=True).select_option("samenvatting")
    page.get_by_role("button", name="Controleer het bestand").click()
    page.get_by_role("button", name="Sla alles op").wait_for(timeout=20_000)
    on_preview, shown = violations(page), page.get_by_role("row").all_inner_texts()
    page.get_by_role("button", name="Sla alles op").click()
    page.get_by_role("button", name="Draai deze import terug").wait_for(timeout=20_000)
    page.goto("/beheer/initiatives/initiative/?q=elders")
    after_saving = page.get_by_role("link", name="Van elders").all_inner_texts()
    page.goto("/beheer/spreadsheets/importrun/")
    page.get_by_role("link", name=re.compile("elders.*csv")).first.click()
    page.get_by_role("button", name="Draai deze import terug").click()
    page.get_by_text("veranderingen teruggedraaid").wait_for(timeout=20_000)
    page.goto("/beheer/initiatives/initiative/?q=elders")

    assert (on_columns, on_preview) == ([], [])
    assert any("Van elders één" in text and "Nieuw" in text for text in shown)
    assert after_saving == ["Van elders één", "Van elders twee"]
    assert page.get_by_role("link", name="Van elders").all_inner_texts() == []
    assert page.complaints == []
    page.context.close()


def test_a_list_goes_out_as_a_spreadsheet(browser, base_url):
    page = logged_in(browser, base_url)
    page.goto("/beheer/partners/library/")
    page.get_by_role("button", name="Exporteer deze lijst").click()
    page.get_by_label("Bestandssoort").select_option("ods")
    page.get_by_role("button", name="Maak het bestand").click()

    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click(timeout=20_000)

    assert re.fullmatch(r"bibliotheken-\d{4}-\d\d-\d\d\.ods", download.value.suggested_filename)
    page.context.close()


def code_mailed_to(address, folder):
    """The code in the newest mail to this address; the worker sends it within seconds."""
    for _ in range(100):
        mails = sorted((folder / "mail").glob("*"), key=lambda mail: mail.stat().st_mtime, reverse=True)
        for text in (mail.read_text() for mail in mails):
            found = re.search(r"^([A-Z0-9]{3,4}-[A-Z0-9]{3,4})\s*$", text, re.MULTILINE)
            if f"To: {address}" in text and found:
                return found[1]
        time.sleep(0.2)
    raise AssertionError("no mail with a code")


def test_from_invitation_to_an_example_on_the_site(browser, base_url, site_folder):
    curator = logged_in(browser, base_url)
    curator.goto("/beheer/partners/membership/add/")
    curator.get_by_label("E-mailadres").fill("lid@voorbeeld.nl")
    curator.locator(".select2-selection").first.click()
    curator.locator(".select2-search__field").last.fill("Hoorn")
    curator.locator(".select2-results__option", has_text="Hoorn").click()
    curator.get_by_role("button", name="Opslaan", exact=True).click()

    member = browser.new_context(base_url=base_url).new_page()
    member.goto("/inloggen/code/")
    member.get_by_label("E-mailadres").fill("lid@voorbeeld.nl")
    member.get_by_role("button").filter(has_text=re.compile("code", re.IGNORECASE)).first.click()
    member.get_by_label(re.compile("code", re.IGNORECASE)).fill(code_mailed_to("lid@voorbeeld.nl", site_folder))
    member.get_by_role("button", name=re.compile("Log in|Inloggen|Verder|Bevestig")).first.click()
    member.goto("/mijn/")
    member.get_by_role("link", name="Nieuw praktijkvoorbeeld").click()
    member.get_by_label("Titel").fill("Koffie met de buren")
    member.get_by_label("Samenvatting").fill("Buren praten bij een kop koffie.")
    member.get_by_label("Sociale contacten en sociale cohesie").check()
    member.get_by_label("Gemeenten").select_option(label="Hoorn")
    member.get_by_role("button", name="Bewaar en stuur in").click()
    on_sending = violations(member)
    member.get_by_role("button", name="Stuur in").click()
    member.get_by_text("is ingestuurd").wait_for()

    curator.goto("/beheer/")
    curator.get_by_role("link", name=re.compile("ingezonden")).click()
    curator.get_by_role("link", name="Koffie met de buren").click()
    curator.get_by_role("link", name="Beoordelen").click()
    curator.get_by_role("button", name="Publiceer").click()
    refused = curator.get_by_text("kan nog niet op de site").inner_text()
    curator.get_by_label("Toelichting").fill("Zet je bron er nog bij.")
    curator.get_by_role("button", name="Stuur terug met deze toelichting").click()
    member.goto("/mijn/")

    assert on_sending == []
    assert "een bron of een bevestiging" in refused
    assert member.get_by_text("Zet je bron er nog bij.").is_visible()
    curator.context.close()
    member.context.close()


def test_the_menu_opens_with_the_keyboard_on_a_small_screen(browser, base_url):
    page = logged_in(browser, base_url, "smal")
    page.goto("/beheer/")

    page.get_by_role("button", name="Menu").press("Enter")

    assert page.get_by_role("link", name="Praktijkvoorbeelden").first.is_visible()
    page.context.close()
