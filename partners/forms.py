"""Admin forms of organisations and of who works there."""

from django import forms
from unfold.widgets import UnfoldAdminEmailInputWidget

from accounts.invitations import invited
from accounts.models import User

from .models import Membership


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


class MembershipForm(forms.ModelForm):
    """Somebody at a library, by e-mail address; who has no account yet gets one, and an invitation.

    Curators of a province see no list of accounts, so they cannot choose from one.
    """

    email = forms.EmailField(
        label="e-mailadres",
        max_length=254,
        widget=UnfoldAdminEmailInputWidget,
        help_text="Wie nog geen account heeft, krijgt een mail.",
    )

    class Meta:
        model = Membership
        fields = ["library", "job_title", "is_active"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["email"].initial = self.instance.user.email
            self.fields["email"].disabled = True

    def clean(self):
        """The same person once per library."""
        cleaned = super().clean()
        address = User.objects.normalize_email(cleaned.get("email"))
        others = Membership.objects.exclude(pk=self.instance.pk)
        if (
            address
            and others.filter(
                user__email=address,
                library=cleaned.get("library"),
            ).exists()
        ):
            self.add_error("email", "Deze gebruiker hoort al bij deze bibliotheek.")
        return cleaned

    def save(self, commit=True):  # noqa: FBT002 as Django has it
        """Find or invite the person first."""
        if not self.instance.pk:
            self.instance.user = invited(self.cleaned_data["email"])
        return super().save(commit)
