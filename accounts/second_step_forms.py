"""The forms of the log-in library that take a second step, counted exactly by all workers together."""

from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AuthenticateWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django.utils import timezone

from .limits import SECOND_STEP, forget_second_steps, may_try


def counted(user, check):
    """What ``check()`` finds; counted before it looks, so that many at once are no way around it."""
    if not may_try(context.request, SECOND_STEP, str(user.pk), timezone.now()):
        raise get_adapter().validation_error("too_many_login_attempts")
    checked = check()
    forget_second_steps(user)
    return checked


class CountedCode:
    """A code of an app, or one of the recovery codes."""

    def clean_code(self):
        return counted(self.user, super().clean_code)


class CountedPasskey:
    """A passkey of somebody who is known already."""

    def clean_credential(self):
        return counted(self.user, super().clean_credential)


class SecondStepForm(CountedCode, AuthenticateForm):
    """At logging in."""


class ConfirmingForm(CountedCode, ReauthenticateForm):
    """Before a change of how one logs in."""


class NewAppForm(CountedCode, ActivateTOTPForm):
    """At setting up an app."""


class PasskeyStepForm(CountedPasskey, AuthenticateWebAuthnForm):
    """At logging in."""


class ConfirmingPasskeyForm(CountedPasskey, ReauthenticateWebAuthnForm):
    """Before a change of how one logs in."""
