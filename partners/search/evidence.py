"""The figures and quotes on a page, as text to find it by.

They are kept above this app, with the practice examples, so they are reached through the relation and not by import.
"""

from search.documents.draft import by_number

EVIDENCE = ("figures", "citations")  # to prefetch


def evidence(subject):
    """The texts of what is counted and said about an organisation, a network or an example."""
    figures = [
        f"{figure.label}. {figure.note}" for figure in by_number(subject.figures.all())
    ]
    citations = [
        f"{citation.paraphrase} {citation.speaker}"
        for citation in by_number(subject.citations.all())
    ]
    return figures + citations
