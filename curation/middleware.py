"""Who changes what, for the history; and the content policy of the curators' pages."""

from django.conf import settings
from pghistory.middleware import HistoryMiddleware as LibraryMiddleware


class HistoryMiddleware(LibraryMiddleware):
    """Writes down the user with every change; addresses hold tokens and stay out of the history."""

    def get_context(self, request):
        return {"user": super().get_context(request)["user"]}


class CuratorContentPolicy:
    """Loosens the content policy under ``/beheer/`` as far as Unfold needs, and nowhere else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path.startswith(settings.CURATOR_ADDRESS):
            # what a single page asks for with ``csp_replace``
            own = getattr(response, "_csp_replace", {})
            response._csp_replace = settings.CURATOR_CONTENT_POLICY | own
        return response
