"""The figures and quotes on a page, as text to find it by.

They are kept above this app, with the practice examples, so they are reached through the relation and not by import.
"""

from search.documents.draft import by_number

EVIDENCE = ("figures", "citations")  # to prefetch


def evidence(thing):
    """The texts of what is said about a thing."""
    figures = [f"{figure.label}. {figure.note}" for figure in by_number(thing.figures.all())]
    return figures + [f"{said.paraphrase} {said.speaker}" for said in by_number(thing.citations.all())]
