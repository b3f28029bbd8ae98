"""What somebody with a place can still change."""

from django import forms

from .models import Event, Place
from .person_form import ON_SITE, ONLINE, PersonForm
from .session_choosing import PublicSessionsForm


class DetailsForm(forms.Form):
    """What somebody told about themselves; the organisation stays, since the price hangs on it."""

    name = PersonForm.base_fields["name"]
    job_title = PersonForm.base_fields["job_title"]
    attendance = PersonForm.base_fields["attendance"]
    diet = PersonForm.base_fields["diet"]
    access = PersonForm.base_fields["access"]
    is_on_list = PersonForm.base_fields["is_on_list"]

    def __init__(self, *args, registration, **kwargs):
        super().__init__(*args, initial=_values_of(registration), **kwargs)
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
        return values | ({"takes_part_online": attendance == ONLINE} if attendance else {})


class OwnSessionsForm(PublicSessionsForm):
    """Other sessions; those that somebody has, or that are held for them, can be kept."""

    def __init__(self, *args, rounds, choices, **kwargs):
        super().__init__(*args, initial=_chosen(choices), **kwargs)
        holding = [each.session_id for each in choices if each.place in (Place.CONFIRMED, Place.OFFERED)]
        self.add_rounds(rounds, had=holding)

    def clean(self):
        """One session for each round, with places left."""
        self.check_rounds()


def _values_of(registration):
    """What is stored, by field of the form."""
    needs = getattr(registration, "needs", None)
    return {
        "name": registration.name,
        "job_title": registration.job_title,
        "attendance": ONLINE if registration.takes_part_online else ON_SITE,
        "diet": needs.diet if needs else "",
        "access": needs.access if needs else "",
        "is_on_list": registration.is_on_list,
    }


def _chosen(choices):
    """Initial values: the session that somebody has in each round, and those that they wait for."""
    values = {}
    for each in choices:
        if each.place == Place.CONFIRMED:
            values[f"round_{each.round}"] = str(each.session_id)
        else:
            values.setdefault(f"wait_{each.round}", []).append(str(each.session_id))
    return values
