"""Accessibility rules, run by axe in the page that is open: in light and dark, on a wide and a narrow screen."""

from axe_playwright_python.base import AXE_SCRIPT

SIZES = {"breed": {"width": 1280, "height": 900}, "smal": {"width": 390, "height": 844}}
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ABOUT_COLOUR = ["color-contrast", "link-in-text-block"]
LIGHT, DARK, LAYOUT = "light", "dark", "layout"
# In which colour scheme axe looks, and at which rules.
CHECKS = {
    LIGHT: ("light", {"runOnly": ALL}),
    DARK: ("dark", {"runOnly": ABOUT_COLOUR}),  # nothing else differs then
    LAYOUT: ("light", {"runOnly": ALL, "rules": {rule: {"enabled": False} for rule in ABOUT_COLOUR}}),
}
# axe keeps each part of each colour in a map with weak keys; kept on the colour itself all takes a tenth less.
KEPT_ON_ITSELF = """class {
  #name = Symbol();
  has(thing) { return this.#name in thing; }
  get(thing) { return thing[this.#name]; }
  set(thing, value) { thing[this.#name] = value; return this; }
  add(thing) { return this.set(thing, true); }
}"""
QUICKER_AXE = f"((WeakMap, WeakSet) => {{ {AXE_SCRIPT} }})({KEPT_ON_ITSELF}, {KEPT_ON_ITSELF})"
# axe reads the colours of every piece of text anew, through a library that takes a third of its time.
REMEMBER_COLOURS = """() => {
  const { Color } = axe.commons.color;
  const known = new Map();
  const read = Color.prototype.parseString;
  Color.prototype.parseString = function (text) {
    if (!known.has(text)) known.set(text, read.call(new Color(0, 0, 0), text));
    const { r, g, b, alpha } = known.get(text);
    return Object.assign(this, { r, g, b, alpha });
  };
}"""
# Names of broken rules with the first elements, after what scripts draw and what moves has come to rest.
FIND_VIOLATIONS = """async (options) => {
  for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
  const moving = document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(moving.map((each) => each.finished));
  const { violations } = await axe.run({ ...options, resultTypes: ["violations"], preload: false });
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]);
}"""


def violations(page, checks=(LIGHT, DARK)):
    """Rules that the page breaks on the screen as it is, with their elements; by check."""
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(QUICKER_AXE)
        page.evaluate(REMEMBER_COLOURS)
    found = {}
    for check in checks:
        scheme, options = CHECKS[check]
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[check] = page.evaluate(FIND_VIOLATIONS, options)
    return {check: told for check, told in found.items() if told}


def violations_at_every_size(page, *, wide=(LIGHT, DARK), narrow=(LAYOUT,)):
    """The same on a wide and on a narrow screen, for which our stylesheets have few colours of their own; by size."""
    found = {}
    for size, checks in (("breed", wide), ("smal", narrow)):
        page.set_viewport_size(SIZES[size])
        found[size] = violations(page, checks)
    return {size: told for size, told in found.items() if told}


def open_folds(page):
    """Open all that is folded, so that its content is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
