"""How far long work is, told while its own transaction is still open: through a connection of its own."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from .models import ImportRun


class StoppedError(Exception):
    """A curator pressed stop."""


class Progress:
    """Writes how far a run is and hears whether it must stop; to be used with ``with``."""

    def __init__(self, run):
        self.run_id, self.was = run.pk, run.state
        self.elsewhere = ThreadPoolExecutor(max_workers=1)

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.elsewhere.submit(lambda: connection.close()).result()  # the connection of that thread, not of this one
        self.elsewhere.shutdown()

    def tell(self, done):
        """Say that so many rows are done; raises ``StoppedError`` when a curator wants it to end."""
        if self.elsewhere.submit(self._write, done).result() == ImportRun.State.STOPPED:
            raise StoppedError

    def _write(self, done):
        here = ImportRun.objects.filter(pk=self.run_id)
        here.filter(state=self.was).update(done=done)
        return here.values_list("state", flat=True).first()
