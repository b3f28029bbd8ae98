"""What somebody mends with the link from their mail: a wrong address, or a colleague who comes instead."""

from django.shortcuts import redirect, render
from django.utils import timezone

from .actions.addresses import change_address, change_booking_address
from .actions.handing_over import hand_over
from .actions.places import BEGUN
from .actions.refused import RefusedError
from .links import booking_of, booking_token, place_token, registration_of
from .mail_limits import why_not_sent
from .mistakes import mistakes_of
from .place_change_views import (
    closed_page,
    form_page,
    why_nothing_changes,
    why_without_place,
)
from .place_forms import AddressForm, HandOverForm
from .place_views import event_with_places
from .private_pages import by_link, refused_page
from .registering import begins_at


@by_link(registration_of)
def place_address(request, registration):
    """Give somebody an address of their own, or another one; the page goes on with the new link."""
    now = timezone.now()
    event = event_with_places(registration.event_id)
    reason = why_nothing_changes(registration, event, now)
    if reason:
        return closed_page(request, reason, registration)
    form = AddressForm(request.POST or None)
    if form.is_valid():
        mended = changed_by_mail(
            request,
            form,
            change_address,
            registration.address,
            registration=registration,
        )
        if mended:
            return redirect("events:place", place_token(mended))
    return form_page(request, "events/place_address.html", form, registration, event)


@by_link(registration_of)
def place_hand_over(request, registration):
    """Give the place to a colleague; the page of who had it says so from then on."""
    now = timezone.now()
    event = event_with_places(registration.event_id)
    reason = why_without_place(registration, event, now)
    if reason:
        return closed_page(request, reason, registration)
    form = HandOverForm(request.POST or None)
    if form.is_valid():
        name = form.cleaned_data["name"]
        if changed_by_mail(
            request,
            form,
            hand_over,
            registration.address,
            registration=registration,
            name=name,
        ):
            return redirect("events:place", place_token(registration))
    return form_page(request, "events/place_hand_over.html", form, registration, event)


@by_link(booking_of)
def booking_address(request, booking):
    """Change the address of who sent the form in."""
    event = event_with_places(booking.event_id)
    if begins_at(event) <= timezone.now():
        status = 409 if request.method == "POST" else 200
        return refused_page(request, BEGUN, status=status)
    form = AddressForm(request.POST or None)
    if form.is_valid():
        mended = changed_by_mail(
            request,
            form,
            change_booking_address,
            booking.email,
            booking=booking,
        )
        if mended:
            return redirect("events:booking", booking_token(mended))
    context = {
        "booking": booking,
        "event": event,
        "form": form,
        "mistakes": mistakes_of(form),
    }
    status = 422 if form.errors else 200
    return render(request, "events/booking_address.html", context, status=status)


def changed_by_mail(
    request,
    form,
    action,
    old,
    **arguments,
):
    """What the action gives, within the limits of mail to the old and new address; ``None`` where the form says why."""
    now = timezone.now()
    email = form.cleaned_data["email"]
    problem = why_not_sent(
        request,
        [email.lower(), old],
        now,
    )
    if problem:
        form.add_error(None, problem)
        return None
    try:
        return action(email=email, now=now, **arguments)
    except RefusedError as error:
        form.add_error(
            error.field or None,
            str(error),
        )
        return None
