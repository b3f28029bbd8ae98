"""What any reader may say about whether a practice example is still so: it is right, or it has stopped."""

from django import forms

from partners.models import Organisation

from .choices import Phase
from .fillings import Filling, register
from .freshness import confirm
from .models import Initiative

REFUSED_YEAR = "Vul een jaar in, zoals 2025."


@register
class StillRightFilling(Filling):
    """Somebody says that an example is right; who works at an organisation that does it, confirms it for that one."""

    key = "klopt"
    about = "initiative"
    title = "Klopt dit nog?"
    intro = (
        "Fijn dat je dit zegt. Werk je bij een organisatie die meedoet? Kies haar: klopt het, dan komt erbij te staan "
        "dat zij het bevestigde. De redactie kijkt eerst van wie het komt."
    )
    thanks = (
        "De redactie kijkt het na. Koos je een organisatie en klopt het, dan staat er daarna dat zij het "
        "bevestigde."
    )
    for_curators = (
        "Neem je dit over met een organisatie, dan staat op de site dat zij het bevestigde. Zonder organisatie "
        "verandert er op de site niets: we vragen dan later pas weer of het klopt."
    )

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="waar werk je?",
        required=False,
        empty_label="Ergens anders, of dat zeg ik liever niet",
    )
    speaker = forms.CharField(
        label="wie ben je?",
        max_length=200,
        help_text="Je naam of je functie. Alleen de redactie ziet dit.",
        error_messages={"required": "Schrijf wie je bent, of wat je doet."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = (
            Organisation.objects.published()
            .filter(participations__initiative=self.initiative)
            .distinct()
        )

    def take_over(self, today):
        """Without an organisation that takes part only the day of the next question moves."""
        confirm(
            initiative=self.initiative,
            today=today,
            by=self.cleaned_data["organisation"],
        )


@register
class StoppedFilling(Filling):
    """Somebody says that an example has stopped, when and why."""

    key = "gestopt"
    about = "initiative"
    title = "Wanneer en waarom is het gestopt?"
    intro = "Vertel wat je weet: andere bibliotheken leren ook van wat stopt. De redactie kijkt het na."

    end_year = forms.IntegerField(
        label="in welk jaar?",
        min_value=1950,
        max_value=2100,
        error_messages={
            "required": REFUSED_YEAR,
            "invalid": REFUSED_YEAR,
            "min_value": REFUSED_YEAR,
            "max_value": REFUSED_YEAR,
        },
    )
    stop_reason = forms.CharField(
        label="waarom?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Bijvoorbeeld: de subsidie hield op, of de gemeente doet het nu zelf.",
    )

    def current(self):
        return {
            "end_year": self.initiative.end_year,
            "stop_reason": self.initiative.stop_reason,
        }

    def clean_end_year(self):
        """Refuse a year before it began."""
        year = self.cleaned_data["end_year"]
        begun = self.initiative.start_year
        if begun and year < begun:
            raise forms.ValidationError(
                f"Dit begon in {begun}. Vul een jaar in vanaf {begun}."
            )
        return year

    def take_over(self, today):
        """Only the fields that say that it is over; another's change in the meantime stays."""
        initiative = Initiative.objects.select_for_update().get(pk=self.initiative.pk)
        initiative.phase = Phase.STOPPED
        initiative.end_year = self.cleaned_data["end_year"]
        if self.cleaned_data["stop_reason"]:
            initiative.stop_reason = self.cleaned_data["stop_reason"]
        initiative.save()
