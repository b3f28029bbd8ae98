"""What the link checker makes of the answers of a website: fine, moved, gone, slow, or going round in circles."""

import socket

import pytest
import urllib3

from curation import links
from curation.links import ask

PRIVATE = "Dit adres is niet openbaar."
IN_CIRCLES = "Het adres stuurt steeds door."


def answer_to(website, told):
    """What the checker makes of a website that answers this."""
    website.answers["/"] = told
    return ask(website.address)


def test_a_page_that_is_there_is_fine_and_asked_once_without_its_text(website, settings):
    website.answers["/"] = 200

    answer = ask(website.address)

    assert (answer.status, answer.problem) == (200, "")
    assert website.asked == [("HEAD", "/")]
    assert website.agents == {f"BiebNetwerk linkcontrole (+{settings.SITE_ADDRESS})"}


def test_a_server_that_refuses_head_is_asked_with_get(website):
    statuses = [403, 404, 405, 500, 501, 503]
    for status in statuses:
        website.answers |= {("HEAD", f"/x?a={status}"): status, ("GET", f"/x?a={status}"): 200}

    answers = [ask(f"{website.address}/x?a={status}#anker") for status in statuses]

    assert [(answer.status, answer.problem) for answer in answers] == [(200, "")] * 6
    assert website.asked == [(way, f"/x?a={status}") for status in statuses for way in ("HEAD", "GET")]


def test_a_page_that_is_not_there_is_told_with_its_status(website):
    statuses = [404, 410, 500, 503]

    answers = [answer_to(website, status) for status in statuses]

    told = [(answer.status, answer.problem) for answer in answers]
    assert told == [(status, f"De server antwoordt met {status}.") for status in statuses]


def test_a_door_that_is_closed_to_programs_is_no_broken_link(website):
    assert [answer_to(website, status).problem for status in (401, 403, 429)] == [""] * 3


def test_a_redirect_is_followed(website):
    website.answers["/nieuw"] = 200

    answers = [answer_to(website, (status, "nieuw")) for status in (301, 302, 303, 307, 308)]

    assert [(answer.status, answer.problem) for answer in answers] == [(200, "")] * 5


def test_a_circle_is_left(website):
    website.answers |= {"/a": (302, "/b"), "/b": (302, "/a")}

    answer = ask(f"{website.address}/a")

    assert (answer.status, answer.problem) == (None, IN_CIRCLES)
    assert len(website.asked) <= 10


def test_a_page_that_redirects_to_itself_is_left(website):
    website.answers["/"] = (301, "/")

    assert ask(website.address).problem == IN_CIRCLES


def problem_of_redirect(website, target):
    return answer_to(website, (302, target)).problem


def test_a_redirect_to_a_private_machine_is_refused(website):
    targets = ["http://10.0.0.1/", "http://169.254.169.254/latest/", "//192.168.1.1/", "http://[::ffff:10.0.0.1]/"]
    targets += ["http://167772161/", "https://10.0.0.1/"]

    assert [(target, problem_of_redirect(website, target)) for target in targets] == [
        (each, PRIVATE) for each in targets
    ]


def test_a_redirect_to_what_is_no_web_address_is_refused(website):
    targets = ["file:///etc/passwd", "javascript:alert(1)", "http://x:99999/"]

    assert [problem_of_redirect(website, target) for target in targets] == ["Dit is geen webadres."] * 3


def test_a_redirect_that_is_nonsense_is_a_problem_of_that_link_alone(website):
    targets = ["http://[", "//[::1", "http://[v1.x]/"]

    assert [target for target in targets if problem_of_redirect(website, target) == ""] == []


def test_the_setting_is_off_where_nobody_tests(settings):
    assert settings.LINK_CHECKER_MAY_VISIT_LOOPBACK is False


def test_a_name_in_other_letters_is_asked(website, named):
    named("127.0.0.2")
    website.answers["/"] = 200

    assert ask(f"http://図書館.example:{website.port}/").problem == ""


def test_letters_and_spaces_in_a_path_are_asked(website):
    website.answers["/caf%C3%A9%20nu"] = 200

    assert ask(f"{website.address}/café nu").problem == ""


@pytest.mark.parametrize("others", [["127.0.0.1"], ["127.0.0.1", "127.0.0.3"]])
def test_another_machine_of_the_same_name_is_tried(website, named, others):
    named("127.0.0.2", *others)
    website.answers["/"] = 200

    assert ask(f"http://twee.example:{website.port}/").problem == ""


def test_a_website_that_does_not_answer_is_told(settings, monkeypatch):
    settings.LINK_CHECKER_MAY_VISIT_LOOPBACK = True
    monkeypatch.setattr(links, "TIME_OUT", urllib3.Timeout(connect=0.2, read=0.2))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        answer = ask(f"http://127.0.0.1:{silent.getsockname()[1]}/")

    assert (answer.status, answer.problem) == (None, "De website antwoordt niet op tijd.")


def test_a_closed_door_is_told(settings):
    settings.LINK_CHECKER_MAY_VISIT_LOOPBACK = True
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    assert ask(f"http://127.0.0.1:{port}/").problem == "De website is niet te bereiken."


def test_http_where_https_was_asked_is_told(website):
    assert ask(website.address.replace("http", "https")).problem == "De beveiliging van deze website klopt niet."
