"""The figures and quotes on a page, as text to find it by."""

EVIDENCE = ("figures", "citations")  # to prefetch


def evidence(thing):
    """The texts of what is said about a thing."""
    figures = [f"{figure.label}. {figure.note}" for figure in by_number(thing.figures.all())]
    return figures + [f"{said.paraphrase} {said.speaker}" for said in by_number(thing.citations.all())]


def by_number(things):
    """Things in an order that only they themselves can change."""
    return sorted(things, key=lambda each: each.pk)
