"""The forms of the log-in library that have mail sent, with our count of how often."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import RequestLoginCodeForm, ResetPasswordForm
from allauth.core import context
from django.utils import timezone

from .limits import CODE, NEW_PASSWORD, may_try


class LimitedEmail:
    """Refuses an address that was asked for too often, known or not; ``ACTION`` is what is counted."""

    ACTION = ""

    def clean_email(self):
        email = self.cleaned_data["email"]
        if not may_try(context.request, self.ACTION, email, timezone.now()):
            raise get_adapter().validation_error("rate_limited")
        return super().clean_email()


class CodeForm(LimitedEmail, RequestLoginCodeForm):
    ACTION = CODE


class NewPasswordForm(LimitedEmail, ResetPasswordForm):
    ACTION = NEW_PASSWORD
