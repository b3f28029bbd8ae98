"""How a mail to curators names what was sent in about a municipality."""

from django.urls import reverse

from curation.work_mail import WorkLine

from .models import Service


def line_of_service(service: Service) -> WorkLine:
    """What a library told that exists already."""
    page = reverse("admin:opportunities_service_change", args=[service.pk])
    return WorkLine(f"Bestaand aanbod: {service}", page)
