"""What is true of every row: sources, lengths, themes, publication; and no name that somebody made up."""

import csv

import pytest
from django.conf import settings
from django.db import models
from django.db.models import Q

from bieb_netwerk.starter_content import LAYOUTS
from initiatives.models import (
    Citation,
    ConversationQuestion,
    Document,
    Figure,
    Initiative,
    LibraryOffer,
    MunicipalDuty,
    Theme,
)
from partners.models import Agreement, Library, Network, Partner

pytestmark = pytest.mark.django_db

MAIN_THEMES = [
    "Mentale functies en beleving",
    "Maatschappelijke participatie",
    "Onderwijs en een leven lang leren",
    "Sociale contacten en sociale cohesie",
    "Informatie over voorzieningen voor zorg, welzijn en participatie",
    "Veiligheid leefomgeving",
]

SUBTHEMES = [
    "cybersecurity", "digitale-overheid", "eenzaamheid", "laaggeletterdheid", "mantelzorg", "mediawijsheid",
    "schulden", "startende-ondernemers", "werk-en-inkomen",
]  # fmt: skip

MADE_UP = ["Lindervoort", "Veenrand", "Rijnoever", "Zandstreek"]  # in the mockups and the invented data

FILES = sorted(path.name for path in settings.DATA_DIR.glob("*.csv"))


def rows_of(name):
    with open(settings.DATA_DIR / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def limits_of(resource):
    """Pairs of column and most characters, for columns of a limited text."""
    model = resource._meta.model
    fields = {f.name: f for f in model._meta.get_fields() if isinstance(f, models.CharField)}
    columns = [(f.column_name, fields[f.attribute]) for f in resource.get_import_fields() if f.attribute in fields]
    return [(name, field.max_length) for name, field in columns]


def test_every_file_in_the_folder_has_a_layout():
    assert sorted(set(FILES) - set(LAYOUTS)) == []


def test_no_cell_is_longer_than_its_field():
    too_long = []
    for name in FILES:
        limits = limits_of(LAYOUTS[name]())
        for row in rows_of(name):
            too_long += [(name, row[column]) for column, most in limits if len(row.get(column, "")) > most]

    assert too_long == []


def test_no_file_names_an_organisation_that_was_made_up():
    texts = {name: (settings.DATA_DIR / name).read_text(encoding="utf-8").lower() for name in FILES}

    assert [(name, word) for name, text in texts.items() for word in MADE_UP if word.lower() in text] == []


def test_no_cell_has_spaces_around_it_or_would_run_as_a_formula():
    cells = [(name, cell) for name in FILES for row in rows_of(name) for cell in row.values()]

    assert [(name, cell) for name, cell in cells if cell != cell.strip() or cell.startswith(("=", "+", "-", "@"))] == []


def test_every_initiative_is_published():
    assert Initiative.objects.count() >= 20
    assert Initiative.objects.exclude(publication_state="gepubliceerd").count() == 0


def test_every_initiative_has_a_theme_a_source_and_a_year_or_says_that_no_source_gives_one():
    assert list(Initiative.objects.filter(themes=None)) == []
    assert list(Initiative.objects.filter(sources=None)) == []
    assert list(Initiative.objects.filter(year=None).exclude(period_note__contains="jaar staat niet in de bron")) == []


def test_every_theme_has_an_example_and_more_than_twenty_tell_where_how_and_what_came_of_it():
    whole = Initiative.objects.exclude(approach="").filter(Q(is_national=True) | Q(places__isnull=False))
    told = whole.filter(~Q(results="") | Q(figures__isnull=False)).distinct()

    assert list(Theme.objects.filter(initiatives=None)) == []
    assert told.count() > 20


def test_every_summary_is_short():
    assert [initiative.slug for initiative in Initiative.objects.all() if not 0 < len(initiative.summary) <= 300] == []


def test_no_initiative_is_confirmed_or_recognised_by_anyone_yet():
    assert Initiative.objects.exclude(confirmed_on=None).count() == 0
    assert Initiative.objects.exclude(recognitions=None).count() == 0


def test_every_row_with_several_sources_has_at_least_one():
    kinds = [Partner, Library, Network, Agreement, Document, Theme]

    assert [each for kind in kinds for each in kind.objects.filter(sources=None)] == []


def test_every_row_with_one_source_has_it_and_it_is_told():
    kinds = [Figure, Citation, LibraryOffer, MunicipalDuty, ConversationQuestion]
    untold = Q(source=None) | Q(source__title="")

    assert [kind for kind in kinds if not kind.objects.exists()] == []
    assert [each for kind in kinds for each in kind.objects.filter(untold)] == []


def test_every_figure_and_citation_comes_from_an_article_or_a_comment():
    kinds = {model: set(model.objects.values_list("source__kind", flat=True)) for model in [Figure, Citation]}

    assert [kinds[model] - {"artikel", "reactie"} for model in kinds] == [set(), set()]


def test_every_figure_has_a_period():
    assert Figure.objects.filter(period="").count() == 0


def test_the_main_themes_are_the_six_of_the_position_paper_in_its_order():
    assert list(Theme.objects.main().values_list("name", flat=True)) == MAIN_THEMES


def test_every_main_theme_has_offers_duties_and_questions():
    for relation in ["offers", "duties", "questions", "subthemes"]:
        assert list(Theme.objects.main().filter(**{relation: None}).values_list("slug", flat=True)) == []


def test_the_subthemes_of_the_articles_are_there_and_say_why_they_stand_where_they_stand():
    subthemes = Theme.objects.exclude(parent=None)

    assert sorted(set(SUBTHEMES) - set(subthemes.values_list("slug", flat=True))) == []
    assert subthemes.filter(placement_note="").count() == 0


def test_every_question_is_the_editors_own():
    sources = ConversationQuestion.objects.values_list("source__slug", flat=True)

    assert set(sources) == {"redactie-2026"}


def test_every_duty_comes_from_a_law_with_an_article():
    assert set(MunicipalDuty.objects.values_list("source__kind", flat=True)) == {"wet"}
    assert MunicipalDuty.objects.filter(article="").count() == 0


def test_the_laws_of_the_social_domain_are_among_the_duties():
    laws = set(MunicipalDuty.objects.values_list("source__slug", flat=True))

    assert {"wmo-2015", "participatiewet", "jeugdwet", "wsob"} - laws == set()
