"""Queueing work: always in the transaction of whoever asks for it, in a page and in a background task alike.

Of itself the task library queues over a connection of its own as soon as a worker runs. A mail that a task queued was
then looked for before its row was committed, and never sent.
"""

from procrastinate import App, PsycopgConnector
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.utils import connector_params


class WorkerConnector(PsycopgConnector):
    """A worker takes work over connections of its own; what its tasks queue goes over Django's."""

    def get_sync_connector(self) -> DjangoConnector:
        return DjangoConnector()


class QueueConnector(DjangoConnector):
    """Queues over Django's own connection."""

    def get_worker_connector(self) -> WorkerConnector:
        return WorkerConnector(kwargs=connector_params(self.alias))


def queue_in_transactions(app: App) -> None:
    """Called when the task library is ready."""
    connector = QueueConnector()
    app.connector = connector
    app.job_manager.connector = connector
