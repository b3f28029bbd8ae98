"""*Vul aan* at a meeting: a form for exactly the field that is empty."""

from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from initiatives.filling_views import fill

from .models import Event


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def fill_meeting(request, slug, field):
    """Fill in one thing about a published meeting."""
    meeting = get_object_or_404(
        Event.objects.published(),
        slug=slug,
    )
    return fill(request, field, "meeting", meeting)
