"""What readers fill in about a theme: duties by law, what the library can do, and where its figures are."""

from django import forms

from sources.called import source_called
from sources.fields import WebAddressField
from sources.models import Source

from .fillings import Filling, SourcedFilling, register
from .models import LibraryOffer, MunicipalDuty


@register
class DutyFilling(Filling):
    """A duty of municipalities, with the law and the article."""

    key = "taak"
    about = "theme"
    title = "Wat moet de gemeente doen?"

    text = forms.CharField(
        label="taak van de gemeente",
        max_length=300,
        help_text="In je eigen woorden, bijvoorbeeld: mensen helpen die hun schulden niet kunnen betalen.",
        error_messages={"required": "Schrijf wat de gemeente moet doen."},
    )
    law = forms.CharField(
        label="in welke wet staat dat?",
        max_length=120,
        error_messages={"required": "Schrijf in welke wet dat staat."},
    )
    article = forms.CharField(
        label="in welk artikel?",
        max_length=60,
        help_text="Bijvoorbeeld: artikel 3, eerste lid.",
        error_messages={"required": "Schrijf in welk artikel dat staat."},
    )
    url = WebAddressField(
        label="webadres van de wet",
        example="wetten.overheid.nl",
    )

    def take_over(self, today):
        """Keep the duty once, with the law as its source."""
        typed = self.cleaned_data
        source = source_called(typed["law"], Source.Kind.LAW, typed["url"])
        MunicipalDuty.objects.get_or_create(
            theme=self.theme,
            text=typed["text"],
            defaults={
                "law": typed["law"],
                "article": typed["article"],
                "position": self.theme.duties.count() + 1,
                "source": source,
            },
        )


@register
class OfferFilling(SourcedFilling):
    """Something that a library can do for a theme."""

    key = "bibliotheek-kan"
    about = "theme"
    title = "Wat kan de bibliotheek doen?"
    field_order = ["text", "explanation"]  # and then its source

    text = forms.CharField(
        label="wat de bibliotheek kan doen",
        max_length=200,
        error_messages={"required": "Schrijf wat de bibliotheek kan doen."},
    )
    explanation = forms.CharField(
        label="toelichting",
        max_length=300,
        required=False,
    )

    def take_over(self, today):
        """Keep it once, with its source."""
        typed = self.cleaned_data
        source = source_called(
            typed["title_of_source"],
            Source.Kind.ARTICLE,
            typed["url"],
        )
        LibraryOffer.objects.get_or_create(
            theme=self.theme,
            text=typed["text"],
            defaults={
                "explanation": typed["explanation"],
                "position": self.theme.offers.count() + 1,
                "source": source,
            },
        )


@register
class FiguresFilling(SourcedFilling):
    """Where there are figures of municipalities about a theme, which a curator may take in."""

    key = "cijfers"
    about = "theme"
    title = "Waar staan deze cijfers?"

    def take_over(self, today):
        """Keep where they are."""
        source_called(
            self.cleaned_data["title_of_source"],
            Source.Kind.DATASET,
            self.cleaned_data["url"],
        )
