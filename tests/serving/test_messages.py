"""A message for the next page travels under the name that the settings say."""

from django.contrib import messages
from django.contrib.messages.middleware import MessageMiddleware
from django.http import HttpResponse
from django.test import RequestFactory


def say(request):
    messages.success(request, "Bewaard.")
    return HttpResponse()


def read(request):
    return HttpResponse([message.message for message in messages.get_messages(request)])


def ask(view, cookies=""):
    request = RequestFactory().get("/", headers={"Cookie": cookies})
    request.session = {}
    return MessageMiddleware(view)(request)


def test_a_message_has_our_own_cookie(settings):
    settings.MESSAGES_COOKIE = "__Host-messages"

    sent = ask(say).cookies["__Host-messages"]
    page = ask(read, cookies=f"__Host-messages={sent.coded_value}")

    assert page.content.decode() == "Bewaard."
    assert page.cookies["__Host-messages"]["max-age"] == 0
