"""Admin forms of organisations."""

from django import forms


class OrganisationForm(forms.ModelForm):
    """Checks the constraints that look at the kind too, which the form itself does not show."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"kind"}

    def clean(self):
        """Nothing filled in is nothing known, also where the column must be unique."""
        cleaned = super().clean()
        for name in {"isil", "cbs_code"} & set(cleaned):
            cleaned[name] = cleaned[name] or None
        return cleaned
