"""Every kind of public page: accessible, within the screen, strict HTML, and nothing from elsewhere."""

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.e2e.conftest import SIZES

PAGES = [
    "/",
    "/praktijkvoorbeelden/",
    "/praktijkvoorbeelden/?thema=maatschappelijke-participatie&fase=lopend&q=werk",
    "/praktijkvoorbeelden/?thema=bestaat-niet",
    "/praktijkvoorbeelden/kaart/?provincie=noord-holland",
    "/zoeken/?q=bibliotheek",
    "/praktijkvoorbeelden/filter/partner/?thema=werk-en-inkomen",
    "/praktijkvoorbeelden/walk-and-talk/",
    "/praktijkvoorbeelden/dagbesteding-met-philadelphia/",
    "/themas/",
    "/themas/maatschappelijke-participatie/",
    "/themas/laaggeletterdheid/",
    "/gemeenten/?provincie=zeeland",  # the same page as with all 342, of which axe takes long
    "/gemeenten/?provincie=zeeland&zoek=zzz",
    "/gemeenten/amsterdam/",
    "/gemeenten/haarlem/?open=alles",
    "/gemeenten/haarlem/eenzaamheid/",
    "/gemeenten/haaren/",
    "/gemeenten/bergen/",
    "/bibliotheken/",
    "/bibliotheken/bibliotheek-hoorn/",
    "/partners/",
    "/partners/?zoek=zzz",
    "/partners/uwv/",
    "/netwerken/",
    "/netwerken/b7/",
    "/kansen/",
    "/kansen/?netwerk=b7&themas=alle",
    "/kansen/?provincie=bestaat-niet",
    "/vergelijk/",
    "/vergelijk/gemeenten/?gemeente=haarlem&gemeente=zwolle&gemeente=zzz",
    "/vergelijk/voorbeelden/?voorbeeld=walk-and-talk&voorbeeld=busje-van-senver",
    "/rekenhulp/?deelnemers=20&slagen_van=5&slagen_tot=10&besparing_van=6.000&besparing_tot=12.000&kosten=10.000",
    "/rekenhulp/?deelnemers=x",
    "/gespreksnotitie/",
    "/gespreksnotitie/maken/",
    "/gespreksnotitie/maken/?gemeente=haarlem",
    "/agenda/",
    "/agenda/voorbij/",
    "/agenda/voorbij/?provincie=utrecht",
    "/agenda/maand/2014-06/",
    "/agenda/bestaat-niet/",
    "/over/",
    "/privacy/",
    "/toegankelijkheid/",
    "/klopt-er-iets-niet/",
    "/klopt-er-iets-niet/bedankt/",
    "/inloggen/",
    "/inloggen/code/",
    "/inloggen/wachtwoord/vergeten/",
    "/klopt-nog/onzin/",
    "/bestaat-niet/",
    "/praktijkvoorbeelden/?" + "thema=a&" * 400,
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES_ABOUT_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


@pytest.fixture(params=SIZES)
def screen(request, browser, base_url):
    """A page of a size that remembers requests and complaints of the browser."""
    width, height = SIZES[request.param]
    context = browser.new_context(
        base_url=base_url, viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.requested, page.complaints = [], []
    page.on("request", lambda made: page.requested.append(made.url))
    page.on("console", lambda said: page.complaints.append(said.text) if said.type in ("error", "warning") else None)
    yield page
    context.close()


def violations(screen, options):
    found = Axe().run(screen, options=options).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found]


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address[:60])
def test_page_is_accessible_and_asks_nothing_of_others(screen, base_url, address):
    screen.goto(address)
    screen.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")

    in_light = violations(screen, {"runOnly": WCAG})
    screen.emulate_media(color_scheme="dark")
    in_dark = violations(screen, RULES_ABOUT_COLOUR)

    assert (in_light, in_dark) == ([], [])
    assert [url for url in screen.requested if not url.startswith(base_url)] == []
    assert [text for text in screen.complaints if "the server responded with a status of 4" not in text] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_scrolls_sideways(browser, base_url, width):
    page = browser.new_page(base_url=base_url, viewport={"width": width, "height": 800})
    too_wide = []
    for address in [*PAGES, "/gemeenten/"]:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            too_wide.append(address)
    page.close()

    assert too_wide == []


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address[:60])
def test_html_is_strictly_right(playwright, base_url, address):
    request = playwright.request.new_context(base_url=base_url)
    text = request.get(address).text()
    request.dispose()

    html5lib.HTMLParser(strict=True).parse(text)


def violations_in_light_and_dark(screen):
    """What axe finds, in both colour schemes."""
    in_light = violations(screen, {"runOnly": WCAG})
    screen.emulate_media(color_scheme="dark")
    return in_light, violations(screen, RULES_ABOUT_COLOUR)
