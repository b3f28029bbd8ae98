"""On each kind of page of the curators' room everything stands within its frame and nothing hides something else."""

import pytest

from tests.e2e.accessibility import SIZES

WIDTHS = [SIZES["breed"], {"width": 1440, "height": 900}, SIZES["smal"]]
LISTS = [
    "accounts/user",
    "events/event",
    "events/eventseries",
    "initiatives/citation",
    "initiatives/document",
    "initiatives/initiative",
    "initiatives/libraryoffer",
    "initiatives/municipalduty",
    "initiatives/theme",
    "opportunities/policydocument",
    "partners/library",
    "partners/municipality",
    "sources/source",
]
PAGES = ["/beheer/", "/beheer/statistiek/", "/beheer/dubbelen/", "/beheer/mislukt/", "/beheer/partners/membership/add/"]
AT_REST = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# What is wrong with the page as it stands: a sentence for each element. Icons in a field of a date belong there.
FIND_MISTAKES = """() => {
  const told = [];
  const controls = "input:not([type=hidden]), select, textarea, button, .select2-selection, label";
  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    const isTiny = box.width < 3 || box.height < 3;
    return !isTiny && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const isUsed = (element) =>
    isShown(element) && !element.matches(".select2-hidden-accessible, .select2-search__field, .empty-form *");
  const nameOf = (element) => `${element.tagName} ${element.name || element.textContent.trim().slice(0, 40)}`;
  const isInScroller = (element) =>
    element.closest(".formset-wrapper, .inline-group, .cur-scroll, .overflow-x-auto, [data-simplebar]") !== null;
  const isSticky = (element) => element.closest("[class*=sticky], [class*=fixed]") !== null;
  if (document.documentElement.scrollWidth > innerWidth + 1) told.push("the page is wider than the screen");
  const shown = [...document.querySelectorAll("#main :is(" + controls + ")")].filter(isUsed);
  for (const element of shown) {
    const box = element.getBoundingClientRect();
    const frame = (element.closest("fieldset, form, .cur") || document.body).getBoundingClientRect();
    const isOutside = box.right > frame.right + 2 || box.left < frame.left - 2;
    if (isOutside && !isInScroller(element)) told.push(`outside its frame: ${nameOf(element)}`);
    if (element.matches("input.vTextField, select") && box.width < 70) told.push(`narrow: ${nameOf(element)}`);
    if (element.matches("input[name]:not([type=checkbox], [type=radio], [type=file])")) {
      const { borderTopWidth } = getComputedStyle(element);
      const hasFrame = borderTopWidth !== "0px" || isShownByParent(element);
      if (!hasFrame) told.push(`no border: ${nameOf(element)}`);
      const isCut = innerWidth > 700 && element.type === "text" && element.scrollWidth > element.clientWidth + 2;
      if (isCut) told.push(`text cut off: ${nameOf(element)}`);
    }
    if (element.matches(".select2-selection") && element.scrollHeight > element.clientHeight + 2) {
      told.push(`cut off: ${nameOf(element)}`);
    }
  }
  for (const rows of document.querySelectorAll(".formset-wrapper :is(.formset, .simplebar-content-wrapper)")) {
    if (rows.scrollWidth > rows.clientWidth + 1) told.push(`rows wider than their frame: ${nameOf(rows)}`);
  }
  for (const cell of document.querySelectorAll("#result_list :is(td, th)")) {
    if (cell.scrollHeight > cell.clientHeight + 2) told.push(`cut off: ${nameOf(cell)}`);
  }
  const placed = shown.filter((each) => !isSticky(each)).map((each) => [each, each.getBoundingClientRect()]);
  for (const [index, [one, box]] of placed.entries()) {
    for (const [other, next] of placed.slice(index + 1)) {
      const wide = Math.min(box.right, next.right) - Math.max(box.left, next.left);
      const high = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
      const isOver = wide > 3 && high > 3 && !one.contains(other) && !other.contains(one);
      if (isOver) told.push(`${nameOf(one)} overlaps ${nameOf(other)}`);
    }
  }
  return told.slice(0, 8);

  function isShownByParent(element) {
    return getComputedStyle(element.parentElement).borderTopWidth !== "0px";
  }
}"""


def mistakes_of(page, address):
    """What is wrong with the layout of a page, by width in pixels."""
    page.goto(address)
    found = {}
    for size in WIDTHS:
        page.set_viewport_size(size)
        page.evaluate(AT_REST)  # what scrolls in a frame of its own gets its height after the page
        told = page.evaluate(FIND_MISTAKES)
        if told:
            found[size["width"]] = told
    return found


def pages_of(page, name):
    """A list, the form of a new thing in it, and the form of the first thing that stands in it."""
    address = f"/beheer/{name}/"
    page.goto(address)
    links = page.locator("#result_list a[href*='/change/']")
    forms = [f"{address}add/"]
    if links.count():
        forms.append(links.first.get_attribute("href"))
    return [address, *forms]


@pytest.mark.parametrize("name", LISTS)
def test_everything_in_a_list_and_its_forms_has_room(administrator, name):
    found = {}

    for address in pages_of(administrator, name):
        found[address] = mistakes_of(administrator, address)

    assert {address: told for address, told in found.items() if told} == {}


def test_everything_on_other_pages_has_room(administrator):
    found = {address: mistakes_of(administrator, address) for address in PAGES}

    assert {address: told for address, told in found.items() if told} == {}
