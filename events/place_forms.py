"""What somebody with a place can still change."""

from django import forms

from .choices import HOLDING
from .models import Event, Place
from .person_form import ON_SITE, ONLINE, PersonForm
from .registration_fields import AddressField, LineField
from .session_choosing import PublicSessionsForm

NO_ADDRESS = "Vul een e-mailadres in."


class DetailsForm(forms.Form):
    """What somebody told about themselves; the organisation stays, since the price hangs on it."""

    name = PersonForm.base_fields["name"]
    job_title = PersonForm.base_fields["job_title"]
    attendance = PersonForm.base_fields["attendance"]
    diet = PersonForm.base_fields["diet"]
    access = PersonForm.base_fields["access"]
    is_on_list = PersonForm.base_fields["is_on_list"]

    def __init__(self, *args, registration, **kwargs):
        super().__init__(
            *args,
            initial=stored_values(registration),
            **kwargs,
        )
        if registration.event.attendance != Event.Attendance.HYBRID:
            del self.fields["attendance"]

    @property
    def texts(self):
        """The fields that stand under each other first."""
        return [self["name"], self["job_title"]]

    @property
    def wishes(self):
        """Fields about food and access, which are kept apart."""
        return [self["diet"], self["access"]]

    @property
    def values(self):
        """What ``change_details`` stores."""
        values = dict(self.cleaned_data)
        attendance = values.pop("attendance", None)
        if attendance:
            values["takes_part_online"] = attendance == ONLINE
        return values


class OwnSessionsForm(PublicSessionsForm):
    """Other sessions; those that somebody has, or that are held for them, can be kept."""

    def __init__(
        self,
        *args,
        rounds,
        choices,
        **kwargs,
    ):
        super().__init__(
            *args,
            initial=chosen_values(choices),
            **kwargs,
        )
        had = []
        for choice in choices:
            if choice.place in HOLDING:
                had.append(choice.session_id)
        self.add_rounds(rounds, had=had)

    def clean(self):
        """One session for each round, with places left."""
        self.check_rounds()


def stored_values(registration):
    """What is stored, by field of the form."""
    values = {
        "name": registration.name,
        "job_title": registration.job_title,
        "attendance": ON_SITE,
        "is_on_list": registration.is_on_list,
    }
    if registration.takes_part_online:
        values["attendance"] = ONLINE
    needs = getattr(registration, "needs", None)
    if needs:
        values["diet"] = needs.diet
        values["access"] = needs.access
    return values


def chosen_values(choices):
    """Initial values: the session that somebody has in each round, and those that they wait for."""
    values = {}
    for choice in choices:
        number = str(choice.session_id)
        if choice.place == Place.CONFIRMED:
            values[f"round_{choice.round}"] = number
        else:
            values.setdefault(f"wait_{choice.round}", []).append(number)
    return values


class AddressForm(forms.Form):
    """Another e-mail address."""

    email = AddressField(
        required=True,
        label="Nieuw e-mailadres",
        help_text="Daar gaat een mail heen om het adres te bevestigen.",
        required_message=NO_ADDRESS,
        autocomplete="email",
    )


class HandOverForm(forms.Form):
    """The colleague who comes instead."""

    name = LineField(
        max_length=120,
        label="Naam van je collega",
        required_message="Vul de naam in.",
    )
    email = AddressField(
        required=True,
        label="E-mailadres van je collega",
        help_text="Daar gaat de mail heen, met een eigen link en een nieuwe code voor de deur.",
        required_message=NO_ADDRESS,
    )
