"""How often somebody has to press or go to a field: counted in the browser, over all pages of one visitor."""

COUNT = """() => {
  const add = () => { sessionStorage.presses = 1 + Number(sessionStorage.presses || 0); };
  addEventListener("pointerdown", add, true);
  addEventListener("focusin", ({ target }) => target.matches("input[type=text], textarea") && add(), true);
}"""


def count_presses(page):
    """Begin to count, on the pages that are opened from now on."""
    page.add_init_script(f"({COUNT})()")


def presses(page):
    """How many there were until now."""
    return page.evaluate("Number(sessionStorage.presses || 0)")
