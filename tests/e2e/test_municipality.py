"""The page of a municipality as a director sees it: the answer on the first screen, and a page that ends."""

from io import BytesIO

from pypdf import PdfReader

PRINTED = (
    "/gemeenten/apeldoorn/",
    "/gemeenten/apeldoorn/eenzaamheid/",
    "/gemeenten/apeldoorn/achtergrond/",
    "/vergelijk/gemeenten/?gemeente=apeldoorn&gemeente=vaals&gemeente=oss&gemeente=utrecht",
    "/kansen/?provincie=zuid-holland&toon=kans",
    "/kansen/?provincie=gelderland&themas=alle",
)
MOST_SHEETS = 3
PLACES = (
    "apeldoorn",
    "enschede",
    "schiedam",
    "vaals",
    "rozendaal",
    "amsterdam",
    "lopik",
    "bodegraven-reeuwijk",
    "wijdemeren",
)
LIMITS = {1280: (900, 4000), 390: (1400, 7000)}  # width: the end of the answer, and of the page
MEASURE = """() => [
  document.querySelector(".answer__action").getBoundingClientRect().bottom + scrollY,
  document.documentElement.scrollHeight,
]"""


def test_the_answer_stands_on_the_first_screen_and_the_page_is_short(page):
    too_long = []
    for width, (most_of_answer, most_of_page) in LIMITS.items():
        page.set_viewport_size({"width": width, "height": 900})
        for place in PLACES:
            page.goto(f"/gemeenten/{place}/")
            answer, whole = page.evaluate(MEASURE)
            if answer > most_of_answer or whole > most_of_page:
                too_long.append((place, width, answer, whole))

    assert too_long == []


def test_the_whole_kansenkaart_stays_short_on_a_phone(page):
    page.set_viewport_size({"width": 390, "height": 900})
    too_long = []
    for place in PLACES:
        page.goto(f"/gemeenten/{place}/?open=alles")
        _, whole = page.evaluate(MEASURE)
        if whole > 7000:
            too_long.append((place, whole))

    assert too_long == []


def test_every_page_to_take_along_prints_on_three_sheets(page):
    too_many = []
    for address in PRINTED:
        page.goto(address)
        printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, format="A4")))
        if len(printed.pages) > MOST_SHEETS:
            too_many.append((address, len(printed.pages)))

    assert too_many == []


def test_what_a_director_fills_in_changes_the_colours_at_once(page):
    page.goto("/gemeenten/vaals/?open=hoofdthemas")
    page.locator("#vul-eigen-regie").click()
    page.get_by_label("Wat staat er in het beleid?").select_option("Speerpunt")
    page.get_by_label("Hoeveel aanbod is er nu?").select_option("Geen")

    row = page.locator("#rij-mentale-functies-en-beleving td.kans").first
    row.get_by_text("Grote kans", exact=True).wait_for()
