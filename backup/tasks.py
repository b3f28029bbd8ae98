"""Background work: a back-up every night, by a worker that was told where it may go.

It has a queue of its own, to which a worker without ``BACKUP_DIR`` does not listen: the back-up waits for one that
has it.
"""

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from .making import forget_old_backups, make_backup
from .programs import BackupError

QUEUE = "back-ups"


@app.periodic(cron="12 2 * * *")
@app.task(queue=QUEUE, queueing_lock="back_up", lock="back_up")
def back_up(timestamp):
    """Every night: make a back-up, and delete those that had their term."""
    if not settings.BACKUP_EVERY_NIGHT:
        raise BackupError("Bij dit achtergrondwerk is BACKUP_DIR niet ingesteld.")
    make_backup(
        folder=settings.BACKUP_DIR,
        key=settings.BACKUP_KEY,
    )
    forget_old_backups(
        folder=settings.BACKUP_DIR,
        now=timezone.now(),
    )
