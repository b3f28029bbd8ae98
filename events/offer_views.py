"""An offered place, of the meeting or of one session: taken or refused with the link from the mail."""

from django.shortcuts import render
from django.utils import timezone

from .actions.answering import (
    NOT_OFFERED,
    TOO_LATE,
    accept_offer,
    accept_session_offer,
    decline_offer,
    decline_session_offer,
)
from .links import registration_of
from .models import Place, SessionChoice
from .place_change_views import act
from .place_views import event_with_places, place_context
from .private_pages import by_link, refused_page

YES = "ja"
NO = "nee"
UNKNOWN = "Dit aanbod kennen we niet. Kopieer de link nog eens uit de mail."


@by_link(registration_of)
def place_offer(request, registration):
    """Take or refuse the place that became free."""
    now = timezone.now()
    answer = request.POST.get("antwoord")
    if may_answer(registration) and answer == YES:
        return act(
            request,
            registration,
            accept_offer,
            registration=registration,
            now=now,
        )
    if may_answer(registration) and answer == NO:
        return act(
            request,
            registration,
            decline_offer,
            registration=registration,
            now=now,
        )
    return offer_page(request, registration, registration, now)


@by_link(registration_of)
def session_offer(request, registration, choice):
    """Take or refuse the place that became free in a session."""
    choices = SessionChoice.objects.filter(registration=registration)
    choice = (
        choices.select_related("session", "registration__event")
        .filter(pk=choice)
        .first()
    )
    if choice is None:
        return refused_page(request, UNKNOWN, status=404, registration=registration)
    now = timezone.now()
    answer = request.POST.get("antwoord")
    if may_answer(choice) and answer == YES:
        return act(request, registration, accept_session_offer, choice=choice, now=now)
    if may_answer(choice) and answer == NO:
        return act(request, registration, decline_session_offer, choice=choice, now=now)
    return offer_page(request, registration, choice, now, session=choice.session)


def may_answer(seat):
    """Whether nobody answered the offer yet; ``seat`` is a registration, or a choice of a session."""
    return seat.place not in (Place.CONFIRMED, Place.CANCELLED)


def offer_page(request, registration, seat, now, session=None):
    """The question, or that it was answered; an offer that is over is refused."""
    if may_answer(seat):
        if seat.place == Place.WAITING:
            return refused_page(
                request,
                NOT_OFFERED,
                status=410,
                registration=registration,
            )
        if seat.place != Place.OFFERED or seat.offered_until <= now:
            return refused_page(
                request,
                TOO_LATE,
                status=410,
                registration=registration,
            )
    event = event_with_places(registration.event_id)
    context = place_context(registration, event, now)
    context |= {
        "seat": seat,
        "session": session,
        "is_answered": not may_answer(seat),
    }
    return render(request, "events/place_offer.html", context)
