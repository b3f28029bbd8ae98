"""What stands on a page: its forms, as a browser would send them, and what its links ask."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

from .values import COUNTS, FILES, odd

PRESSED = {"submit", "image", "button", "reset"}
MOST_CHANGED = 3  # fields of one form


@dataclass
class Form:
    """A form of a page; ``fields`` are (name, value), of a file the value is ``None``."""

    action: str
    method: str
    fields: list = field(default_factory=list)
    options: dict = field(default_factory=dict)  # {name: values one may choose}

    @property
    def has_files(self):
        return any(value is None for _, value in self.fields)


class Page(HTMLParser):
    """The forms of a page, and the names of all that its links and forms ask."""

    def __init__(self, html):
        super().__init__()
        self.forms, self.keys = [], {}
        self._form = self._select = self._textarea = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self._form = Form(
                given.get("action", ""), given.get("method", "get").upper()
            )
            self.forms.append(self._form)
        elif tag == "a":
            self._remember_keys(given.get("href", ""))
        elif tag == "option" and self._select:
            self._add_option(given)
        elif self._form and given.get("name"):
            self._add_field(tag, given)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea" and self._form and self._textarea:
            self._form.fields.append(self._textarea)
            self._textarea = None

    def handle_data(self, data):
        if self._textarea:
            name, text = self._textarea
            self._textarea = (name, text + data)

    def _add_field(self, tag, given):
        name, kind = given["name"], given.get("type", "text")
        self.keys[name] = True
        if tag == "textarea":
            self._textarea = (name, "")
        elif tag == "select":
            self._select = name
        elif tag == "input" and kind in ("checkbox", "radio"):
            self._add_choice(given)
        elif tag in ("input", "button"):
            self._add_input(name, kind, given)

    def _add_input(self, name, kind, given):
        if kind == "file":
            self._form.fields.append((name, None))
        elif kind in PRESSED:
            self._form.options.setdefault(name, []).append(given.get("value", ""))
        else:
            self._form.fields.append((name, given.get("value", "")))

    def _add_choice(self, given):
        value = given.get("value", "on")
        self._form.options.setdefault(given["name"], []).append(value)
        if "checked" in given:
            self._form.fields.append((given["name"], value))

    def _add_option(self, given):
        self._form.options.setdefault(self._select, []).append(given.get("value", ""))
        if "selected" in given:
            self._form.fields.append((self._select, given.get("value", "")))

    def _remember_keys(self, href):
        try:
            asked = parse_qsl(urlsplit(href).query, keep_blank_values=True)
        except ValueError:
            return
        self.keys |= dict.fromkeys(name for name, _ in asked)


def changed(random, form):
    """Pairs of a form with something wrong: a field that is absent, double, odd, or one choice that nobody offered."""
    pairs = [
        (name, random.choice(FILES) if value is None else value)
        for name, value in form.fields
    ]
    for name, options in form.options.items():
        if random.random() < 0.3:
            pairs.append((name, random.choice(options)))
    for _ in range(random.randint(0, MOST_CHANGED)):
        _change_one(random, pairs)
    return pairs


def _change_one(random, pairs):
    if not pairs:
        pairs.append((odd(random), odd(random)))
        return
    place = random.randrange(len(pairs))
    name, value = pairs[place]
    way = random.choice(
        ("odd", "odd", "odd", "odd", "absent", "double", "file", "name")
    )
    if way == "absent":
        del pairs[place]
    elif way == "double":
        pairs.append((name, odd(random)))
    elif way == "file":
        pairs[place] = (name, random.choice(FILES))
    elif way == "name":
        pairs[place] = (odd(random), value)
    else:
        pairs[place] = (name, _odd_for(random, name))


def _odd_for(random, name):
    return (
        random.choice(COUNTS)
        if name.endswith(("_FORMS", "MIN_NUM_FORMS"))
        else odd(random)
    )
