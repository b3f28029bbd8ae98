"""What the forms of a meeting and of a session refuse, or ask first."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from .models import Event

CALLING_OFF = "Gaat het niet door? Doe dat op de pagina Overzicht: dan krijgt iedereen die zich aanmeldde een mail."
STAYS_OFF = (
    "Deze bijeenkomst is afgelast, en dat weet iedereen die zich aanmeldde. Gaat hij toch door? Kies dat op de pagina"
    " Overzicht: dan krijgt iedereen een mail."
)
NOT_SILENTLY = "Er zijn mensen aangemeld. Gelast af op de pagina Overzicht: dan krijgen zij een mail."
FEWER = (
    "Er zijn al {} plekken bezet. Niemand raakt zijn plek kwijt, maar er komt pas "
    "weer een plek vrij na {} afmeldingen."
)
LEFT_BEHIND = (
    "‘{}’ staat in het programma op {}. Geef dat onderdeel eerst een andere dag."
)
CHOSEN_ROUND_STAYS = (
    "Er hebben al mensen voor gekozen: de soort en de ronde blijven dan zoals ze zijn."
)


class PlacesForm(forms.ModelForm):
    """Something with places: fewer than are taken is asked about."""

    is_fewer_meant = forms.BooleanField(
        required=False,
        label="Ja, minder plekken dan er bezet zijn",
        widget=forms.HiddenInput,
    )

    def clean(self):
        """The box to tick comes with the question."""
        cleaned = super().clean()
        if self.instance.pk and not self.cleaned_data.get("is_fewer_meant"):
            self.ask_about_fewer()
        return cleaned

    def ask_about_fewer(self):
        """Say how many are taken, and what fewer places mean."""
        for name, held in self.held().items():
            capacity = self.cleaned_data.get(name)
            taken = held.count()
            if capacity is not None and name in self.changed_data and capacity < taken:
                self.fields["is_fewer_meant"].widget = forms.CheckboxInput()
                self.add_error(
                    name,
                    FEWER.format(taken, taken - capacity + 1),
                )


class EventForm(PlacesForm):
    """A meeting; calling it off, or not after all, is never silent."""

    def held(self):
        """Who holds a place, by the field that says how many there are."""
        held = self.instance.registrations.holding()
        return {
            "capacity": held,
            "on_site_capacity": held.filter(takes_part_online=False),
            "online_capacity": held.filter(takes_part_online=True),
        }

    def clean(self):
        cleaned = super().clean()
        self.keep_programme_within()
        return cleaned

    def keep_programme_within(self):
        """No part of the programme is left on a day that goes; with a meeting that moves as a whole all of it moves."""
        first = self.cleaned_data.get("starts_on")
        last = self.cleaned_data.get("ends_on")
        if not (self.instance.pk and first and last):
            return
        if first - self.initial["starts_on"] == last - self.initial["ends_on"]:
            return
        left = (
            self.instance.sessions.exclude(date=None)
            .exclude(date__range=(first, last))
            .first()
        )
        if left:
            name = "starts_on" if left.date < first else "ends_on"
            self.add_error(
                name,
                LEFT_BEHIND.format(
                    left.title,
                    date_format(left.date, "j F"),
                ),
            )

    def clean_state(self):
        """Whoever registered reads it in a mail, which a form does not send."""
        state = self.cleaned_data["state"]
        was = self.initial.get("state")
        if was == Event.State.CANCELLED and state != was:
            raise ValidationError(STAYS_OFF)
        is_called_off = (
            state == Event.State.CANCELLED and state != was and self.instance.pk
        )
        if is_called_off and self.instance.registrations.live().exists():
            raise ValidationError(NOT_SILENTLY)
        return state


class SessionForm(PlacesForm):
    """A session; whoever chose it chose it for its round."""

    def held(self):
        """Who holds a place, by the field that says how many there are."""
        return {"capacity": self.instance.choices.holding()}

    def clean(self):
        cleaned = super().clean()
        moved = sorted({"event", "kind", "round"} & set(self.changed_data))
        if moved and self.instance.pk and self.instance.choices.exists():
            self.add_error(moved[0], CHOSEN_ROUND_STAYS)
        return cleaned
