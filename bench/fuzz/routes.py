"""Every address of the site, found in the URLconf, and how to fill in what it asks for."""

import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from django.urls import Resolver404, get_resolver, resolve

from .values import encoded, odd_piece

PLACEHOLDER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:\[[^\]]*\]|[^()\[\]])*\)")
ENDS = [
    "",
    "/",
    "//",
    "/..",
    "/../",
    "%00",
    "%0a",
    "?",
    ".php",
    "/%2e%2e/",
    ";a=b",
    "/a" * 300,
]


@dataclass(frozen=True)
class Route:
    """One address; ``pieces`` are texts and, between them, the names of what is filled in."""

    text: str
    pieces: tuple

    def filled(self, random, examples):
        """An address that leads here, with things that are there."""
        values = examples.of(random, self.text)
        return self.joined(lambda name: plain_piece(values, name))

    def spoiled(self, random, examples):
        """An address in which something is odd."""
        values = examples.of(random, self.text)
        odd_names = {name for name in self.pieces[1::2] if random.random() < 0.7}

        def value_of(name):
            if name in odd_names:
                return odd_piece(random)
            return plain_piece(values, name)

        end = ""
        if not odd_names or random.random() >= 0.8:
            end = random.choice(ENDS)
        return self.joined(value_of) + end

    def joined(self, value_of):
        """The address, with what this function gives for the name of each thing to fill in."""
        texts = []
        for place, piece in enumerate(self.pieces):
            is_name = place % 2 == 1
            if is_name:
                piece = value_of(piece)
            texts.append(piece)
        return "/" + "".join(texts)


def plain_piece(values, name):
    """What an example fills in, as it stands in an address."""
    return encoded(str(values.get(name, "1")), safe="/:")


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
    for pattern in resolver.url_patterns:
        text = str(pattern.pattern)
        if before:
            text = before + text.removeprefix("^")  # as Django joins them
        if hasattr(pattern, "url_patterns"):
            yield from _texts(pattern, text)
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
