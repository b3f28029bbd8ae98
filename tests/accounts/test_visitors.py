"""Where a request comes from, with and without proxies of ours before the site."""

from accounts.visitors import client_address, valid_address

FORWARDED = "6.6.6.6, 1.1.1.1, 2.2.2.2"


def test_only_what_our_own_proxies_wrote_is_believed(rf, settings):
    written = [  # how many proxies are ours, what the header says, and where it came from
        (0, FORWARDED, "127.0.0.1"),
        (1, FORWARDED, "2.2.2.2"),
        (2, FORWARDED, "1.1.1.1"),
        (1, "", "127.0.0.1"),
        (2, "1.1.1.1", "127.0.0.1"),
        (1, " , 1.1.1.1 ,", "1.1.1.1"),
    ]
    found = []

    for proxies, forwarded, _ in written:
        settings.TRUSTED_PROXIES = proxies
        request = rf.get("/", headers={"X-Forwarded-For": forwarded})
        found.append((proxies, forwarded, client_address(request)))

    assert found == written


def test_what_is_no_address_is_none(rf, settings):
    settings.TRUSTED_PROXIES = 1
    written = {"1.1.1.1": "1.1.1.1", "2001:DB8::0001": "2001:db8::1", "onzin": None, "1.1.1.1\x00": None}

    def address_of(text):
        request = rf.get("/")
        request.META["HTTP_X_FORWARDED_FOR"] = text
        return valid_address(request)

    assert {text: address_of(text) for text in written} == written
