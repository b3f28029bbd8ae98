"""*Vul aan* at a meeting: a form for exactly the field that is empty."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from initiatives.filling_views import answer_to_filling, posted_or_none
from initiatives.fillings import filling_called

from .models import Event


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def fill_meeting(request, slug, field):
    """Fill in one thing about a published meeting."""
    meeting = get_object_or_404(
        Event.objects.published(),
        slug=slug,
    )
    filling = filling_called(field)
    if filling is None or filling.about != "meeting":
        raise Http404
    form = filling(posted_or_none(request), meeting=meeting)
    return answer_to_filling(
        request,
        form,
        str(meeting),
        meeting.get_absolute_url(),
    )
