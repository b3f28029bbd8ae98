"""Which libraries work in a municipality, and which branches are there of which nobody knows the library."""

from .models import Branch, Library


def libraries_here(municipality_ids):
    """What pages of a municipality say of its libraries; of all that it was made of too."""
    return {
        "libraries": Library.objects.published().working_in(municipality_ids),
        "unknown_branches": Branch.objects.of_unknown_libraries_in(municipality_ids),
    }
