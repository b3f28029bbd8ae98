"""What readers fill in about a municipality beside policy and supply: a figure, and how satisfied people are."""

from django import forms
from django.utils.text import slugify

from initiatives.fillings import Filling, SourcedFilling, register
from initiatives.models import Figure
from partners.models import Organisation
from sources.models import Source

from .models import Service

MUNICIPALITIES = (Organisation.Kind.MUNICIPALITY,)


@register
class FigureFilling(SourcedFilling):
    """A figure of the municipality that says something about the theme."""

    key = "cijfer"
    title = "Welk cijfer ken je?"
    kinds = MUNICIPALITIES
    has_theme = True
    field_order = ["label", "value", "unit", "period"]  # and then its source

    label = forms.CharField(
        label="wat is er geteld?",
        max_length=200,
        help_text="Bijvoorbeeld: huishoudens met schulden.",
        error_messages={"required": "Schrijf wat er is geteld."},
    )
    value = forms.DecimalField(
        label="het cijfer",
        max_digits=14,
        decimal_places=2,
        localize=True,
        error_messages={
            "required": "Vul het cijfer in.",
            "invalid": "Vul een getal in, zoals 12 of 12,5.",
            "max_decimal_places": "Rond af op twee cijfers achter de komma.",
        },
    )
    unit = forms.CharField(
        label="eenheid",
        max_length=30,
        required=False,
        help_text="Bijvoorbeeld: %.",
    )
    period = forms.CharField(
        label="over welk jaar?",
        max_length=60,
        error_messages={"required": "Schrijf over welk jaar het gaat."},
    )

    def take_over(self, today):
        """Keep the figure with its source."""
        typed = self.cleaned_data
        name = f"{self.organisation.slug} {typed['title_of_source']}"
        source, _ = Source.objects.get_or_create(
            slug=slugify(name)[:120],
            defaults={
                "title": typed["title_of_source"],
                "kind": Source.Kind.DATASET,
                "url": typed["url"],
            },
        )
        Figure.objects.update_or_create(
            organisation_id=self.organisation.pk,
            label=typed["label"],
            period=typed["period"],
            defaults={
                "value": typed["value"],
                "unit": typed["unit"],
                "source": source,
                "note": f"Bij het thema {self.theme}",
            },
        )


@register
class SatisfactionFilling(Filling):
    """What people think of a service in the municipality, with where that is written."""

    key = "tevredenheid"
    title = "Hoe tevreden zijn inwoners?"
    kinds = MUNICIPALITIES
    names_thing = "service"

    service = forms.ModelChoiceField(
        Service.objects.none(),
        label="over welk aanbod gaat het?",
        required=False,
        empty_label="Staat er niet bij",
    )
    service_name = forms.CharField(
        label="naam van aanbod dat er niet bij staat",
        max_length=160,
        required=False,
        help_text="Bijvoorbeeld: Taalhuis.",
    )
    satisfaction = forms.CharField(
        label="wat vinden mensen ervan?",
        max_length=200,
        help_text="Bijvoorbeeld: deelnemers geven een 8,1.",
        error_messages={"required": "Schrijf wat mensen ervan vinden."},
    )
    satisfaction_source = forms.CharField(
        label="waar staat dat?",
        max_length=300,
        error_messages={"required": "Schrijf waar dat staat."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = Service.objects.published().filter(
            municipality=self.organisation.pk
        )

    def clean(self):
        """Ask for one of the two."""
        typed = super().clean()
        if not typed.get("service") and not typed.get("service_name"):
            self.add_error(
                "service",
                "Kies over welk aanbod het gaat, of schrijf hoe het heet.",
            )
        return typed

    def take_over(self, today):
        """Write it down with the service; a name that is not in the list is for the curator, who makes the service."""
        service = self.cleaned_data["service"]
        if service is None:
            return
        service.satisfaction = self.cleaned_data["satisfaction"]
        service.satisfaction_source = self.cleaned_data["satisfaction_source"]
        service.save()
