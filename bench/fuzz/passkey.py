"""A passkey as a browser registers one, of which nobody has the other half."""

from hashlib import sha256

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from .question import HOST

NUMBER = b"sleutel"


def passkey_of(user):
    """A passkey with which this user could log in."""
    data = {"name": "Sleutel", "credential": _credential()}
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data=data
    )


def _credential():
    key = ES256.from_cryptography_key(
        ec.generate_private_key(ec.SECP256R1()).public_key()
    )
    kept = AttestedCredentialData.create(bytes(16), NUMBER, key)
    flags = AuthenticatorData.FLAG.AT | AuthenticatorData.FLAG.UP
    about = AuthenticatorData.create(sha256(HOST.encode()).digest(), flags, 0, kept)
    said = CollectedClientData.create("webauthn.create", bytes(32), f"https://{HOST}")
    response = {
        "clientDataJSON": websafe_encode(said),
        "attestationObject": websafe_encode(_attested(about)),
    }
    return {
        "id": websafe_encode(NUMBER),
        "rawId": websafe_encode(NUMBER),
        "type": "public-key",
        "response": response,
    }


def _attested(about):
    return AttestationObject.create("none", about, {})
