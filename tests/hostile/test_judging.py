"""What hostile requests look for is found where it is, and told as small as it can be."""

import pytest
from django.core.handlers.wsgi import WSGIHandler

from bench.fuzz.judging import SLOW, fault_of
from bench.fuzz.question import Question, urlencoded
from bench.fuzz.shrinking import smallest
from bench.fuzz.site import Answer, Site
from bench.fuzz.visitors import NOBODY
from contact.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings):
    settings.ROOT_URLCONF = "tests.hostile.faulty_urls"
    return Site(WSGIHandler(), {NOBODY: "", "lid": ""})


def fault_at(site, path, *query):
    question = Question(NOBODY, "GET", path, query)
    return fault_of(question, site.ask(question))


def test_every_fault_is_found(site):
    assert fault_at(site, "/stuk/").startswith("500 MultiValueDictKeyError")
    assert fault_at(site, "/stuk/", "nummer=1") == ""
    assert fault_at(site, "/schrijft/").startswith('400 en toch geschreven: INSERT INTO "contact_message"')
    assert fault_at(site, "/engels/") == "400 in het Engels: Bad Request"
    assert fault_at(site, "/van-een-ander/").startswith("404 zonder pagina van ons")
    assert fault_of(Question(NOBODY, "GET", "/"), Answer(200, seconds=SLOW + 1)) != ""


def test_an_error_that_escapes_is_found():
    def escapes(environ, start_response):
        raise ZeroDivisionError

    assert fault_at(Site(escapes, {NOBODY: ""}), "/").startswith("0 ZeroDivisionError")


def test_nothing_stays(site):
    site.ask(Question(NOBODY, "GET", "/schrijft/"))

    assert Message.objects.count() == 0


def test_a_request_is_told_without_what_does_not_matter(site):
    body = urlencoded([("a", "1"), ("b", "2")])
    question = Question(
        "lid", "OPTIONS", "/stuk/", ("x=1", "nummer=x", "y=2"), (("Accept", "*/*"), ("Range", "x")), body
    )

    def goes_wrong(each):
        return "ValueError" in fault_of(each, site.ask(each))

    assert smallest(question, goes_wrong) == Question(NOBODY, "GET", "/stuk/", ("nummer=x",))
