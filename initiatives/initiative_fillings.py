"""What readers fill in about a practice example beside its own fields: who takes part in it."""

from django import forms

from partners.models import Organisation

from .fillings import Filling, register
from .models import Participation


class OrganisationFilling(Filling):
    """An organisation with a role; a name that is not in the list is for the curator, who makes the organisation."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="organisatie",
        required=False,
        empty_label="Staat er niet bij",
    )
    organisation_name = forms.CharField(
        label="naam van een organisatie die er niet bij staat",
        max_length=200,
        required=False,
        help_text="Met het webadres, als je dat weet.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.published()

    def clean(self):
        """Ask for one of the two."""
        typed = super().clean()
        if not typed.get("organisation") and not typed.get("organisation_name"):
            self.add_error(
                "organisation",
                "Kies een organisatie, of schrijf hoe ze heet.",
            )
        return typed


@register
class ParticipationFilling(OrganisationFilling):
    """Who does a practice example, and in which role."""

    key = "wie"
    about = "initiative"
    title = "Wie doet dit?"

    role = forms.ChoiceField(
        label="wat doet die?",
        choices=[("", "Kies"), *Participation.Role.choices],
        error_messages={"required": "Kies wat de organisatie doet."},
    )

    def take_over(self, today):
        organisation = self.cleaned_data["organisation"]
        if organisation:
            Participation.objects.get_or_create(
                initiative=self.initiative,
                organisation=organisation,
                role=self.cleaned_data["role"],
            )
