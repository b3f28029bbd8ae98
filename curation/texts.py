"""What somebody typed in a page of our own."""

LONGEST = 5000  # characters


def posted_text(request, name, at_most=LONGEST):
    """A text of a form, as the database can keep it: without NUL characters and no longer than ``at_most``."""
    return request.POST.get(name, "").replace("\x00", "").strip()[:at_most]
