"""Municipalities to learn from: about as large, or in the same province, and with examples."""

from dataclasses import dataclass

from initiatives.models import Initiative
from partners.models import Municipality

MOST_PER_REASON = 3


@dataclass(frozen=True)
class Comparable:
    """A municipality with an example of what happens there, and in words why it is shown."""

    municipality: Municipality
    initiative: Initiative
    reason: str


def comparable_municipalities(municipality, by_municipality):
    """Up to three that are nearest in number of inhabitants, and up to three more of the same province.

    ``by_municipality`` has ids of initiatives by slug; only municipalities in it are chosen. 2 queries.
    """
    if municipality.population is None:
        return []
    alike = list(Municipality.objects.filter(slug__in=by_municipality).most_like(municipality))
    nearby = [each for each in alike[MOST_PER_REASON:] if each.province_id == municipality.province_id]
    chosen = [(each, _size_reason(each, municipality)) for each in alike[:MOST_PER_REASON]]
    chosen += [(each, f"Ook in {municipality.province}") for each in nearby[:MOST_PER_REASON]]
    examples = Initiative.objects.in_bulk([by_municipality[each.slug][0] for each, _ in chosen])
    return [Comparable(each, examples[by_municipality[each.slug][0]], reason) for each, reason in chosen]


def _size_reason(other, municipality):
    """Say "as large" only of what is: at most half as large again or a third smaller."""
    as_large = 2 * municipality.population <= 3 * other.population <= 4.5 * municipality.population
    return "Ongeveer even groot" if as_large else "Komt in grootte het dichtst in de buurt"
