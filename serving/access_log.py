"""The log of the web server: a line per request, with what ``logs.py`` lets it show."""

from django.core.handlers.wsgi import get_path_info
from gunicorn.glogging import Logger

from visitors.addresses import address_in

from .logs import shown_path, without_secrets


class AccessLogger(Logger):
    """Shows the page and the visitor, and never the page that somebody came from."""

    def atoms(self, resp, req, environ, request_time):
        method = environ["REQUEST_METHOD"]
        protocol = environ["SERVER_PROTOCOL"]
        path = shown_path(get_path_info(environ))
        atoms = super().atoms(resp, req, environ, request_time)
        atoms["h"] = address_in(environ) or "-"
        atoms["r"] = f"{method} {path} {protocol}"
        atoms["U"] = path
        atoms["q"] = ""
        atoms["f"] = "-"
        return atoms

    def exception(self, msg, *args, **kwargs):
        """An error before or after Django; gunicorn gives the whole address along."""
        super().exception(msg, *without_secrets(args), **kwargs)
