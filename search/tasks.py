"""Writing search documents in the background."""

from procrastinate.contrib.django import app

from .documents.catching_up import catch_up
from .documents.days import note_what_changes_by_date
from .documents.rebuilding import rebuild_in_new_layout

AT_ONCE = 500  # documents per transaction; readers and editors need not wait for more


@app.task(queueing_lock="search", lock="search")
def write_remaining_documents():
    """Write the documents of everything that changed."""
    while catch_up(AT_ONCE):
        pass


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="search-regularly", lock="search")
def write_documents_regularly(timestamp):
    """Also after changes that came by neither a page nor a task, and for what a new day or a new layout changes."""
    note_what_changes_by_date()
    rebuild_in_new_layout()
    while catch_up(AT_ONCE):
        pass
