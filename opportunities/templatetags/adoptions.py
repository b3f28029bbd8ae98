"""How what was told after an example is shown."""

from django import template

from initiatives.models import Initiative
from opportunities.adoptions.naming import is_named_after
from opportunities.models import Service

register = template.Library()


@register.filter
def has_own_name(service: Service, example: Initiative) -> bool:
    """Whether its name says something that the title of the example does not."""
    return not is_named_after(service, example)
