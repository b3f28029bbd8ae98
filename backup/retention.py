"""What is kept of people: nothing here. The files hold what the database does, for ``BACKUP_DAYS`` days."""

from retention.schedule import holds_nothing_personal

from .models import BackupRun

holds_nothing_personal(BackupRun)
