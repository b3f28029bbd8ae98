"""Search documents in tests: written before a reader asks, as the worker does."""

from django.test import Client

from search.documents.catching_up import catch_up


def write_documents():
    """Write the documents of everything that changed so far."""
    while catch_up():
        pass


class Reader(Client):
    """Somebody who reads what others wrote a while ago."""

    def request(self, **request):
        write_documents()
        return super().request(**request)
