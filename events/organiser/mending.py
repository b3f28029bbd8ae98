"""What who organises mends for one attendee: a form with a reason for each thing, which stands in the steps."""

from dataclasses import dataclass

from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from events.actions.addresses import change_address, change_booking_address
from events.actions.by_hand import bring_back, change_price, confirm
from events.actions.handing_over import hand_over
from events.actions.refused import RefusedError
from events.choices import LIVE
from events.models import Place
from wording.enumerations import joined

from .mending_forms import (
    AddressWithReasonForm,
    BringBackForm,
    HandOverWithReasonForm,
    PriceForm,
    ReasonForm,
)


@dataclass(frozen=True)
class Mend:
    """One thing that can be arranged: its form, what does it, when it can be, and the words around it."""

    form: type
    act: callable
    is_offered: callable
    title: str
    text: str
    button: str
    done: str
    also: callable = None  # what is said of whom it is about, beside that


def mend_address(*, registration, for_all=False, **values):
    """An address of their own, or the one of who booked for everybody without an own one; who has it then."""
    if not for_all:
        return change_address(registration=registration, **values)
    change_booking_address(
        booking=registration.booking,
        **values,
    )
    return registration


def is_live(registration):
    """Whether somebody has a place or waits for one."""
    return registration.place in LIVE


def may_hand_over(registration):
    """Whether there is a place that somebody else can have."""
    return registration.place == Place.CONFIRMED and registration.checked_in_at is None


def may_confirm(registration):
    """Whether an address or an offered place waits for a yes."""
    is_known = registration.is_verified or not registration.address
    return is_live(registration) and (
        not is_known or registration.place == Place.OFFERED
    )


def sessions_still_full(registration):
    """Of which sessions somebody with a place waits for one; empty where there are none."""
    waiting = registration.session_choices.waiting().with_labels()
    names = [f"‘{choice.session.label}’" for choice in waiting]
    if not names:
        return ""
    return (
        f"Niet vrij: {joined(names)}. Daarvoor staat {registration} op de wachtlijst."
    )


def is_gone(registration):
    """Whether somebody cancelled, or did not answer in time."""
    return not is_live(registration)


MENDS = {  # by the last part of the address
    "adres": Mend(
        AddressWithReasonForm,
        mend_address,
        is_live,
        "E-mailadres veranderen",
        "Het oude adres krijgt bericht. Het nieuwe krijgt een mail om het te bevestigen. Oude links werken niet meer.",
        "Verander het e-mailadres",
        "Het e-mailadres is veranderd. Beide adressen krijgen een mail.",
    ),
    "overdragen": Mend(
        HandOverWithReasonForm,
        hand_over,
        may_hand_over,
        "Plek aan een collega geven",
        "De collega krijgt de plek, de prijs en de deelsessies, met een eigen mail en code. De oude code vervalt.",
        "Geef de plek aan de collega",
        "De plek is van de collega.",
    ),
    "met-de-hand": Mend(
        ReasonForm,
        confirm,
        may_confirm,
        "Met de hand bevestigen",
        "Hiermee zeg je voor deze deelnemer dat het e-mailadres klopt, en ja tegen een plek die is aangeboden.",
        "Bevestig",
        "De aanmelding is bevestigd. De deelnemer krijgt een mail.",
    ),
    "terugzetten": Mend(
        BringBackForm,
        bring_back,
        is_gone,
        "Afmelding ongedaan maken",
        "Is er een plek vrij, dan krijgt deze persoon die terug, met de deelsessies waar nog plek is. Voor volle "
        "deelsessies komt deze persoon op de wachtlijst.",
        "Maak de afmelding ongedaan",
        "De afmelding is ongedaan gemaakt. De deelnemer krijgt een mail.",
        sessions_still_full,
    ),
    "prijs": Mend(
        PriceForm,
        change_price,
        is_live,
        "Prijs en notitie",
        "De prijs geldt alleen voor deze deelnemer. De notitie leest alleen wie organiseert.",
        "Bewaar",
        "De prijs en de notitie zijn bewaard.",
    ),
}


class MendingPages:
    """Adds a page for each of these below the page of an attendee."""

    def get_urls(self):
        pages = []
        for name in MENDS:
            view = self.admin_site.admin_view(self.mend_view)
            pages.append(
                path(
                    f"<int:pk>/{name}/",
                    view,
                    {"name": name},
                    name=f"events_registration_{name}",
                )
            )
        return [*pages, *super().get_urls()]

    def mend_view(self, request, pk, name):
        """Ask what is needed with a reason, and do it."""
        registration = self._attendee(request, pk)
        mend = MENDS[name]
        form = mend.form(request.POST or None, registration=registration)
        if request.method == "POST" and form.is_valid():
            try:
                mended = mend.act(
                    registration=registration,
                    now=timezone.now(),
                    user=request.user,
                    **form.cleaned_data,
                )
            except RefusedError as error:
                form.refuse(error)
            else:
                sentence = mend.done
                if mend.also:
                    sentence = f"{sentence} {mend.also(mended)}".strip()
                return self._done(request, mended, sentence)
        context = self._shared(request, registration, f"{mend.title}: {registration}")
        context |= {
            "form": form,
            "mend": mend,
            "is_offered": mend.is_offered(registration),
        }
        return TemplateResponse(request, "admin/events/attendee_mend.html", context)


def mends_of(registration):
    """(address, words) of what can be arranged for somebody now."""
    mends = []
    for name, mend in MENDS.items():
        if mend.is_offered(registration):
            mends.append(
                (
                    reverse(
                        f"admin:events_registration_{name}",
                        args=[registration.pk],
                    ),
                    mend.title,
                )
            )
    return mends
