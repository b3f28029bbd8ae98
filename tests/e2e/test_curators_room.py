"""A day in the curators' room, in a real browser; every page of it is accessible."""

import re

from playwright.sync_api import expect

from tests.e2e.accessibility import LIGHT, SIZES, violations, violations_at_every_size
from tests.e2e.conftest import complaints_of, log_in
from tests.e2e.mail import wait_for_mail
from tests.e2e.presses import count_presses, presses
from tests.e2e.site import ADMINISTRATOR, make_administrator

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


def test_pages_are_accessible_and_without_complaints(administrator):
    complaints = complaints_of(administrator)
    found = {}
    for address in PAGES:
        administrator.goto(address)
        found[address] = violations_at_every_size(administrator, wide=[LIGHT], narrow=[LIGHT])

    assert {address: told for address, told in found.items() if told} == {}
    assert complaints == []


def test_the_boxes_before_rows_are_large_enough_to_tap(administrator):
    administrator.goto("/beheer/initiatives/initiative/")

    sizes = administrator.locator("[name=_selected_action]").evaluate_all("them => them.map(box => box.offsetHeight)")

    assert set(sizes) == {24}


def test_the_filters_are_accessible(administrator):
    administrator.goto("/beheer/initiatives/initiative/")

    administrator.get_by_role("link", name="Filters").press("Enter")
    expect(administrator.locator("#changelist-filter")).to_be_visible()

    assert violations(administrator, [LIGHT]) == {}


def test_lists_are_shown_and_narrowed_without_javascript(plain_page):
    log_in(plain_page, ADMINISTRATOR)
    plain_page.goto("/beheer/initiatives/initiative/")

    plain_page.get_by_label("Organisaties: typ een naam").fill("haarlem")
    plain_page.get_by_label("Gemeenten: typ een naam").fill("haarlem")
    plain_page.get_by_role("button", name="Filters toepassen").click()

    expect(plain_page.get_by_label("Gemeenten: typ een naam")).to_have_value("haarlem")
    expect(plain_page.get_by_role("link", name="WerkBieb: een netwerk rond werk in Haarlemmermeer")).to_be_visible()
    assert plain_page.locator("[name=_selected_action]").count() == 1


def test_a_file_of_somebody_else_comes_in_and_goes_again(administrator, tmp_path):
    page, complaints = administrator, complaints_of(administrator)
    path = tmp_path / "elders.csv"
    path.write_bytes(FILE.encode("cp1252"))

    page.goto("/beheer/initiatives/initiative/")
    page.get_by_role("link", name="Importeer").click()
    page.set_input_files("input[type=file]", path)
    page.get_by_role("button", name="Lees dit bestand").click()
    page.get_by_role("link", name="Zeg welke kolom wat is").click()
    page.wait_for_url("**/kolommen/")
    on_columns = violations(page, [LIGHT])
    page.get_by_label("Naam", exact=True).select_option("titel")
    page.get_by_label("Kort", exact=True).select_option("samenvatting")
    page.get_by_role("button", name="Controleer het bestand").click()
    page.get_by_role("button", name="Sla alles op").wait_for()
    on_preview, shown = violations(page, [LIGHT]), page.get_by_role("row").all_inner_texts()
    page.get_by_role("button", name="Sla alles op").click()
    page.get_by_role("link", name="Draai deze import terug").wait_for()
    page.goto("/beheer/initiatives/initiative/?q=elders")
    after_saving = page.get_by_role("link", name="Van elders").all_inner_texts()
    page.goto("/beheer/spreadsheets/importrun/")
    page.get_by_role("link", name=re.compile("elders.*csv")).first.click()
    page.get_by_role("link", name="Draai deze import terug").click()
    page.get_by_text("2 nieuwe rijen verdwijnen.").wait_for()
    on_question = violations(page, [LIGHT])
    page.get_by_role("button", name="Ja, draai terug").click()
    page.get_by_text("2 van de 2 rijen van deze import zijn weer zoals daarvoor.").wait_for()
    page.goto("/beheer/initiatives/initiative/?q=elders")

    assert (on_columns, on_preview, on_question) == ({}, {}, {})
    assert any("Van elders één" in text and "Nieuw" in text for text in shown)
    assert after_saving == ["Van elders één", "Van elders twee"]
    assert page.get_by_role("link", name="Van elders").all_inner_texts() == []
    assert complaints == []


def test_a_list_goes_out_as_a_spreadsheet(administrator):
    administrator.goto("/beheer/partners/library/")
    administrator.get_by_role("button", name="Exporteer deze lijst").click()
    administrator.get_by_label("Bestandssoort").select_option("ods")
    administrator.get_by_role("button", name="Maak het bestand").click()

    with administrator.expect_download() as download:
        administrator.get_by_role("link", name="Download").click()

    assert re.fullmatch(r"bibliotheken-\d{4}-\d\d-\d\d\.ods", download.value.suggested_filename)


