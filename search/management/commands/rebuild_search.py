from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from search.documents.rebuilding import (
    number_to_do,
    outdated_kinds,
    rebuild,
    stale_documents,
)
from search.documents.world import World
from search.layout import is_layout_current


class Command(BaseCommand):
    """Write search documents anew: all of them, or only those that a release changed."""

    help = (
        "Schrijft alle zoekdocumenten opnieuw. De site blijft intussen werken. Wie dit afbreekt, gaat met dezelfde "
        "opdracht verder waar het was."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--opnieuw",
            action="store_true",
            help="Begin vooraan, ook na een afgebroken keer.",
        )
        parser.add_argument(
            "--indeling",
            action="store_true",
            help="Alleen de soorten waarvan de indeling veranderd is.",
        )
        parser.add_argument(
            "--controleer",
            action="store_true",
            help="Schrijf niets; zeg welke documenten afwijken.",
        )

    def handle(
        self,
        *,
        opnieuw,
        indeling,
        controleer,
        verbosity,
        **options,
    ):
        today = timezone.localdate()
        if controleer:
            return self.check_documents(World(today))
        if indeling and is_layout_current():
            return None
        kinds = None
        if indeling:
            kinds = outdated_kinds()
        total = None if opnieuw else number_to_do(today=today, kinds=kinds)
        with tqdm(
            total=total,
            unit=" documenten",
            disable=not verbosity,
            file=self.stdout,
        ) as bar:
            for count in rebuild(today=today, kinds=kinds, start_again=opnieuw):
                bar.update(count)
        return None

    def check_documents(self, world: World) -> None:
        """Compare without writing; a difference is an error, for whoever runs this every night."""
        stale = list(stale_documents(world))
        for kind, pk in stale:
            self.stdout.write(f"{kind} {pk}")
        if stale:
            raise CommandError(
                f"{len(stale)} zoekdocumenten zijn niet bij. Draai rebuild_search."
            )
        self.stdout.write("Alle zoekdocumenten zijn bij.")
