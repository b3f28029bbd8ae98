"""What a visitor asks in an address, of which anybody can make anything: texts that the database can look for."""

from django.http import QueryDict

LONGEST = 200  # characters


def readable(text):
    """A text without NUL characters, which no database holds, and without space around it."""
    return text.replace("\x00", "").strip()


def asked_text(data, name, longest=LONGEST):
    """The text of one parameter, empty where it is not there; ``data`` is a query string or a form that was sent."""
    return readable(data.get(name, ""))[:longest]


def asked_texts(data, name, longest=LONGEST):
    """The texts of a parameter that may be there more often, in their order, each once and none of them empty."""
    texts = [readable(text)[:longest] for text in data.getlist(name)]
    return [text for text in dict.fromkeys(texts) if text]


def without_nul(data: QueryDict) -> QueryDict:
    """A copy of a query string or a posted form, without characters that no database holds."""
    clean = QueryDict(mutable=True)
    for name, values in data.lists():
        clean.setlist(name, [readable(value) for value in values])
    return clean
