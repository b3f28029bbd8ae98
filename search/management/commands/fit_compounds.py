"""Finds the weights again by which the analysis takes compounds apart."""

from django.core.management.base import BaseCommand

from dutch.compounds import WEIGHTS
from dutch.fitting import fit, in_first_half, share_split
from search.word_lists import add_list, read_list


class Command(BaseCommand):
    """Print the weights that fit half of the words, and how the other half fares with them."""

    help = "Zoek de gewichten waarmee samenstellingen uit elkaar vallen; ze staan in dutch/compounds.py."

    def add_arguments(self, parser):
        add_list(parser, "--compounds", "form", "parts")
        add_list(parser, "--others", "form")

    def handle(self, *, compounds, others, **options):
        known = []
        for form, parts in read_list(compounds, "form", "parts"):
            known.append((form, tuple(parts.split())))
        other_words = [form for (form,) in read_list(others, "form")]
        first = [compound for compound in known if in_first_half(compound[0])]
        weights = fit(
            first,
            [word for word in other_words if in_first_half(word)],
        )
        for name, weight in weights._asdict().items():
            self.stdout.write(f"{name}={weight},")
        second = [form for form, _ in known if not in_first_half(form)]
        second_others = [word for word in other_words if not in_first_half(word)]
        for title, judged in (("nu in gebruik", WEIGHTS), ("gevonden", weights)):
            right = share_split(judged, second)
            wrong = share_split(judged, second_others)
            self.stdout.write(
                f"{title}: {right:.1%} van de samenstellingen gesplitst, {wrong:.1%} van de andere woorden"
            )
