"""What a visitor asks in an address, of which anybody can make anything: texts that the database can look for."""

from django.http import QueryDict

LONGEST = 200  # characters
NUL = "\x00"  # no database holds it
NO_TEXT = "Er staat een teken in dat geen tekst is."


def is_storable(text: str) -> bool:
    """Whether a database holds this text; where it does not, ``NO_TEXT`` says so."""
    return NUL not in text


def readable(text: str) -> str:
    """A text without NUL characters and without space around it."""
    return text.replace(NUL, "").strip()


def asked_text(data: QueryDict, name: str, longest: int = LONGEST) -> str:
    """The text of one parameter, empty where it is not there; ``data`` is a query string or a form that was sent."""
    return readable(data.get(name, ""))[:longest]


def asked_texts(
    data: QueryDict,
    name: str,
    longest: int = LONGEST,
) -> list[str]:
    """The texts of a parameter that may be there more often, in their order, each once and none of them empty."""
    texts = [readable(text)[:longest] for text in data.getlist(name)]
    return [text for text in dict.fromkeys(texts) if text]


def without_nul(data: QueryDict) -> QueryDict:
    """A copy of a query string or a posted form, without characters that no database holds."""
    clean = QueryDict(mutable=True)
    for name, values in data.lists():
        clean.setlist(
            name,
            [readable(value) for value in values],
        )
    return clean
