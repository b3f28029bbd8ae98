"""What is found of this app: practice examples, themes and documents."""

from initiatives.models import Initiative
from search.registry import KindOfDocument, register

from . import initiatives, papers, themes
from .dependents import DEPENDENTS
from .facets import FACETS


def changes_by_date(first, last):
    """A confirmation ends at the next check."""
    unconfirmed = Initiative.objects.filter(next_check_on__range=(first, last))
    return {"initiative": unconfirmed.values_list("pk", flat=True)}


register(
    kinds=[
        KindOfDocument(
            name=initiatives.KIND,
            label="Praktijkvoorbeeld of idee",
            place=1,
            public=initiatives.public,
            load=initiatives.load,
            draft=initiatives.draft,
            overview="initiatives:initiative_list",
            list_page="initiatives:initiative_list",
            place_in_suggestions=7,
            version=4,
        ),
        KindOfDocument(
            name=themes.KIND,
            label="Thema",
            place=2,
            public=themes.public,
            load=themes.load,
            draft=themes.draft,
            list_page="initiatives:theme_list",
            place_in_suggestions=1,
            version=2,
        ),
        KindOfDocument(
            name=papers.KIND,
            label="Document",
            place=8,
            public=papers.public,
            load=papers.load,
            draft=papers.draft,
            has_pages=False,
        ),
    ],
    facets=FACETS,
    dependents=DEPENDENTS,
    changes_by_date=changes_by_date,
)
