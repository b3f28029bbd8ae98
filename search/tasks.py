"""Writing search documents in the background."""

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from .documents.catching_up import catch_up
from .documents.days import note_what_changes_by_date
from .documents.rebuilding import rebuild_in_new_layout
from .meaning.writing import write_meanings

# of its own, so that a worker can be told to leave it to another: it takes half a minute of processor at the start
MEANINGS = "meanings"
# documents per task, so that other work need not wait for seconds
MEANINGS_AT_ONCE = 100
AT_ONCE = 500  # documents per transaction; readers and editors need not wait for more


@app.task(queueing_lock="search", lock="search")
def write_remaining_documents() -> None:
    """Write the documents of everything that changed."""
    while catch_up(AT_ONCE):
        pass


@app.periodic(cron="* * * * *")
@app.task(
    queueing_lock="search-regularly",
    lock="search",
)
def write_documents_regularly(timestamp: int) -> None:
    """Also after changes that came by neither a page nor a task, and for what a new day or a new layout changes."""
    note_what_changes_by_date()
    rebuild_in_new_layout()
    while catch_up(AT_ONCE):
        pass


@app.task(
    queue=MEANINGS,
    queueing_lock="search-meanings",
    lock="search-meanings",
)
def write_remaining_meanings() -> None:
    """Write what documents are about, some at a time."""
    _write_some_meanings()


@app.periodic(cron="* * * * *")
@app.task(
    queue=MEANINGS,
    queueing_lock="search-meanings",
    lock="search-meanings",
)
def write_meanings_regularly(timestamp: int) -> None:
    """Also of documents that changed a while ago."""
    _write_some_meanings()


def _write_some_meanings():
    if not write_meanings(MEANINGS_AT_ONCE):
        return
    try:
        with transaction.atomic():
            write_remaining_meanings.defer()
    except AlreadyEnqueued:
        return
