"""Why a reader came from another name to the page of a municipality, in one sentence."""

from django.utils.formats import date_format

from partners.models import Municipality
from partners.successions import Successions


def arrival_in_words(
    municipality: Municipality,
    old_slug: str,
    successions: Successions,
) -> str:
    """``Weesp hoort sinds 24 maart 2022 bij Amsterdam.``; empty where the old name does not lead here. 3 queries."""
    if not old_slug or old_slug == municipality.slug:
        return ""
    alias = municipality.aliases.filter(slug=old_slug).first()
    if alias:
        return f"{alias.name} is een andere naam voor {municipality}."
    for former in Municipality.objects.called(old_slug):
        if former.has_ended and successions.living_on_in(former.pk) == [
            municipality.pk
        ]:
            day = date_format(former.valid_until, "j F Y")
            return f"{former} hoort sinds {day} bij {municipality}."
    return ""
