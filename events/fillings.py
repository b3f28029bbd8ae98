"""What readers fill in about a meeting: where it is, who organises it, for whom it is, what it costs, how many came."""

from django import forms
from django.utils import timezone

from initiatives.fillings import Filling, register
from initiatives.initiative_fillings import OrganisationFilling
from partners.models import Municipality

from .models import EventRole

MOST_PEOPLE = 100_000
COUNT = {
    "min_value": 0,
    "max_value": MOST_PEOPLE,
    "required": False,
    "error_messages": {
        "invalid": "Vul een heel getal in, zoals 80.",
        "min_value": "Vul een getal in vanaf 0.",
        "max_value": "Vul een getal in tot en met 100.000.",
    },
}


class FieldsOfMeeting(Filling):
    """Fields of a meeting under their own names; only what a curator accepts is written down."""

    about = "meeting"

    def current(self):
        known = {}
        for name in self.base_fields:
            known[name] = getattr(self.meeting, name)
        return known

    def take_over(self, today):
        for name in self.fields:
            if name in self.data:
                setattr(self.meeting, name, self.cleaned_data[name])
        self.meeting.save()


@register
class PlaceFilling(FieldsOfMeeting):
    """Where it is."""

    key = "plaats"
    title = "Waar is het?"

    venue = forms.CharField(
        label="locatie",
        max_length=160,
        required=False,
    )
    venue_address = forms.CharField(
        label="adres",
        max_length=200,
        required=False,
    )
    municipality = forms.ModelChoiceField(
        Municipality.objects.none(),
        label="gemeente",
        required=False,
        empty_label="Weet ik niet",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["municipality"].queryset = Municipality.objects.current(
            timezone.localdate()
        )


@register
class AudienceFilling(FieldsOfMeeting):
    """For whom it is."""

    key = "voor-wie"
    title = "Voor wie is het?"

    audience = forms.CharField(
        label="voor wie",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf voor wie het is."},
    )


@register
class PriceFilling(FieldsOfMeeting):
    """What it costs, in words."""

    key = "prijs"
    title = "Wat kost het?"

    price_note = forms.CharField(
        label="wat het kost",
        max_length=300,
        help_text="Bijvoorbeeld: gratis voor leden, anders 25 euro.",
        error_messages={"required": "Schrijf wat het kost."},
    )


@register
class NumbersFilling(FieldsOfMeeting):
    """How many people came."""

    key = "deelnemers"
    title = "Hoeveel mensen kwamen er?"

    registered = forms.IntegerField(label="aantal aangemeld", **COUNT)
    attended = forms.IntegerField(label="aantal aanwezig", **COUNT)
    numbers_note = forms.CharField(
        label="toelichting",
        max_length=300,
        required=False,
    )


@register
class OrganiserFilling(OrganisationFilling):
    """Who organises, pays or helps."""

    key = "organisator"
    about = "meeting"
    title = "Wie organiseert dit?"

    role = forms.ChoiceField(
        label="wat doet die?",
        choices=[("", "Kies"), *EventRole.Role.choices],
        error_messages={"required": "Kies wat de organisatie doet."},
    )

    def take_over(self, today):
        organisation = self.cleaned_data["organisation"]
        if organisation:
            EventRole.objects.get_or_create(
                event=self.meeting,
                organisation=organisation,
                role=self.cleaned_data["role"],
            )
