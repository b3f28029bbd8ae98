"""Examples with many equal titles, years and qualities, of which many in one block of an order; and all their pages."""

from datetime import date

from django.core.paginator import Paginator

from initiatives.models import Initiative
from tests.search.country import change_in_sql

WORDS = ["koffie", "taal", "werk", "wandelen", "École", "’s avonds", "Zwolle", "zee", "ÿ"]
FEW_MOMENTS = """
UPDATE initiatives_initiative SET updated_at = '2024-01-01 00:00Z'::timestamptz + id %% 41 * interval '1 microsecond'
WHERE id = ANY(%s)
"""


def make_many(chance, numbers):
    """Published examples with these numbers, as chance will have it."""
    made = Initiative.objects.bulk_create(
        Initiative(
            slug=f"nummer-{number}",
            title=f"{chance.choice(WORDS)} {chance.randint(1, 40)}",
            summary=" ".join(chance.sample(WORDS, 3)),
            goal=chance.choice(["", "Koffie.", "Taal en taal en taal."]),
            year=chance.choice([None, 2014, 2019, 2024]),
            publication_state="gepubliceerd",
            next_check_on=date(2100, 1, 1),
        )
        for number in numbers
    )
    change_in_sql(FEW_MOMENTS, [each.pk for each in made])


def all_pages(filterset, per_page=100):
    """The numbers of the documents on all pages, one after another."""
    pages = Paginator(filterset.results, per_page)
    return [document.id for number in pages.page_range for document in pages.page(number)]
