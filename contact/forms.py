"""The form under "Klopt er iets niet?"."""

from django import forms

from .models import Message


class MessageForm(forms.ModelForm):
    """What is wrong, and if you like where we can answer; a field that people do not see catches robots."""

    website = forms.CharField(required=False)  # the honeypot: empty when a person fills the form in

    class Meta:
        model = Message
        fields = ["page", "text", "email"]
        error_messages = {
            "text": {
                "required": "Schrijf wat er niet klopt of wat je wilt vertellen.",
                "max_length": "Maak je bericht korter: hooguit 5.000 tekens.",
                "null_characters_not_allowed": "Er staat een teken in dat geen tekst is.",
            },
            "email": {"invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl, of laat het leeg."},
        }

    @property
    def is_from_robot(self):
        """Whether the field that people do not see was filled in."""
        return bool(self.cleaned_data.get("website"))

    def clean_page(self):
        """Keep only a path on this site, so that no mail ever links elsewhere."""
        page = self.cleaned_data["page"]
        return page if page.startswith("/") and not page.startswith(("//", "/\\")) else "/"
