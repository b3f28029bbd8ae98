"""Which requests may be read from the replica: those of who may be anybody, and looks for nothing of their own."""

from django.test import RequestFactory
from django.urls import resolve

from replicas.middleware import is_from_anybody

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
