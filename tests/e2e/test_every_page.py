"""Every kind of public page: accessible, within the screen, strict HTML, and nothing from elsewhere."""

import pytest

from tests.e2e.accessibility import DARK, LAYOUT, LIGHT, SIZES, open_folds, violations
from tests.e2e.conftest import complaints_of
from tests.strict_html import mistake_in

PAGES = {
    "front page and search": [
        "/",
        "/zoeken/?q=bibliotheek",
        "/zoeken/?q=qqqzzz",
        "/zoeken/filter/partner/",
        "/praktijkvoorbeelden/filter/partner/?thema=werk-en-inkomen",
        "/praktijkvoorbeelden/filter/gemeente/",
    ],
    "examples": [
        "/praktijkvoorbeelden/",
        "/praktijkvoorbeelden/?thema=maatschappelijke-participatie&fase=lopend&q=werk",
        "/praktijkvoorbeelden/?thema=bestaat-niet",
        "/praktijkvoorbeelden/kaart/?provincie=noord-holland",
        "/praktijkvoorbeelden/walk-and-talk/",
        "/praktijkvoorbeelden/dagbesteding-met-philadelphia/",
        "/themas/",
        "/themas/maatschappelijke-participatie/",
        "/themas/laaggeletterdheid/",
    ],
    "municipalities": [
        "/gemeenten/?provincie=zeeland",  # the same page as with all 342, of which axe takes long
        "/gemeenten/?provincie=zeeland&zoek=zzz",
        "/gemeenten/amsterdam/",
        "/gemeenten/haarlem/?open=alles",
        "/gemeenten/haarlem/?vul=eenzaamheid&weet-eenzaamheid-beleid=speerpunt",
        "/gemeenten/haarlem/achtergrond/",
        "/gemeenten/haarlem/eenzaamheid/",
        "/gemeenten/haaren/",
        "/gemeenten/bergen/",
    ],
    "partners": [
        "/bibliotheken/",
        "/bibliotheken/bibliotheek-hoorn/",
        "/partners/",
        "/partners/?zoek=zzz",
        "/partners/uwv/",
        "/netwerken/",
        "/netwerken/b7/",
    ],
    "chances and notes": [
        "/kansen/",
        "/kansen/?netwerk=b7&themas=alle",
        "/kansen/?provincie=bestaat-niet",
        "/vergelijk/",
        "/vergelijk/gemeenten/?gemeente=haarlem&gemeente=zwolle&gemeente=zzz",
        "/vergelijk/voorbeelden/?voorbeeld=walk-and-talk&voorbeeld=busje-van-senver",
        "/rekenhulp/?deelnemers=20&slagen_van=5&slagen_tot=10&besparing_van=6.000&besparing_tot=12.000&kosten=10.000",
        "/rekenhulp/?deelnemers=x",
        "/gespreksnotitie/",
        "/mijn-lijst/",
        "/gespreksnotitie/maken/",
        "/gespreksnotitie/maken/?gemeente=haarlem",
    ],
    "agenda and about": [
        "/agenda/",
        "/agenda/voorbij/",
        "/agenda/voorbij/?provincie=utrecht",
        "/agenda/maand/2014-06/",
        "/over/",
        "/privacy/",
        "/toegankelijkheid/",
        "/klopt-er-iets-niet/",
        "/contact/voorbeeld/walk-and-talk/",
        "/vul-aan/voorbeeld/walk-and-talk/plaats/",
        "/vul-aan/voorbeeld/walk-and-talk/klopt/",
        "/vul-aan/voorbeeld/walk-and-talk/klopt-niet/",
        "/vul-aan/voorbeeld/walk-and-talk/gestopt/",
        "/vul-aan/haarlem/beleid/eenzaamheid/",
        "/vul-aan/haarlem/aanbod/eenzaamheid/",
        "/klopt-er-iets-niet/bedankt/",
        "/delen/",
        "/delen/onzin/",
        "/reacties/voorbeeld/walk-and-talk/",
        "/reacties/voorbeeld/walk-and-talk/schrijf/",
        "/reacties/thema/laaggeletterdheid/schrijf/?soort=ervaring",
        "/reacties/van-mij/onzin/",
        "/peilingen/",
        "/nieuw/",
        "/nieuw/?sinds=morgen",
        "/volgen/",
        "/volgen/?pagina=/praktijkvoorbeelden/",
        "/volgen/gevraagd/",
        "/volgen/onzin/",
    ],
    "logging in, and what is not there": [
        "/inloggen/",
        "/inloggen/code/",
        "/inloggen/wachtwoord/vergeten/",
        "/agenda/bestaat-niet/",
        "/klopt-nog/onzin/",
        "/bestaat-niet/",
        "/praktijkvoorbeelden/?" + "thema=a&" * 400,
    ],
}
WIDTHS = [320, 390, 768, 1280]
EVERYTHING_AT = {SIZES["smal"]["width"]: [LIGHT, DARK], SIZES["breed"]["width"]: [LIGHT, DARK]}
# The stylesheet gives narrow screens colours of their own only in the menu and the filters.
LAYOUT_AT = EVERYTHING_AT | {SIZES["smal"]["width"]: [LAYOUT]}


@pytest.mark.parametrize("kind", PAGES)
def test_pages_are_accessible_within_the_screen_and_strict_html(page, base_url, kind):
    requested, complaints = [], complaints_of(page)
    page.on("request", lambda made: requested.append(made.url))
    first, *others = PAGES[kind]
    faults = faults_of(page, first, EVERYTHING_AT)
    for address in others:
        faults |= faults_of(page, address, LAYOUT_AT)

    assert faults == {}
    assert [url for url in requested if not url.startswith(base_url)] == []
    assert [text for text in complaints if "the server responded with a status of 4" not in text] == []


def faults_of(page, address, checks_at):
    """What is wrong with the page at this address, by name; ``checks_at`` tells what axe looks at on which width."""
    html = page.goto(address).text()
    open_folds(page)
    faults = {f"{address} html": mistake_in(html)}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        faults[f"{address} scrolls sideways at {width}"] = scrolls_sideways(page)
        faults[f"{address} axe at {width}"] = violations(page, checks_at.get(width, []))
    return {name: told for name, told in faults.items() if told}


def test_the_list_of_all_municipalities_does_not_scroll_sideways(page):
    page.goto("/gemeenten/")
    too_wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if scrolls_sideways(page):
            too_wide.append(width)

    assert too_wide == []


def scrolls_sideways(page):
    return page.evaluate("document.documentElement.scrollWidth") > page.viewport_size["width"]
