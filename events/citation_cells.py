"""A cell of a spreadsheet with citations, which have no slug."""

from initiatives.models import Citation
from spreadsheets.lookups import Lookup
from spreadsheets.references import SEPARATOR, References

ABOUT = {
    "initiative": "praktijkvoorbeeld",
    "theme": "thema",
    "network": "netwerk",
    "organisation": "organisatie",
}
LOADED = ("source", *ABOUT)  # what the name of a citation is made of


def name_of(citation):
    """By what a citation is recognised, in one line: source, speaker, passage, and what it is about."""
    parts = [
        citation.source.slug,
        citation.speaker,
        citation.passage,
    ]
    for name, word in ABOUT.items():
        subject = getattr(citation, name)
        if subject:
            parts.append(f"{word} {subject.slug}")
    in_one_line = []
    for part in parts:
        if part:
            in_one_line.append(" ".join(part.replace(SEPARATOR, "/").split()))
    return " · ".join(in_one_line)


class CitationLookup(Lookup):
    """Citations, by their names."""

    def __init__(self):
        super().__init__(Citation)

    def key_of(self, instance):
        return name_of(instance)

    def all(self):
        return Citation.objects.select_related(*LOADED)

    def get_later(self, key):
        """A file never makes the citations that it refers to."""
        return


class Citations(References):
    """Several citations, by their names."""

    def __init__(self):
        super().__init__(Citation, lookup=CitationLookup())
