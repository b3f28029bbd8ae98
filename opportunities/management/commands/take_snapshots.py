from django.core.management.base import BaseCommand
from django.utils import timezone
from tqdm import tqdm

from opportunities.change import take_snapshots


class Command(BaseCommand):
    """Keep this year's kansenkaart of every municipality; stopped halfway, it goes on where it was."""

    help = "Bewaart de kansenkaarten van dit jaar. Wat er al is, blijft; na afbreken gaat het verder waar het was."

    def handle(self, *, verbosity, **options):
        with tqdm(unit=" gemeenten", disable=not verbosity) as bar:

            def progress(done, total):
                bar.total = total
                bar.update(done - bar.n)

            count = take_snapshots(
                today=timezone.localdate(),
                progress=progress,
            )
        if verbosity:
            self.stdout.write(f"{count} kansenkaarten bewaard.")
