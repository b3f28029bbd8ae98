"""Whether somebody told it already."""

from django.db.models import QuerySet

from opportunities.choices import ServiceState
from opportunities.models import Service

SHOWN_OR_JUDGED = (ServiceState.SUBMITTED, ServiceState.PUBLISHED)


def same_as(service: Service) -> QuerySet[Service]:
    """What was told and confirmed before of the same organisation, example and municipality."""
    same = Service.objects.filter(publication_state__in=SHOWN_OR_JUDGED).exclude(
        pk=service.pk
    )
    return same.filter(
        example=service.example,
        provider=service.provider,
        municipality=service.municipality,
    )
