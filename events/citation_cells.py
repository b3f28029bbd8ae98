"""A cell of a spreadsheet with citations, which have no slug."""

from initiatives.models import Citation
from spreadsheets.widgets import SEPARATOR, Reference, References

ABOUT = {"initiative": "praktijkvoorbeeld", "theme": "thema", "network": "netwerk", "organisation": "organisatie"}
LOADED = ("source", *ABOUT)  # what the name of a citation is made of


def name_of(citation):
    """By what a citation is recognised, in one line: source, speaker, passage, and what it is about."""
    parts = [citation.source.slug, citation.speaker, citation.passage]
    for name, word in ABOUT.items():
        subject = getattr(citation, name)
        if subject:
            parts.append(f"{word} {subject.slug}")
    in_one_line = [" ".join(part.replace(SEPARATOR, "/").split()) for part in parts if part]
    return " · ".join(in_one_line)


class CitationReference(Reference):
    """One citation, by its name."""

    def __init__(self):
        super().__init__(Citation)

    def look_up(self, key):
        """The citation with this name; all are read once."""
        if self.found is None:
            citations = Citation.objects.select_related(*LOADED)
            self.found = {name_of(citation): citation for citation in citations}
        if key not in self.found:
            raise ValueError(f"‘{key}’ bestaat niet als {Citation._meta.verbose_name}.")
        return self.found[key]


class Citations(References):
    """Several citations, by their names."""

    def __init__(self):
        super().__init__(Citation)
        self.reference = CitationReference()

    def shown(self, value):
        """The names, in order."""
        names = sorted(name_of(citation) for citation in value)
        return f" {SEPARATOR} ".join(names)
