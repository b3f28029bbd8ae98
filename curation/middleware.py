"""Who changes what, for the history; and the content policy of the curators' pages."""

from csp.decorators import csp_replace
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
        self.loosened = csp_replace(settings.CURATOR_CONTENT_POLICY)(get_response)

    def __call__(self, request):
        is_curator_page = request.path.startswith(settings.CURATOR_ADDRESS)
        return (self.loosened if is_curator_page else self.get_response)(request)
