"""Pages behind a secret link: nobody else may come to know or keep the address."""

from functools import wraps

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


def kept_private(*methods):
    """Decorate a view behind a link: no token of ours is needed, and neither browsers nor search engines keep it."""

    def decorate(view):
        @csrf_exempt  # who has the link may do it, and nobody is logged in
        @require_http_methods(methods)
        @wraps(view)
        def page(*args, **kwargs):
            response = view(*args, **kwargs)
            for name, value in HEADERS.items():
                response[name] = value
            return response

        return page

    return decorate
