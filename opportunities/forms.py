"""What curators and library members write about a municipality."""

from django import forms
from unfold.widgets import UnfoldAdminIntegerFieldWidget, UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from partners.models import Municipality

from .models import Passage, Service

SECTIONS = [
    ("Wat er is", ["municipality", "name", "description", "themes", "target_groups"]),
    ("Wie", ["provider_name", "started_by", "started_by_name", "paid_by", "paid_by_name"]),
    ("Hoe het gaat", ["satisfaction", "satisfaction_source", "from_year", "until_year", "url"]),
]


class PassageForm(forms.ModelForm):
    """A passage of one document."""

    class Meta:
        model = Passage
        fields = ["theme", "weight", "page", "quote"]
        widgets = {
            "theme": UnfoldAdminSelectWidget,
            "weight": UnfoldAdminSelectWidget,
            "page": UnfoldAdminIntegerFieldWidget,
            "quote": UnfoldAdminTextareaWidget(attrs={"rows": 4, "maxlength": 600}),
        }

    def __init__(self, *args, document, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.document = document

    def _get_validation_exclusions(self):
        """The document is no field, and still part of what makes a passage one that stands there already."""
        return super()._get_validation_exclusions() - {"document"}


class ServiceForm(forms.ModelForm):
    """What a library member tells of what exists in a municipality where their library works."""

    class Meta:
        model = Service
        fields = [name for _, names in SECTIONS for name in names]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 4}),
            "themes": forms.CheckboxSelectMultiple,
            "target_groups": forms.CheckboxSelectMultiple,
        }
        help_texts = {"provider_name": "De organisatie die het doet.", "until_year": "Leeg als het nog loopt."}

    def __init__(self, *args, user, today, **kwargs):
        super().__init__(*args, **kwargs)
        libraries = user.memberships.active().values("library")
        there = Municipality.objects.current(today).filter(libraries__in=libraries)
        self.fields["municipality"].queryset = there.distinct()
        for field in self.fields.values():
            if getattr(field.widget, "input_type", "") != "checkbox":
                field.widget.attrs["class"] = "input"

    @property
    def sections(self):
        """(heading, fields) in the order of the page."""
        return [(heading, [self[name] for name in names]) for heading, names in SECTIONS]