def test_from_invitation_to_an_example_on_the_site(administrator, page, site_folder):
    curator, member = administrator, page
    curator.goto("/beheer/partners/membership/add/")
    curator.get_by_label("E-mailadres").fill("lid@voorbeeld.nl")
    curator.locator(".select2-selection").first.click()
    curator.locator(".select2-search__field").last.fill("Hoorn")
    curator.locator(".select2-results__option", has_text="Hoorn").click()
    curator.get_by_role("button", name="Opslaan", exact=True).click()
    curator.wait_for_url("**/partners/membership/")

    member.goto("/inloggen/code/")
    member.get_by_label("E-mailadres").fill("lid@voorbeeld.nl")
    member.get_by_role("button").filter(has_text=re.compile("code", re.IGNORECASE)).first.click()
    code = wait_for_mail(site_folder, "lid@voorbeeld.nl", r"^[A-Z0-9]{3,4}-[A-Z0-9]{3,4}\s*$")[0].strip()
    member.get_by_label(re.compile("code", re.IGNORECASE)).fill(code)
    member.get_by_role("button", name=re.compile("Log in|Inloggen|Verder|Bevestig")).first.click()
    member.wait_for_url("**/mijn/")
    for person in (member, curator):
        count_presses(person)
        person.reload()
    before = presses(member) + presses(curator)
    member.get_by_role("link", name="Nieuw praktijkvoorbeeld").click()
    member.get_by_label("Titel").fill("Koffie met de buren")
    member.get_by_label("Samenvatting").fill("Buren praten bij een kop koffie.")
    member.get_by_label("Sociale contacten en sociale cohesie").check()
    member.get_by_label("Gemeenten").fill("Hoorn")
    member.get_by_role("button", name="Bewaar en stuur in").click()
    member.wait_for_url("**/insturen/")
    on_sending = violations(member, [LIGHT])
    member.get_by_role("button", name="Stuur in").click()
    member.get_by_text("is ingestuurd").wait_for()

    curator.goto("/beheer/")
    curator.get_by_role("link", name=re.compile("ingezonden")).click()
    curator.get_by_role("link", name="Koffie met de buren").click()
    curator.get_by_role("link", name="Beoordelen").click()
    shown = curator.frame_locator("iframe").get_by_role("heading", name="Koffie met de buren")
    expect(shown).to_be_visible()
    until_judged = presses(member) + presses(curator)
    curator.get_by_label("Toelichting").fill("Zet je bron er nog bij.")
    curator.get_by_role("button", name="Stuur terug met deze toelichting").click()
    expect(curator.get_by_text("Zet je bron er nog bij.").first).to_be_visible()
    to_send_back = presses(member) + presses(curator) - until_judged
    member.goto("/mijn/")
    expect(member.get_by_text("Zet je bron er nog bij.")).to_be_visible()
    member.get_by_role("link", name="Stuur in").click()
    member.get_by_role("button", name="Stuur in").click()
    member.get_by_text("is ingestuurd").wait_for()
    curator.reload()
    until_published = presses(curator)
    curator.get_by_role("button", name="Publiceer").click()
    expect(curator.get_by_text("is nu gepubliceerd")).to_be_visible()
    to_publish = until_judged - before + presses(curator) - until_published

    assert on_sending == {}
    assert to_publish <= 15
    assert to_send_back <= 3


def test_two_people_at_once_keep_what_each_wrote(administrator, new_context, in_site):
    with in_site():
        make_administrator("collega@voorbeeld.nl")
    colleague = new_context().new_page()
    log_in(colleague, "collega@voorbeeld.nl")
    form = "/beheer/initiatives/initiative/1/change/"
    for person in (administrator, colleague):
        person.goto(form)
    expect(colleague.get_by_role("status").filter(has_text=ADMINISTRATOR)).to_be_visible()

    colleague.locator("[name=goal]").fill("Doel van de collega.")
    colleague.get_by_role("button", name="Opslaan en opnieuw bewerken").click()
    expect(colleague.get_by_text("Je kunt hieronder verder werken")).to_be_visible()
    administrator.locator("[name=lessons]").fill("Les van de beheerder.")
    administrator.get_by_role("button", name="Opslaan en opnieuw bewerken").click()
    expect(administrator.locator("[name=goal]")).to_have_value("Doel van de collega.")
    expect(administrator.locator("[name=lessons]")).to_have_value("Les van de beheerder.")

    colleague.context.close()


def test_the_menu_opens_with_the_keyboard_on_a_small_screen(administrator):
    administrator.set_viewport_size(SIZES["smal"])
    administrator.goto("/beheer/")

    administrator.get_by_role("button", name="Menu").press("Enter")

    expect(administrator.get_by_role("link", name="Praktijkvoorbeelden").first).to_be_visible()
