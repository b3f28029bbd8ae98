"""The mail that says how to log in for the first time; it holds no secret, since the code comes by mail too."""

from django.conf import settings
from django.urls import reverse

from mail.outgoing import about_user, mail_text, queue_mail


def invite(*, user):
    """Mail a user where to log in."""
    address = settings.SITE_ADDRESS + reverse("account_request_login_code")
    body = mail_text("account/email/invitation.txt", {"user": user, "address": address})
    subject = "Je bent uitgenodigd voor Bieb Netwerk"
    queue_mail(to=user.email, subject=subject, body=body, about=about_user(user))
