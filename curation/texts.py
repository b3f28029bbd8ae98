"""What somebody typed in a page of our own."""

from visitors.asked import asked_text

LONGEST = 5000  # characters


def posted_text(request, name, at_most=LONGEST):
    """A text of a form, as the database can keep it: without NUL characters and no longer than ``at_most``."""
    return asked_text(request.POST, name, longest=at_most)
