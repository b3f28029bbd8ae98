"""The file for nginx lets through what the site takes in, and tells it what it has to know."""

import re
import runpy

from django.conf import settings

from serving.middleware import LONGEST_ADDRESS
from serving.uploads import LARGEST_UPLOAD
from spreadsheets.forms import MOST_MEGABYTES

PROXY = (settings.BASE_DIR / "deploy/nginx.conf").read_text()
GUNICORN = runpy.run_path(str(settings.BASE_DIR / "deploy/gunicorn.conf.py"))
TOLD = {"Host $host", "X-Forwarded-For $proxy_add_x_forwarded_for", "X-Forwarded-Proto $scheme"}
TOLD |= {"X-Request-ID $request_id"}


def said(directive, text=PROXY):
    """What the file says after this word, each time."""
    return re.findall(rf"^\s*{directive} ([^;]+);", text, re.MULTILINE)


def test_an_import_fits_through_and_nothing_that_the_site_refuses():
    [largest] = said("client_max_body_size")

    assert largest == f"{LARGEST_UPLOAD // 1024**2}m"
    assert LARGEST_UPLOAD > MOST_MEGABYTES * 1024**2


def test_what_is_too_large_is_refused_by_the_page_of_the_site():
    _, too_large = PROXY.split("location @too_large {")
    headers = set(said("proxy_set_header", too_large))

    assert said("error_page") == ["502 504 = @away", "413 = @too_large"]
    assert headers == TOLD | {f"Content-Length {LARGEST_UPLOAD + 1}"}


def test_addresses_that_are_too_long_reach_the_page_that_says_so():
    [buffers] = said("large_client_header_buffers")
    longest = 1024 * int(buffers.split()[1].removesuffix("k"))

    assert LONGEST_ADDRESS < longest <= GUNICORN["limit_request_line"] + len("\r\n")


def test_the_site_gets_requests_whole_and_has_the_time_to_answer():
    [patience] = said("proxy_read_timeout")

    assert (said("proxy_request_buffering"), said("proxy_buffering")) == (["on"], ["on"])
    assert int(patience.removesuffix("s")) > 2 * GUNICORN["timeout"]


def test_the_site_knows_who_asks_and_over_what():
    usual, _ = PROXY.split("location @too_large {")

    assert set(said("proxy_set_header", usual)) == TOLD
