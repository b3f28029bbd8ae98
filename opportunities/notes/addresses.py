"""What the address or the form of a note names: a municipality, and examples."""

from datetime import date

from initiatives.models import Initiative
from partners.models import Municipality
from partners.places import is_doubtful
from visitors.asked import readable


def municipality_called(text: str, today: date) -> Municipality | None:
    """The one municipality of today with this slug or name; ``None`` where there is none, or there are several."""
    text = readable(text)
    if not text or is_doubtful(text):
        return None
    of_today = []
    for municipality in Municipality.objects.search(text):
        if municipality.is_in_force_on(today):
            of_today.append(municipality)
    if len(of_today) != 1:
        return None
    return of_today[0]


def published_slugs(slugs: list[str]) -> list[str]:
    """Those of examples that the public may see, each once and in this order."""
    published = Initiative.objects.published().filter(slug__in=slugs)
    known = set(published.values_list("slug", flat=True))
    return [slug for slug in dict.fromkeys(slugs) if slug in known]
