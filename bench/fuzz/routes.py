"""Every address of the site, found in the URLconf, and how to fill in what it asks for."""

import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from django.urls import Resolver404, get_resolver, resolve

from .values import encoded, odd_piece

PLACEHOLDER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:\[[^\]]*\]|[^()\[\]])*\)")
ENDS = ["", "/", "//", "/..", "/../", "%00", "%0a", "?", ".php", "/%2e%2e/", ";a=b", "/a" * 300]


@dataclass(frozen=True)
class Route:
    """One address; ``pieces`` are texts and, between them, the names of what is filled in."""

    text: str
    pieces: tuple

    def filled(self, random, examples):
        """An address that leads here, with things that are there."""
        values = examples.of(random, self.text)
        return self._joined(lambda name: encoded(str(values.get(name, "1")), safe="/:"))

    def spoiled(self, random, examples):
        """An address in which something is odd."""
        values = examples.of(random, self.text)
        odd_names = {name for name in self.pieces[1::2] if random.random() < 0.7}

        def value_of(name):
            return odd_piece(random) if name in odd_names else encoded(str(values.get(name, "1")), safe="/:")

        end = "" if odd_names and random.random() < 0.8 else random.choice(ENDS)
        return self._joined(value_of) + end

    def _joined(self, value_of):
        pairs = enumerate(self.pieces)
        return "/" + "".join(value_of(piece) if place % 2 else piece for place, piece in pairs)


def all_routes():
    """Every address of the URLconf, each once."""
    texts = dict.fromkeys(_texts(get_resolver(), ""))
    return [Route(text, _pieces(text)) for text in texts]


def route_of(path):
    """The text of the route that an address leads to; empty where there is none."""
    try:
        return resolve(unquote_to_bytes(path).decode(errors="replace")).route
    except Resolver404:
        return ""


def _texts(resolver, before):
    for each in resolver.url_patterns:
        text = str(each.pattern)
        text = before + text.removeprefix("^") if before else text  # as Django joins them
        if hasattr(each, "url_patterns"):
            yield from _texts(each, text)
        else:
            yield text


def _pieces(text):
    """``"a/<int:pk>/"`` becomes ``("a/", "pk", "/")``."""
    plain = text.replace("^", "").replace("$", "")
    pieces, end = [], 0
    for match in PLACEHOLDER.finditer(plain):
        pieces += [plain[end : match.start()], match[1] or match[2]]
        end = match.end()
    return (*pieces, plain[end:])
