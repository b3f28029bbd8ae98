"""How logging in behaves here; everything that ``allauth`` leaves to a site."""

from base64 import urlsafe_b64encode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as request_context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.safestring import mark_safe

from .mail import queue_mail
from .visitors import client_address

TOO_OFTEN = "Dit is te vaak geprobeerd. Probeer het later nog een keer."
UNKNOWN, KNOWN = "account/email/unknown_account", "account/email/login_code"


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
        return client_address(request) or "0.0.0.0"  # noqa: S104 no address to listen on

    def get_login_redirect_url(self, request):
        """Everybody to where their work is."""
        return reverse("admin:index" if request.user.is_curator else "members:overview")

    def get_password_change_redirect_url(self, request):
        return reverse("mfa_index")

    def send_mail(self, template_prefix, email, context):
        """Queue a mail; for an address we do not know the same work is done for nobody, so that time tells nothing."""
        to = email
        if template_prefix == UNKNOWN:
            template_prefix, to = KNOWN, ""
            context = {**context, "code": self.generate_login_code()}
        shown = {"request": request_context.request, "email": email, **context}
        message = self.render_mail(template_prefix, email, shown)
        queue_mail(to=to, subject=message.subject, body=message.body)


class MFAAdapter(DefaultMFAAdapter):
    """The second step: secrets are encrypted in the database, and the drawing of the code needs no loosened policy."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Dat klopt niet. Probeer het nog een keer.",
        "cannot_generate_recovery_codes": "Stel eerst een app of passkey in.",
    }

    def encrypt(self, text):
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _fernet().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": "Bieb Netwerk"}

    def build_totp_svg(self, url):
        """The QR code as a drawing in the page; an image from a ``data:`` address would be refused."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        drawing = qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")
        return mark_safe(drawing)  # noqa: S308 made here from a key


def _fernet():
    """A new ``SECRET_KEY`` makes everybody set up their second step again."""
    return Fernet(urlsafe_b64encode(salted_hmac("accounts.mfa", "", algorithm="sha256").digest()))
