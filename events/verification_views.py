"""The page on which somebody says that the address on a form is theirs, with the link from the first mail."""

from django.shortcuts import redirect, render
from django.utils import timezone

from .actions.refused import RefusedError
from .actions.verifying import verify
from .links import addressee_of, booking_token, place_token
from .models import Booking, Place, Registration
from .place_views import people_of
from .private_pages import by_link, refused_page


@by_link(addressee_of)
def verify_address(request, addressee):
    """Show who was registered; only a press on the button counts, since mail programs open links too."""
    if addressee.verified_at:
        return redirect(*_own_page(addressee))
    problem = ""
    if request.method == "POST":
        is_other = request.POST.get("anders") == "ja"
        try:
            verify(
                addressee=addressee,
                now=timezone.now(),
                is_other=is_other,
            )
        except RefusedError as error:
            if error.field != "name":
                return refused_page(
                    request, str(error), status=409, registration=addressee
                )
            problem = str(error)
        else:
            return redirect(*_own_page(addressee))
    context = {
        "addressee": addressee,
        "event": addressee.event,
        "people": people_of(_shown_to(addressee)),
        "Place": Place,
        "problem": problem,
    }
    status = 409 if problem else 200
    return render(request, "events/verify_address.html", context, status=status)


def _shown_to(addressee):
    """Who sent the form in sees everybody on it; others only themselves."""
    if isinstance(addressee, Booking):
        return addressee.registrations.all()
    return Registration.objects.filter(pk=addressee.pk)


def _own_page(addressee):
    if isinstance(addressee, Booking):
        return "events:booking", booking_token(addressee)
    return "events:place", place_token(addressee)
