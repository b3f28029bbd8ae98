"""The logs say which page was asked, and hold nothing of who asked, no secret link and no searched words."""

import json
import logging
import runpy
import sys
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.utils.module_loading import import_string
from gunicorn.config import Config

from serving.access_log import AccessLogger
from serving.log_lines import JsonLines, without_people
from serving.logs import WithoutSecrets, shown_path
from serving.request_number import current, number_requests
from tests.permissions.staff_urls import patterns
from tests.visitors.test_private_pages import address_of, parts_of

NUMBER = "3f9c2b7a4d1e4c0b9a8f7e6d5c4b3a29"
SECRET_LETTERS = "geheim123"
SECRET = "MTI:1abCde:Zyx-9_w"
SHOWN = {
    "/": "/",
    "/agenda/dag-van-de-bieb/inschrijven/": "/agenda/dag-van-de-bieb/inschrijven/",
    f"/agenda/plek/{SECRET}/afmelden/": "/agenda/plek/.../afmelden/",
    f"/agenda/plek/{SECRET}": "/agenda/...",  # a link of which the end was lost
    f"/klopt-nog/{SECRET}/": "/klopt-nog/.../",
    f"/gespreksnotitie/{SECRET}/pdf/": "/gespreksnotitie/.../pdf/",
    "/inloggen/wachtwoord/nieuw/3k-c8-f00/": "/inloggen/wachtwoord/nieuw/...-.../",
    "/beheer/inchecken/K7Q2/": "/beheer/inchecken/.../",
    "/beheer/inchecken/K7Q2": "/beheer/...",
    "/beheer/events/event/12/deelnemers/": "/beheer/events/event/12/deelnemers/",
    f"/{SECRET}": "/...",
    "/dit\nis/een nieuwe regel": "/dit%0Ais/...",
}


@pytest.fixture
def lines(settings):
    """What the access log holds of a request, as the server of this site writes it."""
    config, own = Config(), runpy.run_path("deploy/gunicorn.conf.py")
    config.set("accesslog", own["accesslog"])
    logger, written = import_string(own["logger_class"])(config), []
    handler = logging.Handler()
    handler.emit = lambda record: written.append(record.getMessage())
    logger.access_log.addHandler(handler)

    def ask(path, query="", **headers):
        environ = {"REQUEST_METHOD": "GET", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "10.0.0.1"} | headers
        environ |= {"PATH_INFO": path, "QUERY_STRING": query, "RAW_URI": f"{path}?{query}"}
        logger.access(
            SimpleNamespace(status="200 OK", sent=9, headers=[("X-Request-ID", NUMBER)]),
            [],
            environ,
            timedelta(milliseconds=7),
        )
        return json.loads(written[-1])

    yield ask
    logger.access_log.removeHandler(handler)


def test_a_path_is_shown_without_what_is_secret_in_it():
    assert {path: shown_path(path) for path in SHOWN} == SHOWN


def test_no_secret_part_of_any_address_of_the_site_is_shown():
    secret = [pattern for pattern in patterns() if {"token", "key", "code"} & set(parts_of(pattern))]

    shown = [shown_path(address_of(pattern, hidden=SECRET_LETTERS)) for pattern in secret]

    assert len(secret) > 15
    assert [path for path in shown if SECRET_LETTERS in path] == []


def test_the_access_log_has_no_searched_words_and_not_the_page_before(lines):
    line = lines("/zoeken/", "q=schulden", HTTP_REFERER="https://bieb.nl/zoeken/?q=armoede", HTTP_USER_AGENT='M"\\')

    assert datetime.fromisoformat(line.pop("time"))
    assert line == {"request": NUMBER, "method": "GET", "path": "/zoeken/", "status": 200, "bytes": 9, "ms": 7}


def test_a_line_names_its_request_and_nobody(settings, rf):
    settings.TRUSTED_PROXIES = 1
    written = []

    def view(request):
        try:
            raise ValueError("Key (email)=(jan.jansen@voorbeeld.nl) van 192.0.2.7 en 2001:db8:1:2::7")
        except ValueError:
            record = logging.LogRecord(
                "x", logging.ERROR, "x", 1, "Mail aan %s", ("piet@voorbeeld.nl",), sys.exc_info()
            )
        written.append(json.loads(JsonLines().format(record)))
        return HttpResponse()

    response = number_requests(view)(rf.get("/", headers={"x-request-id": NUMBER}))

    [line] = written
    assert (line["request"], response["X-Request-ID"]) == (NUMBER, NUMBER)
    assert line["text"].startswith("Mail aan [e-mailadres]\nTraceback")
    assert line["text"].endswith("ValueError: Key (email)=([e-mailadres]) van [adres] en [adres]")


def test_a_row_that_the_database_refuses_is_not_in_the_log():
    row = "DETAIL:  Failing row contains (1, Jan Jansen,\n\n06-12345678)."
    refused = f"violates x\n{row}\nCONTEXT:  y\n\nviolates x\n{row}\n\nThe above exception was"

    said = without_people(refused)

    left_out = "violates x\nDETAIL: [weggelaten]"
    assert said == f"{left_out}\nCONTEXT:  y\n\n{left_out}\n\nThe above exception was"


def test_only_a_proxy_of_ours_numbers_requests(settings, rf):
    numbers = []
    for proxies, given in [(0, NUMBER), (1, "kort"), (1, 'x" of meer'), (1, "")]:
        settings.TRUSTED_PROXIES = proxies
        answer = number_requests(lambda request: HttpResponse())(rf.get("/", headers={"x-request-id": given}))
        numbers.append(answer["X-Request-ID"])

    assert len(set(numbers)) == 4
    assert [number for number in numbers if len(number) != 32] == []


def test_an_error_outside_of_the_site_names_no_secret_link(lines, caplog):
    logger = AccessLogger(Config())
    logger.error_log.addHandler(caplog.handler)

    logger.exception("Error handling request %s", f"/agenda/plek/{SECRET}/?q=schulden")

    assert caplog.messages == ["Error handling request /agenda/plek/.../"]


@pytest.mark.django_db
def test_what_the_site_refuses_is_logged_without_secret_link(client, caplog):
    numbers = []
    caplog.handler.addFilter(WithoutSecrets())
    caplog.handler.addFilter(lambda record: numbers.append(current.get()) or True)
    logging.getLogger("django").addHandler(caplog.handler)

    answers = [
        client.get(f"/agenda/plek/{SECRET}/bestaat-niet/"),
        client.get("/gespreksnotitie/geheim/", {"q": "schulden"}),
    ]

    assert caplog.messages == ["Not Found: /agenda/...", "Not Found: /gespreksnotitie/.../"]
    assert numbers == [answer["X-Request-ID"] for answer in answers]


def test_everything_that_is_logged_goes_through_the_filter(settings):
    handlers = settings.LOGGING["handlers"].values()

    assert [handler["filters"] for handler in handlers] == [["without_secrets"]]
