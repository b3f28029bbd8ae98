"""Where a request comes from, with and without proxies of ours before the site."""

from visitors.addresses import client_address, counted_address

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


COUNTED = {
    "1.1.1.1": "1.1.1.1",
    "1.1.1.1:65001": "1.1.1.1",
    "2001:DB8:0:1::0001": "2001:db8:0:1::",
    "2001:db8:0:1:ffff:ffff:ffff:ffff": "2001:db8:0:1::",
    "[2001:db8:0:1::2]:443": "2001:db8:0:1::",
    "[2001:db8:0:1::2]": "2001:db8:0:1::",
    "2001:db8:0:2::1": "2001:db8:0:2::",
    "fe80::1%eth0": "fe80::",
    "::ffff:1.1.1.1": "1.1.1.1",
    "onzin": None,
    "1.1.1.1\x00": None,
    "[::1": "::",
    ":": None,
}


def test_limits_count_a_connection_whatever_its_port_or_its_last_half(rf, settings):
    settings.TRUSTED_PROXIES = 1
    found = {}

    for written in COUNTED:
        request = rf.get("/")
        request.META["HTTP_X_FORWARDED_FOR"] = written
        found[written] = counted_address(request)

    assert found == COUNTED
