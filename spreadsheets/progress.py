"""How far long work is, told while its own transaction is still open: through a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from typing import Self

from django.db import connection

from .models import ImportRun


class StoppedError(Exception):
    """A curator pressed stop."""


class RunProgress:
    """Writes how far a run is and hears whether it must stop; to be used with ``with``."""

    def __init__(self, run: ImportRun) -> None:
        self.run_id = run.pk
        self.was = run.state
        self.elsewhere = ThreadPoolExecutor(max_workers=1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        # of that thread, not of this one
        closing = self.elsewhere.submit(lambda: connection.close())
        closing.result()
        self.elsewhere.shutdown()

    def tell(self, done: int) -> None:
        """Say that so many rows are done; raises ``StoppedError`` when a curator wants it to end."""
        writing = self.elsewhere.submit(self.write, done)
        if writing.result() == ImportRun.State.STOPPED:
            raise StoppedError

    def write(self, done: int) -> str | None:
        """Write it, and give the state that the run is in by now."""
        run = ImportRun.objects.filter(pk=self.run_id)
        run.filter(state=self.was).update(done=done)
        return run.values_list("state", flat=True).first()
