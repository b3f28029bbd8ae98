"""Makes requests from routes, from the forms that stand on their pages, and from what fits nowhere."""

from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from .forms import Page, changed
from .headers import CONTENT_TYPES, HEADERS, METHODS
from .question import TOKEN, URLENCODED, Body, Question, in_parts, urlencoded
from .values import (
    JSON_BODIES,
    KEYS,
    RAW_PIECES,
    encoded,
    odd,
    odd_piece,
)
from .visitors import CURATORS, VISITORS

FORM_METHODS = ("POST", "PUT", "PATCH")
MANY_FIELDS = 3_001
LONG_TEXT = 2_700_000  # characters; more than Django keeps in memory of a form


class Generator:
    """Requests that are the same for the same ``random``; ``ask`` gives the pages that forms are taken from."""

    def __init__(self, random, examples, ask):
        self.random, self.examples, self.ask = random, examples, ask
        self.pages = {}

    def hostile(self, route):
        """A request to this route in which something is odd."""
        visitor = self._visitor(route)
        path = route.filled(self.random, self.examples)
        page = self._page(visitor, path)
        way = self.random.choice(
            ("path", "query", "headers", "form", "form", "body", "method")
        )
        question = getattr(self, f"_odd_{way}")(
            Question(visitor, "GET", path), page, route
        )
        if self.random.random() < 0.15:
            question = self._odd_headers(question, page, route)
        return question

    # --- one way each to be odd -------------------------------------------------------------------------
    def _odd_path(self, question, page, route):
        method = self.random.choice(("GET", "GET", "POST"))
        body = None
        if method == "POST":
            body = urlencoded([("csrfmiddlewaretoken", TOKEN)])
        path = route.spoiled(self.random, self.examples)
        return replace(question, method=method, path=path, body=body)

    def _odd_query(self, question, page, route):
        keys = [*page.keys, *KEYS]
        pieces = [
            self._piece(keys, len(page.keys)) for _ in range(self.random.randint(1, 4))
        ]
        if self.random.random() < 0.02:
            pieces *= 100
        return replace(question, query=tuple(pieces))

    def _odd_headers(self, question, page, route):
        names = self.random.sample(list(HEADERS), self.random.randint(1, 3))
        headers = tuple((name, self.random.choice(HEADERS[name])) for name in names)
        return replace(question, headers=question.headers + headers)

    def _odd_form(self, question, page, route):
        """A form of the page with something wrong in it; where there is none, a form with the names of the page."""
        if not page.forms:
            pairs = [
                ("csrfmiddlewaretoken", TOKEN),
                (self.random.choice([*page.keys, *KEYS]), odd(self.random)),
            ]
            return replace(question, method="POST", body=urlencoded(pairs))
        form = self.random.choice(page.forms)
        path, query = _address(question.path, form.action)
        pairs = changed(self.random, form)
        if form.method != "POST":
            pieces = tuple(
                f"{encoded(name)}={encoded(str(value))}" for name, value in pairs
            )
            return replace(question, path=path, query=pieces)
        if form.has_files or self.random.random() < 0.1:
            body = in_parts(pairs)
        else:
            body = urlencoded(pairs)
        return replace(question, method="POST", path=path, query=query, body=body)

    def _odd_body(self, question, page, route):
        method = self.random.choice(FORM_METHODS)
        headers = ()
        if self.random.random() < 0.8:
            headers = (("X-CSRFToken", TOKEN),)
        return replace(question, method=method, headers=headers, body=self._body(page))

    def _odd_method(self, question, page, route):
        return replace(
            question,
            method=self.random.choice(METHODS),
            headers=(("X-CSRFToken", TOKEN),),
        )

    # --- pieces ------------------------------------------------------------------------------------------
    def _piece(self, keys, of_page):
        if self.random.random() < 0.1:
            return self.random.choice(("", "=", "&&&", "%00=1", "=%ff", *RAW_PIECES))
        if of_page and self.random.random() < 0.6:
            keys = keys[:of_page]
        key = encoded(self.random.choice(keys))
        return f"{key}={odd_piece(self.random)}"

    def _body(self, page):
        token = ("csrfmiddlewaretoken", TOKEN)
        names = [*page.keys, "x"]
        way = self.random.random()
        if way < 0.02:
            return urlencoded([token] + [("veld", "1")] * MANY_FIELDS)
        if way < 0.04:
            return urlencoded([token, (self.random.choice(names), "a" * LONG_TEXT)])
        if way < 0.3:
            return Body(
                self.random.choice(("application/json", URLENCODED)),
                (self.random.choice(JSON_BODIES),),
            )
        whole = in_parts([token, (self.random.choice(names), odd(self.random))])
        if way < 0.6:
            cut = self.random.randrange(len(bytes(whole)))
            return Body(whole.content_type, (bytes(whole)[:cut],))
        if way < 0.7:
            return Body(URLENCODED, (self.random.randbytes(60),))
        return replace(whole, content_type=self.random.choice(CONTENT_TYPES))

    def _visitor(self, route):
        """Mostly somebody who may come there."""
        if route.text.startswith("beheer/") and self.random.random() < 0.9:
            return self.random.choice(CURATORS)
        return self.random.choice(VISITORS)

    def _page(self, visitor, path):
        """What stands on this page, asked once."""
        key = (visitor, path)
        if key not in self.pages:
            answer = self.ask(Question(visitor, "GET", path))
            text = ""
            if answer.is_html:
                text = answer.text
            self.pages[key] = Page(text)
        return self.pages[key]


def _address(page, action):
    """(path, pieces of the query) that a form of a page is sent to; elsewhere and back where it leads off the site."""
    target = urlsplit(urljoin(page, action or page))
    if target.netloc:
        return page, ()
    if not target.query:
        return target.path, ()
    return target.path, tuple(target.query.split("&"))
