"""What people come to do, in the browser: filter, search, tell, with and without JavaScript and mouse."""

import re

from playwright.sync_api import expect

from tests.e2e.accessibility import SIZES, violations
from tests.e2e.mail import mails
from tests.e2e.waiting import PATIENCE, wait_for


def test_filtering_changes_list_counts_and_address_at_once(page):
    page.goto("/praktijkvoorbeelden/")
    page.locator("#doelgroep-werkzoekenden").check()

    expect(page.get_by_role("link", name="Verwijder filter Werkzoekenden")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/praktijkvoorbeelden/\?doelgroep=werkzoekenden$"))
    expect(page.locator("#doelgroep-werkzoekenden")).to_be_checked()
    expect(page.locator("#doelgroep-werkzoekenden")).to_be_focused()
    shown = page.locator(".result").count()
    assert page.locator("#telling").inner_text() == f"{shown} voorbeelden gevonden"


def test_going_back_restores_the_list(page):
    page.goto("/praktijkvoorbeelden/")
    before = page.locator(".list-head h2").inner_text()
    page.locator("#doelgroep-ouderen").check()
    expect(page).to_have_url(re.compile("doelgroep=ouderen"))

    page.go_back()

    expect(page.locator(".list-head h2")).to_have_text(before)
    expect(page.locator("#doelgroep-ouderen")).not_to_be_checked()


def test_removing_a_chip_brings_the_rest_back(page):
    page.goto("/praktijkvoorbeelden/?doelgroep=ouderen&fase=lopend")
    page.get_by_role("link", name="Verwijder filter Ouderen").click()

    expect(page).to_have_url(re.compile(r"\?fase=lopend$"))


def test_sorting_keeps_the_filters(page):
    page.goto("/praktijkvoorbeelden/?fase=lopend")
    page.get_by_label("Sorteer op").select_option("jaar")

    expect(page).to_have_url(re.compile(r"fase=lopend&sorteer=jaar$"))


def test_everything_works_without_javascript(plain_page):
    plain_page.goto("/praktijkvoorbeelden/")
    plain_page.locator("#doelgroep-ouderen").check()
    plain_page.get_by_role("button", name="Toon de voorbeelden").click()

    expect(plain_page).to_have_url(re.compile("doelgroep=ouderen"))
    expect(plain_page.get_by_role("link", name="Verwijder filter Ouderen")).to_be_visible()


def test_a_message_without_javascript_reaches_the_editors_by_mail(plain_page, site_folder):
    plain_page.goto("/praktijkvoorbeelden/busje-van-senver/")
    plain_page.get_by_text("Klopt er iets niet?").click()
    plain_page.get_by_label("Wat wil je doorgeven?").fill("Het busje rijdt nog steeds.")
    plain_page.get_by_role("button", name="Verstuur").click()

    expect(plain_page.get_by_role("heading", name="Bedankt voor je bericht")).to_be_visible()
    assert len(wait_for(lambda: about_the_bus(site_folder))) == 1


def about_the_bus(site_folder):
    """Among all that was mailed so far, by other tests on the same site too."""
    page = "Pagina: /praktijkvoorbeelden/busje-van-senver/"
    return [text for _, _, text in mails(site_folder) if page in text]


def test_the_menu_opens_and_closes_with_the_keyboard(page):
    page.set_viewport_size(SIZES["smal"])
    page.goto("/")
    page.get_by_role("button", name="Menu").press("Enter")
    expect(page.get_by_role("link", name="Mijn gemeente").first).to_be_visible()
    when_open = violations(page)

    page.keyboard.press("Escape")

    assert when_open == {}
    expect(page.locator("#hoofdmenu")).to_be_hidden()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()


def test_what_is_below_more_opens_and_closes_with_the_keyboard(page):
    for size in SIZES.values():
        page.set_viewport_size(size)
        page.goto("/")
        if size == SIZES["smal"]:
            page.get_by_role("button", name="Menu").press("Enter")
        more = page.locator("#hoofdmenu summary")
        more.press("Enter")
        link = page.locator("#hoofdmenu a", has_text="Rekenhulp")
        expect(link).to_be_visible()
        assert violations(page) == {}

        page.keyboard.press("Escape")

        expect(link).to_be_hidden()
        expect(more).to_be_focused()


def test_the_menu_works_without_javascript(plain_page):
    plain_page.set_viewport_size({"width": 320, "height": 700})
    plain_page.goto("/")
    plain_page.get_by_role("button", name="Menu").click()
    plain_page.locator("#hoofdmenu summary").click()
    plain_page.locator("#hoofdmenu a", has_text="Rekenhulp").click()

    expect(plain_page.get_by_role("heading", level=1)).to_contain_text("Rekenhulp")


def test_an_example_is_put_aside_while_the_reader_stays_on_the_page(page, plain_page):
    for reader in (page, plain_page):
        reader.goto("/praktijkvoorbeelden/walk-and-talk/")
        reader.get_by_role("button", name="Zet in mijn gespreksnotitie").press("Enter")

        expect(reader.get_by_role("status").filter(has_text="staat nu in je gespreksnotitie")).to_be_visible()
        expect(reader.get_by_role("heading", level=1)).to_contain_text("Walk&Talk")
        assert reader.locator("#notitie-aantal").text_content().split() == ["1", "voorbeeld"]
        expect(reader.get_by_role("button", name="Haal uit mijn gespreksnotitie")).to_be_visible()


def test_call_and_footer_stay_short_on_the_phone(page):
    page.set_viewport_size(SIZES["smal"])
    page.goto("/")
    heights = [page.locator(part).bounding_box()["height"] for part in (".band", ".site-footer")]

    assert sum(heights) <= 400


def test_a_tab_stop_before_the_filters_skips_them(page):
    page.goto("/praktijkvoorbeelden/")
    page.get_by_role("link", name="Sla de filters over").press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('#resultaten') !== null")


def test_the_first_tab_stop_skips_to_the_content(page):
    page.goto("/gemeenten/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_the_map_is_one_stop_in_which_arrows_lead_on(page):
    page.goto("/gemeenten/")
    areas = page.locator(".map a:not(.skip):has(path)")
    assert (areas.count(), page.locator(".map__drawing a[tabindex='0']").count()) == (342, 1)
    amsterdam = page.locator(".map a[href='/gemeenten/amsterdam/']")
    amsterdam.focus()
    expect(amsterdam.locator("text")).to_have_css("opacity", "1")

    page.keyboard.press("ArrowUp")

    expect(amsterdam.locator("text")).to_have_css("opacity", "0")
    assert page.locator(":focus").get_attribute("href") == "/gemeenten/landsmeer/"


def test_without_javascript_a_link_leads_past_the_map(plain_page):
    plain_page.goto("/gemeenten/")
    skip = plain_page.get_by_role("link", name="Sla de kaart over")
    skip.focus()
    plain_page.keyboard.press("Enter")

    expect(plain_page.locator("#in-de-tabel")).to_be_focused()


def test_an_old_or_other_name_leads_to_the_municipality_of_today(page):
    for asked, name in [("Weesp", "Amsterdam"), ("den bosch", "'s-Hertogenbosch"), ("Den Haag", "'s-Gravenhage")]:
        page.goto("/")
        page.get_by_label("Jouw gemeente").fill(asked)
        page.get_by_role("button", name="Naar de gemeentepagina").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_a_filtered_list_can_be_downloaded(page):
    page.goto("/praktijkvoorbeelden/?doelgroep=ouderen")
    shown = page.locator(".result").count()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download deze lijst").click()

    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == shown + 1


def test_print_leaves_out_what_paper_cannot_use(page):
    page.goto("/praktijkvoorbeelden/walk-and-talk/")
    page.emulate_media(media="print")

    for selector in (".site-nav", ".crumbs", ".band", "#melden", ".tools"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator(".facts").first).to_be_visible()


def test_every_link_on_the_main_pages_leads_somewhere(page, playwright, base_url):
    found = set()
    for address in ("/", "/themas/", "/netwerken/b7/", "/partners/", "/bibliotheken/", "/praktijkvoorbeelden/"):
        page.goto(address)
        found |= set(page.evaluate("[...document.links].map(a => a.href.split('#')[0])"))
    request = playwright.request.new_context(timeout=PATIENCE * 1000)
    ours = sorted(link for link in found if link.startswith(base_url))
    broken = [link for link in ours if request.get(link).status != 200]
    request.dispose()

    assert broken == []
