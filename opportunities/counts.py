"""Which examples there are per municipality of today."""

from collections import defaultdict
from datetime import date

from initiatives.models import Initiative
from partners.models import Municipality
from partners.successions import Successions


def initiatives_by_municipality(today: date) -> dict[str, list[int]]:
    """{slug: ids of published practice examples} of today's municipalities that have any, in 3 queries.

    What happened in a municipality that ended counts for each of its successors.
    """
    successions = Successions.on(today)
    slugs = dict(Municipality.objects.current(today).values_list("pk", "slug"))
    initiatives = defaultdict(list)
    placed = (
        Initiative.objects.published()
        .practices()
        .exclude(places=None)
        .order_by("sort_key", "pk")
    )
    for initiative_id, municipality_id in placed.values_list("pk", "places"):
        for pk in successions.living_on_in(municipality_id):
            here = initiatives[slugs[pk]]
            if initiative_id not in here:
                here.append(initiative_id)
    return dict(initiatives)
