"""How readable text is in a state that a component can be in: hovered, focused, pressed.

Chromium holds one thing under the mouse at a time. So the site's stylesheet is laid over itself with an attribute
instead of each such state, and everything on the page gets that attribute.
"""

STATES = {
    "hover": [":hover"],
    "focus": [":focus", ":focus-visible", ":focus-within", ":hover"],
    "active": [":active", ":focus", ":focus-within", ":hover"],
}
LEAST, LEAST_WHEN_LARGE = 4.5, 3  # WCAG 1.4.3
# Puts the stylesheet's rules about a state beside themselves, for elements with the attribute ``data-in-state``.
PUT_IN_STATE = """async (pseudos) => {
  const link = document.querySelector("link[rel=stylesheet][href*='css/bieb']");
  window.stylesheet ??= await (await fetch(link.href)).text();
  const longestFirst = [...pseudos].sort((one, other) => other.length - one.length);
  const pattern = new RegExp("(" + longestFirst.join("|") + ")(?![\\\\w-])", "g");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(window.stylesheet.replace(pattern, "[data-in-state]"));
  document.adoptedStyleSheets = [sheet];
  for (const element of document.querySelectorAll("body *")) element.dataset.inState = "";
}"""
# Text that is too close to what it stands on: [what it is, ratio], each kind once.
FIND_FAINT_TEXT = """([least, leastWhenLarge]) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = (top, under) => [0, 1, 2].map((n) => top[n] * top[3] + under[n] * (1 - top[3]));
  const behind = (element) => {
    if (!element) return rgba("Canvas");
    const own = rgba(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(element.parentElement));
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((part) => (
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = new Map();
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || element.closest("svg, script, style, [disabled], noscript")) continue;
    const style = getComputedStyle(element);
    const under = behind(element);
    const lights = [light(over(rgba(style.color), under)), light(under)].sort((one, other) => other - one);
    const ratio = (lights[0] + 0.05) / (lights[1] + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio >= (isLarge ? leastWhenLarge : least)) continue;
    const path = [];
    for (let at = element; at && path.length < 4; at = at.parentElement) {
      path.unshift(at.localName + [...at.classList].map((name) => "." + name).join(""));
    }
    found.set(path.join(" > "), Math.round(ratio * 10) / 10);
  }
  return [...found];
}"""
# Selectors of rules about a state, without that state: what a page must have for the rule to have been looked at.
RULES_ABOUT_STATES = """() => {
  const found = new Set();
  const walk = (rules) => {
    for (const rule of rules) {
      if (rule.cssRules?.length) walk(rule.cssRules);
      if (rule.selectorText && /:(hover|focus|active|visited|target)/.test(rule.selectorText)) {
        for (const each of rule.selectorText.split(/,(?![^(]*\\))/)) found.add(each.trim());
      }
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  return [...found];
}"""
IS_ON_PAGE = """(selectors) => selectors.filter((selector) => {
  const anyState = selector
    .replace(/:not\\([^()]*:(hover|focus|active)[^()]*\\)/g, "")
    .replace(/:(hover|focus-visible|focus-within|focus|active|target)(?![\\w-])/g, ":is(*)");
  return document.querySelector(anyState);
})"""


def faint_text(page, state, scheme):
    """Text of the open page that is too faint in this state and colour scheme: [(what it is, ratio)]."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(PUT_IN_STATE, STATES[state])
    return page.evaluate(FIND_FAINT_TEXT, [LEAST, LEAST_WHEN_LARGE])


def rules_about_states(page):
    """The selectors of all rules of the site's stylesheet that tell of a state."""
    return page.evaluate(RULES_ABOUT_STATES)


def seen_on(page, selectors):
    """Those of the selectors for which the open page has something."""
    return page.evaluate(IS_ON_PAGE, selectors)
