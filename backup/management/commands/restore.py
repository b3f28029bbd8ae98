from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django.utils.formats import date_format

from backup.archive import read_manifest
from backup.making import make_backup
from backup.programs import BackupError
from backup.restoring import (
    has_same_secret_key,
    readable,
    refuse_others,
    restore,
    suitable,
)
from mail.models import OutgoingMail
from retention.schedule import forget_what_is_due

WARNING = """
Alles wat nu in de database en bij de bestanden staat, wordt vervangen door deze back-up.
Eerst wordt er een back-up gemaakt van wat er nu is.
Typ ja om door te gaan: """
NOBODY = """Er is niets veranderd: er is niemand om het aan te vragen. Met --no-input vraagt deze opdracht niets."""
OTHER_KEY = """
Let op: deze back-up hoort bij een andere SECRET_KEY. Zet die van toen in OLD_SECRET_KEYS, anders werken codes-apps en
links in mails niet meer."""


def is_agreed():
    """Ask whether to go on; raises ``CommandError`` where no one can answer, as in a task of the night."""
    try:
        answer = input(WARNING)
    except EOFError as error:
        raise CommandError(NOBODY) from error
    return answer.strip() == "ja"


class Command(BaseCommand):
    """Check a back-up, and put it in place of what is there: all of it or nothing."""

    help = "Zet een back-up terug. Lukt het niet, dan blijft alles zoals het was. Stop eerst site en achtergrondwerk."

    def add_arguments(self, parser):
        parser.add_argument("bestand", type=Path)
        parser.add_argument(
            "--geheim",
            type=Path,
            help="Bestand met de geheime sleutel van age.",
        )
        parser.add_argument(
            "--controleer",
            action="store_true",
            help="Zeg alleen of het bestand heel is.",
        )
        parser.add_argument(
            "--zonder-backup",
            action="store_true",
            help="Maak geen back-up van wat er nu is.",
        )
        parser.add_argument(
            "--no-input",
            action="store_false",
            dest="asks",
            help="Vraag niets.",
        )

    def handle(self, *, bestand, geheim, **options):
        try:
            with readable(bestand, geheim) as path:
                self.put_back(path, options)
        except BackupError as error:
            raise CommandError(str(error)) from error

    def put_back(self, path, options):
        """Go on with a checked back-up."""
        manifest = read_manifest(path)
        suitable(manifest)
        is_shown = options["verbosity"] > 0
        made_at = timezone.localtime(datetime.fromisoformat(manifest["made_at"]))
        self.stdout.write(
            f"De back-up van {date_format(made_at, 'DATETIME_FORMAT')} is heel."
        )
        if not has_same_secret_key(manifest):
            self.stdout.write(OTHER_KEY)
        if options["controleer"]:
            return
        if options["asks"] and not is_agreed():
            raise CommandError("Er is niets veranderd.")
        refuse_others()
        if not options["zonder_backup"] and MigrationRecorder(connection).has_table():
            make_backup(
                folder=settings.BACKUP_DIR,
                key=settings.BACKUP_KEY,
                is_shown=is_shown,
            )
        restore(path, is_shown=is_shown)
        self.bring_up_to_date(options["verbosity"])

    def bring_up_to_date(self, verbosity):
        """Let an older back-up fit this version, forget what had its term since, write all search documents anew."""
        call_command("migrate", verbosity=0, interactive=False)
        forget_what_is_due(now=timezone.now())
        call_command(
            "rebuild_search",
            opnieuw=True,
            verbosity=verbosity,
        )
        self.stdout.write(
            "De back-up is teruggezet. Iedereen is uitgelogd. Start nu de site en het achtergrondwerk."
        )
        waiting = OutgoingMail.objects.count()
        if waiting:
            self.stdout.write(
                f"Er staan {waiting} mails klaar die toen nog niet weg waren; ze gaan nu weg."
            )
