"""Worker processes of the site for tests, forked after what they share was loaded, as ``gunicorn.conf.py`` does.

Each does what it is told, line by line, over a socket that it got from who started it.
"""

import os
import socket
import sys
from importlib import import_module

import django


def main(descriptors):
    """Begin a process for each socket, and stay until all of them end: when the other side closes."""
    _load()
    for descriptor in descriptors:
        if os.fork() == 0:
            return _serve(socket.socket(fileno=int(descriptor)).makefile("rw"))
    for _ in descriptors:
        os.wait()
    return None


def _load():
    django.setup()
    from django.conf import settings
    from django.test.utils import setup_test_environment

    from dutch.analysis import prepare

    setup_test_environment()
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    import_module(settings.ROOT_URLCONF)
    prepare()


def _serve(lines):
    """Answer ``get address`` with what is found there, and ``do python`` when it is done."""
    from django.test import Client

    client, names = Client(), {}
    for line in lines:
        verb, rest = line.rstrip("\n").split(" ", 1)
        if verb == "do":
            exec(rest, names)  # noqa: S102 of our own tests
            answer = "klaar"
        else:
            answer = _found(client.get(rest, headers={"Host": "localhost"}))
        lines.write(f"{answer}\n")
        lines.flush()


def _found(response):
    titles = [found["title"] for found in response.context["results"]]
    return f"{response.status_code} {response.context['filter'].count} {'|'.join(titles)}".strip()


if __name__ == "__main__":
    main(sys.argv[1:])
