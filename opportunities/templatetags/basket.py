"""What a reader put aside for a note, for every page that tells it."""

from django import template

from opportunities import basket

register = template.Library()


@register.simple_tag(takes_context=True)
def basket_slugs(context):
    """The examples that this reader put aside; none on a page for a request that was refused early."""
    request = context.get("request")
    return basket.slugs(request) if hasattr(request, "session") else []
