"""The link checker never asks a machine in a private network, however its address is written."""

from curation.links import ask

PRIVATE = "Dit adres is niet openbaar."
NO_ADDRESS = "Dit is geen webadres."


HOSTS = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0",  # noqa: S104
    "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.254",
    "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255",
    "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[2001:db8::1]",
    "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]", "[0:0:0:0:0:ffff:7f00:1]",
    "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.1", "127.0.1", "0x7f.1",
    "167772161", "2852039166", "localhost", "LOCALHOST",
]  # fmt: skip
WRAPPED = ["[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::]", "[::7f00:1]"]


def test_a_private_machine_is_refused():
    answers = {host: ask(f"http://{host}/") for host in HOSTS + WRAPPED}

    found = {host: (answer.status, answer.problem) for host, answer in answers.items()}
    assert {host: each for host, each in found.items() if each != (None, PRIVATE)} == {}


def test_what_stands_around_it_does_not_help():
    rests = ["gebruiker:geheim@127.0.0.1/", "127.0.0.1:8000/", "127.0.0.1#@voorbeeld.nl"]
    urls = [f"{scheme}://{rest}" for scheme in ("http", "https") for rest in rests]

    assert [url for url in urls if ask(url).problem != PRIVATE] == []


def test_a_name_that_means_a_private_machine_is_refused(named):
    named("10.0.0.1")

    assert ask("http://intern.voorbeeld.nl/").problem == PRIVATE


def test_a_name_with_one_private_machine_among_public_ones_is_refused(named):
    named("93.184.216.34", "192.168.1.1")

    assert ask("http://dubbel.voorbeeld.nl/").problem == PRIVATE


def test_what_is_no_web_address_is_said_to_be_none():
    urls = [
        "", "voorbeeld.nl", "javascript:alert(1)", "file:///etc/passwd", "ftp://voorbeeld.nl/", "gopher://127.0.0.1/",
        "http://", "http:///pad", "http://voorbeeld.nl:99999/", "http://voorbeeld.nl:abc/", "data:text/html,x",
        "http://[::1", "http://[geen-adres]/",
    ]  # fmt: skip

    assert [url for url in urls if ask(url).problem != NO_ADDRESS] == []


def test_a_name_that_nobody_has_is_told():
    assert ask("http://bestaat-niet.invalid/").problem == "We konden deze website niet vinden."


def test_a_name_that_cannot_be_is_told():
    hosts = ["a" * 64 + ".nl", "a..nl", ".nl", "localhost.", "a\x00b.nl"]

    assert [host for host in hosts if ask(f"http://{host}/").problem == ""] == []
