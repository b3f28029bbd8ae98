"""The page of a municipality as a director sees it: the answer on the first screen, and a page that ends."""

PLACES = ("apeldoorn", "enschede", "schiedam", "vaals", "rozendaal", "amsterdam")
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
