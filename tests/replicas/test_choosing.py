"""Which requests may be read from the replica: those of who may be anybody, and looks for nothing of their own."""

from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from replicas.middleware import is_asked_again, is_from_anybody
from replicas.reading import own_source, read_primary, read_replica
from replicas.standing import NEVER, Standing

ASKED = {
    ("GET", "/", ""): True,
    ("HEAD", "/themas/", ""): True,
    ("GET", "/zoeken/", "csrftoken=x"): True,
    ("POST", "/klopt-er-iets-niet/", ""): False,
    ("GET", "/", "sessionid=x"): False,
    ("GET", "/", "messages=x"): False,
    ("GET", "/", "net-verstuurd=1"): False,
    ("GET", "/beheer/", ""): False,
    ("GET", "/mijn/", ""): False,
    ("GET", "/inloggen/", ""): False,
    ("GET", "/mijn-lijst/gedeeld/TOKEN/", ""): False,
}


def test_who_reads_the_replica():
    chosen = {}
    for method, address, cookies in ASKED:
        request = RequestFactory().generic(method, address, headers={"Cookie": cookies})
        request.resolver_match = resolve(address)
        chosen[method, address, cookies] = is_from_anybody(request)

    assert chosen == ASKED


def test_what_the_replica_did_not_give_is_asked_again_and_what_the_primary_did_not_is_not():
    def asked_again():
        request = RequestFactory().get("/")
        return [
            status for status in (200, 304, 403, 404, 500, 503) if is_asked_again(request, HttpResponse(status=status))
        ]

    with own_source():
        read_replica()
        of_replica = asked_again()
        read_primary()
        of_primary = asked_again()

    assert (of_replica, of_primary) == ([404, 500, 503], [])


def test_a_replica_is_read_until_it_may_be_more_than_five_seconds_behind():
    standing = Standing()
    read = {}
    for seconds in (0, 4, 4.1, 5, NEVER):  # an answer counts for a second
        standing.seconds_behind = seconds
        read[seconds] = standing.is_close()

    assert read == {0: True, 4: True, 4.1: False, 5: False, NEVER: False}
