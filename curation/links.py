"""Do the web addresses in our entries still lead somewhere? Asked politely, never of a machine in our own network."""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

import urllib3
from django.conf import settings
from django.db.models import URLField
from django.utils import timezone

from accounts import kinds
from history.tracking import event_models

from .models import CheckedLink

TIME_OUT = urllib3.Timeout(connect=5, read=10)
MOST_REDIRECTS = 5
AGENT = "BiebNetwerk linkcontrole (+{site})"
# answers that some servers only give to HEAD
HEAD_REFUSED = {403, 404, 405, 500, 501, 503}
USUAL_PORTS = {"http": 80, "https": 443}
REDIRECTS = {301, 302, 303, 307, 308}
ALLOWED_IN_ADDRESS = "/?#[]@!$&'()*+,;=:%~"
NO_ADDRESS = "Dit is geen webadres."
WRAPPING = [ip_network("64:ff9b::/96"), ip_network("::/96")]
FINE_ANYWAY = {401, 403, 429}  # somebody is there, and does not let programs in


class LinkProblemError(Exception):
    """Why an address leads nowhere, in Dutch."""


@dataclass(frozen=True)
class Answer:
    """What an address gave: the HTTP status, and where it is wrong the reason."""

    status: int | None
    problem: str


def url_fields():
    """Every web address field of watched models: where entries point to.

    Not those in ``PRIVATE_FIELDS`` of a model: an address that is only for some would be visited, and shown in a list.
    """
    fields = []
    for model in event_models():
        private = getattr(model, "PRIVATE_FIELDS", ())
        for field in kinds.columns_of(model):
            if isinstance(field, URLField) and field.name not in private:
                fields.append(field)
    return fields


def collect_links():
    """Take up addresses that are new in our entries, and forget those that stand nowhere any more."""
    used = set()
    for field in url_fields():
        filled = field.model._base_manager.exclude(**{field.name: ""})
        used.update(filled.values_list(field.name, flat=True))
    CheckedLink.objects.exclude(url__in=used).delete()
    links = [CheckedLink(url=url) for url in sorted(used)]
    CheckedLink.objects.bulk_create(
        links,
        ignore_conflicts=True,
        batch_size=500,
    )


def used_by(url):
    """The things that point to an address."""
    rows = []
    for field in url_fields():
        rows += field.model._base_manager.filter(**{field.name: url})
    return rows


def check_link(link):
    """Ask one address and keep the answer."""
    answer = ask(link.url)
    link.checked_at = timezone.now()
    link.status = answer.status
    link.problem = answer.problem
    if answer.problem:
        link.failures += 1
        link.broken_since = link.broken_since or link.checked_at
    else:
        link.failures = 0
        link.broken_since = None
    link.save()


def ask(url):
    """Ask with HEAD, and with GET where that is refused; follows a few redirects, each to a public machine."""
    try:
        for _ in range(MOST_REDIRECTS):
            status, location = request("HEAD", url)
            if status in HEAD_REFUSED:
                status, location = request("GET", url)
            if status not in REDIRECTS or not location:
                return Answer(status, problem_of(status))
            url = urljoin(url, location)
    except LinkProblemError as error:
        return Answer(None, str(error))
    except ValueError:
        # an address that cannot be taken apart, or a name that cannot be a name
        return Answer(None, NO_ADDRESS)
    return Answer(None, "Het adres stuurt steeds door.")


def problem_of(status):
    """What is wrong with an answer of this status, if anything is."""
    if status < 400 or status in FINE_ANYWAY:
        return ""
    return f"De server antwoordt met {status}."


def request(method, url, take=None):
    """The status and the address it redirects to; every machine of the name is tried.

    No body is read, unless ``take`` is given, which gets the open answer.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise LinkProblemError(NO_ADDRESS)
    host = parts.hostname.encode("idna").decode()
    port = parts.port or USUAL_PORTS[parts.scheme]
    problem = None
    for address in public_addresses(host, port):
        try:
            return ask_machine(method, parts, host, address, port, take)
        except urllib3.exceptions.HTTPError as error:
            problem = error
    raise LinkProblemError(in_dutch(problem))


def ask_machine(method, parts, host, address, port, take):
    """Ask the very machine that was looked at, so that a name cannot change its meaning in between."""
    if parts.scheme == "http":
        pool = urllib3.HTTPConnectionPool(address, port)
    else:
        pool = urllib3.HTTPSConnectionPool(
            address,
            port,
            server_hostname=host,
            assert_hostname=host,
        )
    with pool:
        answer = pool.urlopen(
            method,
            target_of(parts),
            headers=headers_for(parts, host),
            timeout=TIME_OUT,
            redirect=False,
            retries=False,
            preload_content=False,
        )
        try:
            if take:
                take(answer)
        finally:
            answer.close()
    return answer.status, answer.headers.get("Location")


def headers_for(parts, host):
    """Which site is asked for, and who asks."""
    site = host
    if parts.port:
        site = f"{host}:{parts.port}"
    return {
        "Host": site,
        "User-Agent": AGENT.format(site=settings.SITE_ADDRESS),
    }


def target_of(parts):
    """What is asked of the machine: the path and the query of an address."""
    target = parts.path or "/"
    if parts.query:
        target = f"{target}?{parts.query}"
    return quote(target, safe=ALLOWED_IN_ADDRESS)


def public_addresses(host, port):
    """The machines of this name, in the order of the system; refused when any of them is not a public one."""
    try:
        machines = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise LinkProblemError("We konden deze website niet vinden.") from None
    addresses = []
    for _, _, _, _, (address, *_) in machines:
        if address not in addresses:
            addresses.append(address)
    for address in addresses:
        number, _, _ = address.partition("%")
        meant = meant_by(ip_address(number))
        if not all(may_visit(machine) for machine in meant):
            raise LinkProblemError("Dit adres is niet openbaar.")
    return addresses


def may_visit(address):
    """Whether this is a machine for everybody; on a machine for trials also that machine itself."""
    if settings.LINK_CHECKER_MAY_VISIT_LOOPBACK and address.is_loopback:
        return True
    return address.is_global and not address.is_multicast


def meant_by(address):
    """An address and the older one that may be wrapped in it, in each of the ways there are."""
    if address.version == 4:
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    meant = [address]
    if address.sixtofour:
        meant.append(address.sixtofour)
    if address.teredo:
        meant += address.teredo
    wraps = any(address in network for network in WRAPPING)
    if wraps and not address.is_loopback:
        last_four_bytes = int(address) & 0xFFFFFFFF
        meant.append(IPv4Address(last_four_bytes))
    return meant


def in_dutch(error):
    """Why a machine gave no answer."""
    if isinstance(error, urllib3.exceptions.SSLError):
        return "De beveiliging van deze website klopt niet."
    is_refused = isinstance(error, urllib3.exceptions.NewConnectionError)
    if isinstance(error, urllib3.exceptions.TimeoutError) and not is_refused:
        return "De website antwoordt niet op tijd."
    return "De website is niet te bereiken."
