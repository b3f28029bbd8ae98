"""Pages behind log-in and behind a secret link: nobody else may come to know their address or keep what they show."""

from functools import wraps

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

BEHIND_LOG_IN = ("/mijn/", "/inloggen/", "/beheer/")
# parts of an address that open a page to who knows them
SECRET_PARTS = ("token", "key", "uidb36", "code")
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def private_pages(get_response):
    """Middleware: browsers, proxies and search engines keep none of these pages, errors and files included."""

    def middleware(request):
        response = get_response(request)
        secrets = secrets_of(request.resolver_match)
        if not secrets and not request.path.startswith(BEHIND_LOG_IN):
            return response
        for name, value in HEADERS.items():
            response[name] = value
        if "token" in secrets:
            # a page without our CSRF token, which would need to know where a form came from
            response["Referrer-Policy"] = "no-referrer"
        return response

    return middleware


def secrets_of(match):
    """{name: value} of the secret parts of an address; ``match`` is what it resolved to, or ``None``."""
    parts = match.kwargs if match else {}
    return {name: parts[name] for name in SECRET_PARTS if name in parts}


def kept_private(*methods):
    """Decorate a view behind a secret link (``token``): whoever has it may do it, so no token of ours is needed."""

    def decorate(view):
        @csrf_exempt
        @require_http_methods(methods)
        @wraps(view)
        def page(*args, **kwargs):
            return view(*args, **kwargs)

        return page

    return decorate
