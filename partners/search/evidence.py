"""The figures and quotes on a page, as text to find it by.

They are kept above this app, with the practice examples, so they are reached through the relation and not by import.
"""

from search.documents.draft import by_number

EVIDENCE = ("figures", "citations")  # to prefetch


def evidence(subject):
    """The texts of what is counted and said about an organisation, a network or an example."""
    figures = []
    for figure in by_number(subject.figures.all()):
        figures.append(f"{figure.label}. {figure.note}")
    citations = []
    for citation in by_number(subject.citations.all()):
        citations.append(f"{citation.paraphrase} {citation.speaker}")
    return figures + citations
