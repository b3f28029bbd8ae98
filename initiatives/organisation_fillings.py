"""What readers fill in about a library, a partner or a municipality itself."""

from django import forms
from django.utils import timezone

from partners.models import Library, Municipality, Organisation

from .fillings import Filling, register

Kind = Organisation.Kind


@register
class WebsiteFilling(Filling):
    """The website of an organisation."""

    key = "website"
    title = "Wat is de website?"
    kinds = (Kind.LIBRARY, Kind.PARTNER)

    website = forms.URLField(
        label="website",
        max_length=500,
        assume_scheme="https",
        error_messages={
            "required": "Vul het adres van de website in.",
            "invalid": "Vul een webadres in, zoals www.voorbeeld.nl.",
        },
    )

    def current(self):
        return {"website": self.organisation.website}

    def take_over(self, today):
        self.organisation.website = self.cleaned_data["website"]
        self.organisation.save()


@register
class WorkAreaFilling(Filling):
    """The municipalities in which a library works."""

    key = "werkgebied"
    title = "In welke gemeenten werkt deze bibliotheek?"
    kinds = (Kind.LIBRARY,)

    work_area = forms.ModelMultipleChoiceField(
        Municipality.objects.none(),
        label="gemeenten",
        help_text="Kies er meer met Ctrl of ⌘.",
        widget=forms.SelectMultiple(attrs={"size": 8}),
        error_messages={"required": "Kies een of meer gemeenten."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["work_area"].queryset = Municipality.objects.current(
            timezone.localdate()
        )

    def current(self):
        return {"work_area": self.organisation.work_area.all()}

    def take_over(self, today):
        self.organisation.work_area.set(self.cleaned_data["work_area"])


@register
class LibraryFilling(Filling):
    """Which library works in a municipality."""

    key = "bibliotheek"
    title = "Welke bibliotheek werkt hier?"
    kinds = (Kind.MUNICIPALITY,)

    library = forms.ModelChoiceField(
        Library.objects.none(),
        label="bibliotheek",
        required=False,
        empty_label="Staat er niet bij",
    )
    library_name = forms.CharField(
        label="naam van een bibliotheek die er niet bij staat",
        max_length=200,
        required=False,
        help_text="Met het webadres, als je dat weet.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["library"].queryset = Library.objects.published()

    def clean(self):
        """Ask for one of the two."""
        typed = super().clean()
        if not typed.get("library") and not typed.get("library_name"):
            self.add_error("library", "Kies een bibliotheek, of schrijf hoe ze heet.")
        return typed

    def take_over(self, today):
        """A name that is not in the list is for the curator, who makes the library."""
        library = self.cleaned_data["library"]
        if library:
            library.work_area.add(self.organisation.pk)
