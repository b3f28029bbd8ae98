"""Mistakes in HTML that a browser would silently mend, each in its own way."""

import re
from html.entities import html5
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
NOT_IN_ITSELF = {"a", "button", "form", "label", "option", "li", "dt", "dd"}
# what closes a paragraph that is still open, so that its own end closes nothing
NOT_IN_PARAGRAPH = {
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "dialog",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
    ),
    *(
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "table",
    ),
    *("ul", *HEADINGS),
}
ROWS = {"thead", "tbody", "tfoot", "tr"}
# what may stand right inside these elements; elsewhere a browser moves it
CHILDREN = {
    "html": {"head", "body"},
    "ul": {"li", "template", "script"},
    "ol": {"li", "template", "script"},
    "dl": {"dt", "dd", "div", "template", "script"},
    "table": {*ROWS, "caption", "colgroup", "template", "script"},
    "colgroup": {"col"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup", "hr"},
    "optgroup": {"option"},
}
PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"table", *ROWS},
    "td": {"tr"},
    "th": {"tr"},
    "option": {"select", "optgroup", "datalist"},
    "legend": {"fieldset"},
    "summary": {"details"},
    "figcaption": {"figure"},
}
REFERENCE = re.compile(r"&(?:#[0-9]+;|#[xX][0-9a-fA-F]+;|([a-zA-Z][a-zA-Z0-9]*;?))?")
VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
TAG = re.compile(rf"""<[a-zA-Z][^\s"'<>/=]*(?:\s+[^\s"'<>/=]+(?:\s*=\s*{VALUE})?)*\s*/?>""")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def check_html(text):
    """Raise ``AssertionError`` with the first mistake in a page."""
    mistake = mistake_in(text)
    assert mistake == "", mistake


def mistake_in(text):
    """The first mistake in a page with the line it stands on; empty where there is none."""
    parser = StrictParser()
    parser.feed(text)
    parser.close()
    if parser.open_elements:
        parser.note(f"<{parser.open_elements[-1]}> is never closed")
    if not parser.has_doctype:
        parser.note("no doctype")
    return parser.first_mistake


class StrictParser(HTMLParser):
    """Every element is closed, in order, and stands where it may; an attribute stands there once."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.open_elements = []
        self.ids = set()
        self.has_doctype = False
        self.first_mistake = ""

    def note(self, mistake):
        """Keep the first mistake only: what follows may come from it."""
        if not self.first_mistake:
            line, _ = self.getpos()
            self.first_mistake = f"line {line}: {mistake}"

    def handle_decl(self, decl):
        self.has_doctype = decl.lower() == "doctype html"

    def handle_starttag(self, tag, attrs):
        self.check_place(tag)
        self.check_attributes(tag, attrs)
        if tag not in VOID:
            self.open_elements.append(tag)

    def handle_startendtag(self, tag, attrs):
        """A slash closes an element of a drawing only."""
        self.check_place(tag)
        self.check_attributes(tag, attrs)
        if tag not in VOID and "svg" not in self.open_elements:
            self.note(f"<{tag}/> is not closed by its slash")

    def handle_endtag(self, tag):
        if tag in VOID:
            self.note(f"</{tag}> closes nothing")
        elif not self.open_elements or self.open_elements[-1] != tag:
            self.note(f"</{tag}> while {self.open_elements[-1:]} is open")
        else:
            self.open_elements.pop()

    def handle_data(self, data):
        parent = "".join(self.open_elements[-1:])
        if data.strip() and parent in CHILDREN:
            self.note(f"text right inside <{parent}>")
        if CONTROL.search(data):
            self.note("a character that is no text")
        if self.cdata_elem is None:  # no script or style
            self.check_references(data)
            if "<" in data:
                self.note("< that begins no tag")

    def handle_entityref(self, name):
        text = self.rawdata[self.rawdata.find(f"&{name}") :]
        self.check_references(text[: len(name) + 2])

    def check_place(self, tag):
        """Note an element that a browser would put elsewhere, or that would close another one."""
        parents = self.open_elements[-1:]
        parent = "".join(parents)
        if tag not in CHILDREN.get(parent, {tag}):
            self.note(f"<{tag}> right inside <{parent}>")
        if parents and parent not in PARENTS.get(tag, {parent}):
            self.note(f"<{tag}> right inside <{parent}>")
        if tag in NOT_IN_ITSELF and self.is_within(tag):
            self.note(f"<{tag}> inside <{tag}>")
        if tag in NOT_IN_PARAGRAPH and self.is_within("p"):
            self.note(f"<{tag}> inside <p>")
        if tag in HEADINGS and any(self.is_within(heading) for heading in HEADINGS):
            self.note(f"<{tag}> inside a heading")

    def is_within(self, tag):
        """Whether such an element is open, without a list, table or drawing that stands between."""
        for element in reversed(self.open_elements):
            if element == tag:
                return True
            if element in CHILDREN or element in ("svg", "template"):
                return False
        return False

    def check_attributes(self, tag, attrs):
        """Note what is no attribute, one or an id that stands there twice, and a value with an unfinished reference."""
        text = self.get_starttag_text()
        if not TAG.fullmatch(text):
            self.note(f"{text} is no tag")
        names = [name for name, _ in attrs]
        for name in names:
            if names.count(name) > 1:
                self.note(f"{name} stands twice in <{tag}>")
        own_id = dict(attrs).get("id")
        if own_id in self.ids:
            self.note(f"id {own_id} is of two elements")
        if own_id is not None:
            self.ids.add(own_id)
        self.check_references(text)

    def check_references(self, text):
        """Note an ampersand that begins the name of a sign and does not end it."""
        for match in REFERENCE.finditer(text):
            name = match[1]
            if name is not None and name not in html5:
                self.note(f"{match[0]} is no sign")
            elif name is not None and not name.endswith(";"):
                self.note(f"{match[0]} has no semicolon")
