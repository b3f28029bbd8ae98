"""How logging in behaves here; everything that ``allauth`` leaves to a site."""

from base64 import b32encode, urlsafe_b64encode
from secrets import token_bytes
from urllib.parse import urlsplit

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as request_context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.safestring import mark_safe

from mail.outgoing import about_user, queue_mail
from visitors.addresses import counted_address

from .browsers import know_browser
from .limits import LOG_IN, may_try, take_back_log_in
from .tries import tried_name

TOO_OFTEN = "Dit is te vaak geprobeerd. Probeer het later nog een keer."
UNKNOWN = "account/email/unknown_account"
KNOWN = "account/email/login_code"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are by invitation, and mail is background work."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Dit e-mailadres en wachtwoord horen niet bij elkaar.",
        "enter_current_password": "Dit is niet je huidige wachtwoord.",
        "incorrect_code": "Deze code klopt niet.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "rate_limited": TOO_OFTEN,
        "too_many_login_attempts": TOO_OFTEN,
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return counted_address(request) or "0.0.0.0"  # noqa: S104 no address to listen on

    def pre_authenticate(self, request, **credentials):
        """Count the try before the password is looked at, so that many at once are no way around it."""
        self.tried_at = timezone.now()
        name = tried_name(request, credentials)
        if not may_try(request, LOG_IN, name, self.tried_at):
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request, **credentials):
        """Who has this password; this one try counts no longer for the address where it was right."""
        user = super().authenticate(request, **credentials)
        if user:
            take_back_log_in(tried_name(request, credentials), self.tried_at)
        return user

    def get_login_redirect_url(self, request):
        """Everybody to where their work is."""
        if request.user.is_curator:
            return reverse("admin:index")
        return reverse("members:overview")

    def post_login(self, request, user, **more):
        """Whoever is in now hears of it where the browser is new."""
        response = super().post_login(request, user, **more)
        know_browser(request, response, user=user)
        return response

    def get_password_change_redirect_url(self, request):
        return reverse("mfa_index")

    def is_safe_url(self, url):
        """Whether one may be sent on to there; what is no address at all is not safe either."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False

    def get_reset_password_from_key_url(self, key):
        """The link in the mail: of the site's own address, whatever host the request named."""
        url = urlsplit(super().get_reset_password_from_key_url(key))
        return f"{settings.SITE_ADDRESS}{url.path}"

    def send_mail(self, template_prefix, email, context):
        """Queue a mail; for an address we do not know the same work is done for nobody, so that time tells nothing."""
        to = email
        if template_prefix == UNKNOWN:
            template_prefix = KNOWN
            to = ""
            context = {**context, "code": self.generate_login_code()}
        shown = {
            "request": request_context.request,
            "site": settings.SITE_ADDRESS,
            "email": email,
            **context,
        }
        message = self.render_mail(template_prefix, email, shown)
        about = about_user(context["user"]) if context.get("user") else ""
        queue_mail(
            to=to,
            subject=message.subject,
            body=message.body,
            about=about,
        )


class MFAAdapter(DefaultMFAAdapter):
    """The second step: secrets are encrypted in the database, and the drawing of the code needs no loosened policy."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Dat klopt niet. Probeer het nog een keer.",
        "cannot_generate_recovery_codes": "Stel eerst een app of passkey in.",
    }

    def encrypt(self, text):
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        """The secret; one of a key that is no longer known gives a secret of which no code is right."""
        try:
            return _fernet().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return b32encode(token_bytes(20)).decode()

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": "Bieb Netwerk"}

    def build_totp_svg(self, url):
        """The QR code as a drawing in the page; an image from a ``data:`` address would be refused."""
        drawing = segno.make(url, error="m").svg_inline(
            scale=4,
            border=4,
            light="white",
        )
        return mark_safe(drawing)  # noqa: S308 made here from a key


def _fernet():
    """Encrypts with ``SECRET_KEY``; what an earlier one encrypted can be read as long as that is in the settings."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = []
    for key in keys:
        digests.append(
            salted_hmac(
                "accounts.mfa",
                "",
                secret=key,
                algorithm="sha256",
            ).digest()
        )
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
