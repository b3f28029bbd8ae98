"""What an organiser fills in on pages of their own."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from unfold.widgets import (
    UnfoldAdminSelectWidget,
    UnfoldAdminSingleDateWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from accounts import kinds
from events.choices import LIVE
from events.directory import attendees_called
from events.last_names import last_name_in
from events.models import Event, Place, SessionChoice
from events.session_choosing import SessionsForm, rounds_of

from .figures import UNVERIFIED

WHO = {
    "": Q(place__in=LIVE),
    "bevestigd": Q(place=Place.CONFIRMED),
    "wachtlijst": Q(place=Place.WAITING),
    "aangeboden": Q(place=Place.OFFERED),
    "binnen": Q(checked_in_at__isnull=False),
    "afwezig": Q(place=Place.CONFIRMED, checked_in_at=None),
    "onbevestigd": Q(place__in=LIVE) & UNVERIFIED,
    "gasten": Q(is_guest=True, place__in=LIVE),
    "afgemeld": Q(place__in=[Place.CANCELLED, Place.LAPSED]),
    "iedereen": Q(),
}
WHO_LABELS = [
    ("", "Wie een plek heeft of wacht"),
    ("bevestigd", "Wie een plek heeft"),
    ("wachtlijst", "Wie op de wachtlijst staat"),
    ("aangeboden", "Wie een plek kan aannemen"),
    ("binnen", "Wie binnen is"),
    ("afwezig", "Wie een plek heeft en niet binnen is"),
    ("onbevestigd", "Wie het e-mailadres nog niet bevestigde"),
    ("gasten", "Gasten"),
    ("afgemeld", "Wie zich afmeldde of te laat was"),
    ("iedereen", "Iedereen"),
]
ORDERS = {
    "": [
        last_name_in("name"),
        Lower("name"),
        "pk",
    ],
    "organisatie": [
        Lower("organisation__name"),
        Lower("organisation_name"),
        last_name_in("name"),
        "pk",
    ],
    "aangemeld": ["pk"],
    "laatste": ["-pk"],
}
ORDER_LABELS = [
    ("", "Achternaam"),
    ("organisatie", "Organisatie"),
    ("aangemeld", "Wie zich het eerst aanmeldde"),
    ("laatste", "Wie zich het laatst aanmeldde"),
]
NO_DAY = "Deze dag is te ver weg. Kies een dag tussen 1950 en 2100."


class SessionField(forms.ModelChoiceField):
    """One of the sessions that people choose between, told apart by their labels."""

    def label_from_instance(self, session):
        return session.label


class AttendeeFilter(forms.Form):
    """Which attendees, in which order."""

    q = forms.CharField(
        label="Zoek op naam, organisatie, adres of code",
        required=False,
        max_length=100,
        widget=UnfoldAdminTextInputWidget,
    )
    who = forms.ChoiceField(
        label="Wie",
        choices=WHO_LABELS,
        required=False,
        widget=UnfoldAdminSelectWidget,
    )
    session = SessionField(
        None,
        label="Deelsessie",
        required=False,
        empty_label="Alle",
        widget=UnfoldAdminSelectWidget,
    )
    order = forms.ChoiceField(
        label="Volgorde",
        choices=ORDER_LABELS,
        required=False,
        widget=UnfoldAdminSelectWidget,
    )

    def __init__(self, event, data):
        super().__init__(data)
        self.fields["session"].queryset = event.sessions.parallel().with_labels()

    def chosen(self, registrations):
        """These registrations as far as the form asks for them; what it refuses is left out."""
        self.is_valid()
        values = self.cleaned_data
        who = WHO[values.get("who", "")]
        order = ORDERS[values.get("order", "")]
        words = values.get("q", "")
        registrations = attendees_called(registrations.filter(who), words).order_by(
            *order
        )
        session = values.get("session")
        if session:
            choices = SessionChoice.objects.filter(
                registration=OuterRef("pk"),
                session=session,
                place__in=LIVE,
            )
            registrations = registrations.filter(Exists(choices))
        return registrations


class OrganiserSessionsForm(SessionsForm):
    """Here an organiser chooses for somebody else; full sessions can be chosen too, the organiser decides."""

    session_field = "ronde-{}"
    queue_field = "wacht-{}"

    def add_rounds(
        self,
        name,
        label,
        rounds,
        chosen=None,
    ):
        """Ask for each round in a field of this name; ``chosen`` is {number of a round: session that is chosen}."""
        chosen = chosen or {}
        self.rounds = rounds
        for round_ in rounds:
            choices = []
            for session in round_.sessions:
                choices.append((str(session.pk), with_places(session)))
            self.fields[name.format(round_.number)] = forms.ChoiceField(
                label=label.format(round_.number),
                choices=[("", "Geen"), *choices],
                required=False,
                initial=str(chosen.get(round_.number, "")),
                widget=UnfoldAdminSelectWidget,
            )


class AttendeeSessionsForm(OrganiserSessionsForm):
    """Where one attendee goes, and what they wait for: two fields per round."""

    def __init__(self, data, registration):
        super().__init__(data)
        rounds = rounds_of(
            registration.event.sessions.parallel().with_places_taken().with_labels()
        )
        goes_to = {}
        waits_for = {}
        for choice in registration.session_choices.live():
            by_round = goes_to if choice.place == Place.CONFIRMED else waits_for
            by_round.setdefault(choice.round, choice.session_id)
        self.add_rounds(self.session_field, "Ronde {}", rounds, goes_to)
        self.add_rounds(self.queue_field, "Ronde {}: wachtlijst", rounds, waits_for)
        names = []
        for round_ in rounds:
            names += [
                self.session_field.format(round_.number),
                self.queue_field.format(round_.number),
            ]
        self.order_fields(names)


def with_places(session):
    """The title of a session, and how many places are taken where there is a limit."""
    if session.capacity is None:
        return session.label
    return f"{session.label} ({session.taken} van {session.capacity} bezet)"


class KeyField(forms.UUIDField):
    """A number of its own for every form that is opened, so that the same form counts once."""

    def __init__(self):
        super().__init__(
            widget=forms.HiddenInput,
            initial=uuid.uuid4,
            error_messages={"invalid": BROKEN_FORM},
        )


BROKEN_FORM = "Er ging iets mis met dit formulier. Open de pagina opnieuw."


class CopyForm(forms.Form):
    """When it is held again."""

    starts_on = forms.DateField(
        label="Eerste dag van de nieuwe bijeenkomst",
        widget=UnfoldAdminSingleDateWidget,
    )

    def clean_starts_on(self):
        """The database keeps events between 1950 and 2100."""
        day = self.cleaned_data["starts_on"]
        if not 1950 <= day.year < 2100:
            raise ValidationError(NO_DAY)
        return day


class CancelForm(forms.Form):
    """Why an event is called off; those who registered read it."""

    reason = forms.CharField(
        label="Waarom gaat het niet door?",
        max_length=kinds.field_of(Event, "state_note").max_length,
        help_text="Deze tekst staat op de pagina en in de mail. Hooguit 300 tekens.",
        widget=UnfoldAdminTextareaWidget,
    )


class ReviveForm(CancelForm):
    """What those who registered read when it goes on after all."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = "Waarom gaat het toch door?"
        self.fields[
            "reason"
        ].help_text = "Deze tekst staat in de mail. Hooguit 300 tekens."
