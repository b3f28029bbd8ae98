from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from backup.making import make_backup
from backup.programs import BackupError

NOT_INSIDE = """
Niet in dit bestand, dus bewaar ze apart: SECRET_KEY en OLD_SECRET_KEYS (zonder werken codes-apps en links in mails
niet meer), het bestand met instellingen, het certificaat, en de geheime sleutel van age."""


class Command(BaseCommand):
    """Write database and uploaded files into one file."""

    help = (
        "Maakt een back-up: database en bestanden in één bestand met een controlegetal."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--map",
            type=Path,
            default=settings.BACKUP_DIR,
            help="Waar het bestand komt.",
        )
        parser.add_argument(
            "--sleutel",
            default=settings.BACKUP_KEY,
            help="Publieke sleutel van age (age1…): versleutel het bestand.",
        )

    def handle(self, *, sleutel, verbosity, **options):
        try:
            path = make_backup(
                folder=options["map"],
                key=sleutel,
                is_shown=verbosity > 0,
            )
        except BackupError as error:
            raise CommandError(str(error)) from error
        if verbosity:
            megabytes = path.stat().st_size / 1024**2
            self.stdout.write(f"De back-up staat in {path} ({megabytes:.1f} MB).")
            self.stdout.write(NOT_INSIDE)
