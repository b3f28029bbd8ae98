"""Who runs this site, for the pages that say it."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def publisher():
    """Name, address, e-mail address, supervisor and legal basis; the name is empty on a trial installation."""
    return settings.PUBLISHER
