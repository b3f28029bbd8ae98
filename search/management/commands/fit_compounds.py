"""Finds the weights again by which the analysis takes compounds apart."""

from django.core.management.base import BaseCommand

from dutch.compounds import WEIGHTS
from dutch.fitting import Compound, fit, in_first_half, share_split
from search.word_lists import add_list, read_list


class Command(BaseCommand):
    """Print the weights that fit half of the words, and how the other half fares with them."""

    help = "Zoek de gewichten waarmee samenstellingen uit elkaar vallen; ze staan in dutch/compounds.py."

    def add_arguments(self, parser):
        add_list(parser, "--compounds", "form", "parts")
        add_list(parser, "--others", "form")

    def handle(self, *, compounds, others, **options):
        compounds_to_fit = []
        compounds_to_judge = []
        for form, parts in read_list(compounds, "form", "parts"):
            if in_first_half(form):
                compounds_to_fit.append(Compound(form, tuple(parts.split())))
            else:
                compounds_to_judge.append(form)
        others_to_fit = []
        others_to_judge = []
        for (form,) in read_list(others, "form"):
            if in_first_half(form):
                others_to_fit.append(form)
            else:
                others_to_judge.append(form)
        weights = fit(compounds_to_fit, others_to_fit)
        for name, weight in weights._asdict().items():
            self.stdout.write(f"{name}={weight},")
        for title, judged in (("nu in gebruik", WEIGHTS), ("gevonden", weights)):
            right = share_split(judged, compounds_to_judge)
            wrong = share_split(judged, others_to_judge)
            self.stdout.write(
                f"{title}: {right:.1%} van de samenstellingen gesplitst, {wrong:.1%} van de andere woorden"
            )
