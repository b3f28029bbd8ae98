"""What readers fill in about the policy and the supply of a municipality for a theme."""

from django import forms
from django.utils.text import slugify

from curation.free_slugs import free_slug
from initiatives.fillings import Filling, register
from initiatives.reported_speech import objection_to
from partners.models import Organisation
from sources.fields import WebAddressField
from sources.models import Source

from . import figure_fillings, service_fillings  # noqa: F401 registers the others
from .choices import OF_THE_MUNICIPALITY, PolicyDocumentKind, ServiceState
from .models import Passage, PolicyDocument, Service, SupplyCheck
from .reading.intake import put_in_queue
from .sent_pdf import MOST_MEGABYTES, PdfField

LONGEST_SLUG = 110  # characters, with room for a number behind it
YEARS = {"min_value": 1990, "max_value": 2100}
DOCUMENT_KINDS = [
    (kind, PolicyDocumentKind(kind).label) for kind in OF_THE_MUNICIPALITY
]
ABSENT = "niet-genoemd"
POLICY = [
    ("", "Weet ik niet"),
    (ABSENT, "Niet genoemd"),
    ("genoemd", "Genoemd"),
    ("speerpunt", "Speerpunt"),
]
NONE = "geen"
SUPPLY = [
    ("", "Kies"),
    (NONE, "Geen: ik heb gekeken"),
    ("beperkt", "Enig aanbod"),
    ("ruim", "Veel aanbod"),
]


@register
class PolicyFilling(Filling):
    """A document of the municipality, and what it says about the theme."""

    key = "beleid"
    title = "Wat wil de gemeente?"
    kinds = (Organisation.Kind.MUNICIPALITY,)
    has_theme = True

    kind = forms.ChoiceField(label="soort stuk", choices=DOCUMENT_KINDS)
    title_of_document = forms.CharField(
        label="titel van het stuk",
        max_length=250,
        error_messages={"required": "Schrijf hoe het stuk heet."},
    )
    from_year = forms.IntegerField(
        label="geldt vanaf jaar",
        **YEARS,
        error_messages={
            "required": "Vul het jaar in waarin het stuk begint te gelden.",
            "invalid": "Vul een jaar in, zoals 2026.",
            "min_value": "Vul een jaar in vanaf 1990.",
            "max_value": "Vul een jaar in tot en met 2100.",
        },
    )
    url = forms.URLField(
        label="webadres van het stuk",
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={
            "invalid": "Vul een webadres in, zoals www.voorbeeld.nl/akkoord."
        },
    )
    file = PdfField(
        label="pdf van het stuk",
        help_text=f"Als er geen webadres is. Hooguit {MOST_MEGABYTES} MB. Alleen de redactie ziet de pdf, en hooguit "
        "een half jaar.",
    )
    weight = forms.ChoiceField(
        label="hoe staat dit thema erin?",
        choices=POLICY,
        required=False,
    )
    told = forms.CharField(
        label="wat er staat, in je eigen woorden",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hooguit 400 tekens, en hooguit vijf woorden letterlijk.",
    )

    def clean_told(self):
        """Refuse a text that is not in somebody's own words."""
        objection = objection_to(self.cleaned_data["told"])
        if objection:
            raise forms.ValidationError(objection)
        return self.cleaned_data["told"]

    def clean(self):
        """Ask for an address or a file, and for what it says where it says something."""
        typed = super().clean()
        is_there = typed.get("url") or typed.get("file")
        if not is_there and "url" not in self.errors and "file" not in self.errors:
            self.add_error("url", "Vul het webadres in, of kies een pdf.")
        is_in_it = typed.get("weight") not in (None, "", ABSENT)
        if is_in_it and not typed.get("told") and "told" not in self.errors:
            self.add_error(
                "told",
                "Vertel in een paar woorden wat er over dit thema staat.",
            )
        return typed

    def take_over(self, today):
        """Keep the document once and let its text be read; *not mentioned* means that somebody read the whole of it."""
        typed = self.cleaned_data
        document = self._document(today)
        if not document.text:
            put_in_queue([document], typed["file"])
        if typed["weight"] == ABSENT and not document.read_on:
            document.read_on = today
            document.save()
        elif typed["told"]:
            Passage.objects.get_or_create(
                document=document,
                theme=self.theme,
                quote="",
                told=typed["told"],
                defaults={"weight": typed["weight"]},
            )

    def _document(self, today):
        typed = self.cleaned_data
        documents = PolicyDocument.objects.filter(municipality=self.organisation.pk)
        same = documents.filter(
            title=typed["title_of_document"],
            from_year=typed["from_year"],
        )
        if typed["url"]:
            same = documents.filter(url=typed["url"])
        document = same.first()
        if document:
            return document
        wanted = slugify(f"{self.organisation.slug} {typed['title_of_document']}")
        return PolicyDocument.objects.create(
            slug=free_slug(PolicyDocument, wanted[:LONGEST_SLUG]),
            municipality_id=self.organisation.pk,
            kind=typed["kind"],
            title=typed["title_of_document"],
            from_year=typed["from_year"],
            url=typed["url"],
            seen_on=today,
        )


@register
class SupplyFilling(Filling):
    """What there is already for a theme."""

    key = "aanbod"
    title = "Wat is er al?"
    kinds = (Organisation.Kind.MUNICIPALITY,)
    has_theme = True

    level = forms.ChoiceField(
        label="hoeveel is er voor dit thema?",
        choices=SUPPLY,
        error_messages={"required": "Kies hoeveel er is."},
    )
    services = forms.CharField(
        label="wat is er?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Een per regel, bijvoorbeeld: Taalhuis.",
    )
    provider_name = forms.CharField(
        label="wie doet het?",
        max_length=160,
        required=False,
    )
    url = WebAddressField(label="webadres waar het staat")

    def clean(self):
        """Ask what there is, where there is something."""
        typed = super().clean()
        has_supply = typed.get("level") not in (None, NONE)
        if has_supply and not typed.get("services"):
            self.add_error("services", "Schrijf op wat er is.")
        return typed

    def take_over(self, today):
        """Publish what there is as confirmed today, and note that somebody looked."""
        typed = self.cleaned_data
        for name in self._names():
            service = self._service(name)
            service.publication_state = ServiceState.PUBLISHED
            service.confirmed_on = today
            service.provider_name = service.provider_name or typed["provider_name"]
            service.url = service.url or typed["url"]
            service.save()
            service.themes.add(self.theme)
        SupplyCheck.objects.update_or_create(
            municipality_id=self.organisation.pk,
            theme=self.theme,
            defaults={"checked_on": today, "source": self._source()},
        )

    def _service(self, name):
        """What is known by that name, also where nobody confirmed or published it yet; else a new one."""
        named = {"municipality_id": self.organisation.pk, "name": name}
        return Service.objects.filter(**named).first() or Service(**named)

    def _names(self):
        """What the services are called, each on a line of its own; nothing where there is none."""
        if self.cleaned_data["level"] == NONE:
            return []
        lines = map(str.strip, self.cleaned_data["services"].splitlines())
        return [line[:160] for line in lines if line]

    def _source(self):
        """Where it comes from: somebody told us, and a curator took it over."""
        title = f"Opgave over aanbod in {self.organisation} bij {self.theme}"
        source, _ = Source.objects.get_or_create(
            slug=slugify(title)[:120],
            defaults={
                "title": title,
                "kind": Source.Kind.EDITORS,
                "url": self.cleaned_data["url"],
            },
        )
        return source
