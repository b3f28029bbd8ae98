"""What a visitor does at the pages to log in, and what they read in their mail."""

import re

from django.conf import settings

PASSWORD = "een lang wachtwoord"
NEW_PASSWORD = "nog een langer wachtwoord"
FORGOTTEN = "/inloggen/wachtwoord/vergeten/"
SECURITY = "/inloggen/beveiliging/"


def ask_code(client, email="wie@voorbeeld.nl", **more):
    return client.post("/inloggen/code/", {"email": email} | more)


def fill_in(client, code, **more):
    return client.post("/inloggen/code/invullen/", {"code": code} | more)


def log_in(client, email="wie@voorbeeld.nl", password=PASSWORD, **more):
    return client.post("/inloggen/", {"login": email, "password": password} | more)


def ask_link(client, email="wie@voorbeeld.nl"):
    return client.post(FORGOTTEN, {"email": email})


def code_in(sent):
    """The code in a mail: the line between the two sentences about it."""
    return re.search(r"log je in:\n\n(\S+)\n", sent.body)[1]


def link_in(sent):
    return re.search(rf"{settings.SITE_ADDRESS}(/\S+)", sent.body)[1]


def reset(client, post, password=NEW_PASSWORD):
    """Ask for a link, open it and choose a password; returns the last answer."""
    ask_link(client)
    [sent] = post()
    form = client.get(link_in(sent))
    return client.post(form.url, {"password1": password, "password2": password})


def is_logged_in(client):
    return "_auth_user_id" in client.session


def without_what_differs(page):
    """The page without the token against forgery and the address that was typed."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.content.decode())
    return re.sub(r"[\w.]+@voorbeeld\.nl", "", page)


def lock(client, **more):
    for _ in range(5):
        response = log_in(client, password="fout", **more)
    return response
