"""Where a request comes from, with and without proxies of ours before the site."""

import pytest

from accounts.visitors import client_address, valid_address

FORWARDED = "6.6.6.6, 1.1.1.1, 2.2.2.2"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, FORWARDED, "127.0.0.1"),
        (1, FORWARDED, "2.2.2.2"),
        (2, FORWARDED, "1.1.1.1"),
        (1, "", "127.0.0.1"),
        (2, "1.1.1.1", "127.0.0.1"),
        (1, " , 1.1.1.1 ,", "1.1.1.1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(rf, settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies

    assert client_address(rf.get("/", headers={"X-Forwarded-For": forwarded})) == address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("1.1.1.1", "1.1.1.1"),
        ("2001:DB8::0001", "2001:db8::1"),
        ("onzin", None),
        ("1.1.1.1\x00", None),
    ],
)
def test_what_is_no_address_is_none(rf, settings, written, address):
    settings.TRUSTED_PROXIES = 1
    request = rf.get("/")
    request.META["HTTP_X_FORWARDED_FOR"] = written

    assert valid_address(request) == address
