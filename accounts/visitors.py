"""Where a request comes from, and in whose name."""

from ipaddress import ip_address

from django.conf import settings

LONGEST_ADDRESS = 254  # characters


def client_address(request):
    """The visitor's address; behind our own proxies the last one that they, and not the visitor, wrote down."""
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if settings.TRUSTED_PROXIES and len(forwarded) >= settings.TRUSTED_PROXIES:
        return forwarded[-settings.TRUSTED_PROXIES]
    return request.META.get("REMOTE_ADDR", "")


def valid_address(request):
    """The same, or nothing where it is no address at all."""
    try:
        return str(ip_address(client_address(request)))
    except ValueError:
        return None


def tried_name(request, credentials=None):
    """The address with which somebody tries to log in, no longer than one can be."""
    tried = credentials or {}
    return (tried.get("email") or tried.get("username") or "").strip().lower()[:LONGEST_ADDRESS]
