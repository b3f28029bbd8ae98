"""Which examples there are per municipality of today."""

from collections import defaultdict

from initiatives.models import Initiative
from partners.models import Municipality
from partners.successions import Successions


def initiatives_by_municipality(today):
    """Ids of published initiatives by slug of today's municipalities, in 3 queries; who has none is absent.

    What happened in a municipality that ended counts for each of its successors.
    """
    successions = Successions.on(today)
    slugs = dict(Municipality.objects.current(today).values_list("pk", "slug"))
    found = defaultdict(list)
    placed = Initiative.objects.published().exclude(places=None).order_by("sort_key", "pk")
    for initiative, place in placed.values_list("pk", "places"):
        for pk in successions.living_on_in(place):
            if initiative not in found[slugs[pk]]:
                found[slugs[pk]].append(initiative)
    return dict(found)
