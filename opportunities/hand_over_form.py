"""To whom somebody hands over what is theirs."""

from django import forms

from accounts.models import User


class ColleagueField(forms.ModelChoiceField):
    """Somebody of the same library."""

    def label_from_instance(self, colleague):
        """The name where there is one, and the address that tells two of one name apart."""
        if colleague.name:
            return f"{colleague.name} ({colleague.email})"
        return colleague.email


class ColleagueForm(forms.Form):
    """One colleague, who knows of it."""

    colleague = ColleagueField(
        User.objects.none(),
        label="aan wie draag je over?",
        empty_label="Kies een collega",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={
            "required": "Kies een collega.",
            "invalid_choice": "Kies een collega uit de lijst.",
        },
    )
    agrees = forms.BooleanField(
        label="mijn collega weet hiervan, en vindt het goed dat we naam en e-mailadres een jaar bewaren",
        error_messages={"required": "Vraag eerst of je collega het goedvindt."},
    )

    def __init__(
        self,
        *args,
        user,
        libraries,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        working = User.objects.filter(
            is_active=True,
            memberships__library__in=libraries,
            memberships__is_active=True,
        )
        colleagues = working.exclude(pk=user.pk).distinct().order_by("email")
        self.fields["colleague"].queryset = colleagues
