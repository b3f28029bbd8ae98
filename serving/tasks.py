"""Background work for files: clearing away what a process that was killed left lying."""

from django.core.files.storage import default_storage
from procrastinate.contrib.django import app


@app.periodic(cron="57 3 * * *")
@app.task(queueing_lock="forget_half_files")
def forget_half_files(timestamp):
    """Every night: delete files that somebody began to write a day ago and never finished."""
    default_storage.forget_halves()
