"""The log of the web server: a line per request, with what ``logs.py`` lets it show, and nothing of who asked."""

import time

from django.core.handlers.wsgi import get_path_info
from gunicorn.glogging import Logger

from .log_lines import JsonLines, line_of
from .logs import shown_path, without_secrets
from .request_number import HEADER


class AccessLogger(Logger):
    """Shows the page; never who asked, with what, and from which page they came."""

    def setup(self, cfg):
        """What the server itself says has the form of all other lines."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonLines())

    def access(
        self,
        resp,
        req,
        environ,
        request_time,
    ):
        """Write the line; one that cannot be written is no reason to hang up on anybody."""
        if not self.cfg.accesslog:
            return
        headers = {name.lower(): value for name, value in resp.headers}
        line = line_of(
            time.time(),
            request=headers.get(HEADER.lower(), "-"),
            method=environ["REQUEST_METHOD"],
            path=shown_path(get_path_info(environ)),
            status=int(str(resp.status).split()[0]),
            bytes=resp.sent,
            ms=round(request_time.total_seconds() * 1000),
        )
        self.access_log.info("%s", line)

    def exception(self, msg, *args, **kwargs):
        """An error before or after Django; gunicorn gives the whole address along."""
        super().exception(
            msg,
            *without_secrets(args),
            **kwargs,
        )
