"""The mail that says how to log in for the first time; it holds no secret, since the code comes by mail too."""

from django.conf import settings
from django.urls import reverse

from mail.outgoing import about_user, mail_text, queue_mail

from .models import User


def invite(*, user):
    """Mail a user where to log in."""
    address = settings.SITE_ADDRESS + reverse("account_request_login_code")
    body = mail_text("account/email/invitation.txt", {"user": user, "address": address})
    subject = "Je account bij Bieb Netwerk"
    queue_mail(
        to=user.email,
        subject=subject,
        body=body,
        about=about_user(user),
    )


def invited(email, *, name=""):
    """Who has this address; somebody without an account gets one, and an invitation."""
    address = User.objects.normalize_email(email)
    person = User.objects.filter(email=address).first()
    if person is None:
        person = User.objects.create_user(address, name=name)
        invite(user=person)
    return person
