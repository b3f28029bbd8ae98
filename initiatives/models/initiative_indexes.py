"""By what lists and counts of examples are read quickly."""

from django.db.models import Index, Q

from initiatives.choices import PublicationState

INDEXES = [
    Index(
        fields=["publication_state", "sort_key"],
        name="initiative_state_sort_key",
    ),
    Index(
        fields=["sort_key", "slug"],
        name="initiative_sort_key_slug",
    ),
    # what pages count by, so that they need not read the texts
    Index(
        fields=["id"],
        include=["entry_kind", "phase", "year", "confirmed_on", "sort_key"],
        condition=Q(publication_state=PublicationState.PUBLISHED),
        name="initiative_published",
    ),
    Index(
        fields=["sort_key"],
        condition=Q(is_featured=True),
        name="initiative_featured",
    ),
]
