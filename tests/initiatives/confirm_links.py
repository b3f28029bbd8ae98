"""The link with which somebody says that an example is still right."""

from django.urls import reverse

from initiatives.freshness import confirm_token
from initiatives.models import Initiative


def address(initiative):
    leads = [lead.pk for lead in initiative.leads]
    token = confirm_token(initiative, *leads[:1])
    return reverse("initiatives:initiative_confirm", args=[token])


def stored(initiative):
    return Initiative.objects.values_list("confirmed_on", "confirmed_by__name", "next_check_on").get(pk=initiative.pk)
