"""Where a request comes from."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings

NETWORK = 64  # bits of an IPv6 address that say which connection it is; the rest a visitor chooses freely


def client_address(request):
    """The visitor's address; behind our own proxies the last one that they, and not the visitor, wrote down."""
    return address_in(request.META)


def address_in(environ):
    """The same from the variables of a web server, which has no request; without the port that some proxies add."""
    header = environ.get("HTTP_X_FORWARDED_FOR", "")
    forwarded = []
    for part in header.split(","):
        if part.strip():
            forwarded.append(part.strip())
    proxies = settings.TRUSTED_PROXIES
    if proxies and len(forwarded) >= proxies:
        return without_port(forwarded[-proxies])
    return environ.get("REMOTE_ADDR", "")


def without_port(text):
    """``[2001:db8::1]:443`` and ``192.0.2.1:443`` without what comes after the address."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    if text.count(":") == 1:
        return text.partition(":")[0]
    return text


def counted_address(request):
    """For whom a limit counts: an address, or with IPv6 its network, of which one visitor has all addresses.

    ``None`` where it is no address at all.
    """
    try:
        address = ip_address(client_address(request))
    except ValueError:
        return None
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    network = IPv6Network(
        (int(address), NETWORK),
        strict=False,
    )
    return str(network.network_address)
