"""What library members write about a municipality."""

from django import forms

from curation.simultaneous_edits import KeepsOthersEdits
from partners.models import Municipality

from .models import Service

SECTIONS = {
    "Wat er is": ["municipality", "name", "description", "themes", "target_groups"],
    "Wie": [
        "provider_name",
        "started_by",
        "started_by_name",
        "paid_by",
        "paid_by_name",
    ],
    "Hoe het gaat": [
        "satisfaction",
        "satisfaction_source",
        "from_year",
        "until_year",
        "url",
    ],
}


class ServiceForm(KeepsOthersEdits, forms.ModelForm):
    """A service in a municipality where the library of the member works."""

    names_others = False

    class Meta:
        model = Service
        fields = [
            *SECTIONS["Wat er is"],
            *SECTIONS["Wie"],
            *SECTIONS["Hoe het gaat"],
        ]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 4}),
            "themes": forms.CheckboxSelectMultiple,
            "target_groups": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "provider_name": "De organisatie die het doet.",
            "until_year": "Laat leeg als het er nog is.",
        }

    def __init__(
        self,
        *args,
        user,
        today,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        libraries = user.memberships.active().values("library")
        municipalities = Municipality.objects.current(today).filter(
            libraries__in=libraries
        )
        self.fields["municipality"].queryset = municipalities.distinct()
        for field in self.fields.values():
            if getattr(field.widget, "input_type", "") != "checkbox":
                field.widget.attrs["class"] = "input"

    @property
    def sections(self):
        """(heading, fields) in the order of the page."""
        sections = []
        for heading, names in SECTIONS.items():
            sections.append((heading, [self[name] for name in names]))
        return sections
