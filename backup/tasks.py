"""Background work: a back-up every night, where somebody said where it may go."""

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from .making import forget_old_backups, make_backup


@app.periodic(cron="12 2 * * *")
@app.task(queueing_lock="back_up", lock="back_up")
def back_up(timestamp):
    """Every night: make a back-up, and delete those that had their term."""
    if not settings.BACKUP_EVERY_NIGHT:
        return
    make_backup(
        folder=settings.BACKUP_DIR,
        key=settings.BACKUP_KEY,
    )
    forget_old_backups(
        folder=settings.BACKUP_DIR,
        now=timezone.now(),
    )
