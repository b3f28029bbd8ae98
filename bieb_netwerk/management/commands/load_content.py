from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bieb_netwerk.starter_content import LAYOUTS
from search.documents.catching_up import catch_up
from spreadsheets.actions import is_loaded, load_file
from spreadsheets.files import RefusedFileError


class Command(BaseCommand):
    """Load the starter content; a file that was loaded before and did not change is left alone."""

    help = "Laadt de startinhoud uit data/*.csv. Wat al geladen en niet veranderd is, blijft zoals het is."

    def add_arguments(self, parser):
        parser.add_argument(
            "files",
            nargs="*",
            type=Path,
            help="Laad alleen deze bestanden, ook als ze al geladen zijn.",
        )

    def handle(self, *, files, verbosity, **options):
        paths = files or [settings.DATA_DIR / name for name in LAYOUTS]
        for path in paths:
            if not files and (not path.exists() or is_loaded(path=path)):
                continue
            counts = self.load(path)
            if verbosity:
                self.stdout.write(
                    f"{path.name}: {counts['nieuw']} nieuw, {counts['veranderd']} veranderd, {counts['gelijk']} gelijk"
                )
        while catch_up():
            pass

    def load(self, path):
        """Load one file; a refused one ends the command with every mistake on a line of its own."""
        if path.name not in LAYOUTS or not path.exists():
            raise CommandError(
                f"{path} is er niet, of is geen bestand van de startinhoud: {', '.join(LAYOUTS)}."
            )
        try:
            return load_file(path=path, resource=LAYOUTS[path.name]())
        except RefusedFileError as error:
            raise CommandError(f"{error}\nVan {path.name} is niets geladen.") from error
