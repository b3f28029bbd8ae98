"""The logs say which page was asked and by whom, and hold no secret link and no searched words."""

import logging
import runpy
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils.module_loading import import_string
from gunicorn.config import Config

from serving.access_log import AccessLogger
from serving.logs import WithoutSecrets, shown_path
from tests.permissions.staff_urls import patterns
from tests.visitors.test_private_pages import address_of, parts_of

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
    for name in ("accesslog", "access_log_format"):
        config.set(name, own[name])
    logger, written = import_string(own["logger_class"])(config), []
    handler = logging.Handler()
    handler.emit = lambda record: written.append(record.getMessage())
    logger.access_log.addHandler(handler)

    def ask(path, query="", **headers):
        environ = {"REQUEST_METHOD": "GET", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "10.0.0.1"} | headers
        environ |= {"PATH_INFO": path, "QUERY_STRING": query, "RAW_URI": f"{path}?{query}"}
        logger.access(SimpleNamespace(status="200 OK", sent=9, headers=[]), [], environ, timedelta(milliseconds=7))
        return written[-1]

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
    line = lines("/zoeken/", "q=schulden", HTTP_REFERER="https://bieb.nl/zoeken/?q=armoede", HTTP_USER_AGENT="Mozilla")

    assert line.partition("] ")[2] == '"GET /zoeken/ HTTP/1.1" 200 9 7ms "Mozilla"'


@pytest.mark.parametrize(("proxies", "address"), [(0, "10.0.0.1"), (1, "192.0.2.7"), (2, "10.0.0.1")])
def test_the_access_log_believes_only_our_own_proxies(lines, settings, proxies, address):
    settings.TRUSTED_PROXIES = proxies

    line = lines("/", HTTP_X_FORWARDED_FOR="192.0.2.7:6500")

    assert line.startswith(f"{address} [")


def test_an_error_outside_of_the_site_names_no_secret_link(lines, caplog):
    logger = AccessLogger(Config())
    logger.error_log.addHandler(caplog.handler)

    logger.exception("Error handling request %s", f"/agenda/plek/{SECRET}/?q=schulden")

    assert caplog.messages == ["Error handling request /agenda/plek/.../"]


@pytest.mark.django_db
def test_what_the_site_refuses_is_logged_without_secret_link(client, caplog):
    caplog.handler.addFilter(WithoutSecrets())
    logging.getLogger("django").addHandler(caplog.handler)

    client.get(f"/agenda/plek/{SECRET}/bestaat-niet/")
    client.get("/gespreksnotitie/geheim/", {"q": "schulden"})

    assert caplog.messages == ["Not Found: /agenda/...", "Not Found: /gespreksnotitie/.../"]


def test_everything_that_is_logged_goes_through_the_filter(settings):
    handlers = settings.LOGGING["handlers"].values()

    assert [handler["filters"] for handler in handlers] == [["without_secrets"]]
