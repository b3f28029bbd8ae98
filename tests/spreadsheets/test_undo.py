"""An import that is undone leaves everything as it was, except what others changed or use since."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from history.tracking import event_models
from history.undoing import undo_import
from initiatives.models import Initiative
from sources.models import Source
from tests.factories import FigureFactory, InitiativeFactory, SourceFactory, ThemeFactory
from tests.spreadsheets.import_runs import bring_in, page, press

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]

INITIATIVE = "initiatives.initiative"


def undo(client, run):
    press(client, run, "terugdraaien")
    return run.state


def test_what_was_new_is_gone_and_what_was_changed_is_back(client, curator):
    SourceFactory(slug="b", title="Oud", kind="wet", note="=1\r\n")
    before = list(Source.objects.values())
    run = bring_in(client, "slug;titel;soort;toelichting\na;A;wet;\nb;B;artikel;weg\n")

    state = undo(client, run)

    assert (state, list(Source.objects.values())) == ("teruggedraaid", before)


def test_it_asks_about_as_many_times_as_there_are_watched_tables(client, curator):
    counts = []
    for step, rows in enumerate((1, 1, 3)):
        lines = "".join(f"s{step}{number};A;wet\n" for number in range(rows))
        run = bring_in(client, f"slug;titel;soort\n{lines}")
        with CaptureQueriesContext(connection) as asked:
            undo_import(run_id=run.pk, user=curator)
        counts.append(len(asked))

    assert counts[1] == counts[2]  # the first has no earlier one to look past
    assert counts[0] < len(event_models()) + 60


def test_links_are_back_too(client, curator):
    old, _ = ThemeFactory(slug="oud"), ThemeFactory(slug="nieuw")
    InitiativeFactory(slug="a", themes=[old])
    run = bring_in(client, "slug;themas\na;nieuw\n", model=INITIATIVE)

    undo(client, run)

    assert list(Initiative.objects.get().themes.all()) == [old]


def test_what_was_changed_since_stays(client, curator):
    SourceFactory(slug="a", title="Oud", kind="wet")
    run = bring_in(client, "slug;titel;soort\na;A;wet\nb;B;wet\nc;C;wet\n")
    for slug in "ab":
        source = Source.objects.get(slug=slug)
        source.title = "Later"
        source.save()

    undo(client, run)

    assert dict(Source.objects.values_list("slug", "title")) == {"a": "Later", "b": "Later"}
    assert "2 bleven staan" in page(client, run)


def test_what_others_use_since_stays(client, curator):
    run = bring_in(client, "titel;samenvatting\nA;S\nB;S\n", model=INITIATIVE)
    FigureFactory(initiative=Initiative.objects.get(slug="a"))

    undo(client, run)

    assert list(Initiative.objects.values_list("slug", flat=True)) == ["a"]


def test_what_was_deleted_since_stays_away(client, curator):
    SourceFactory(slug="a", title="Oud", kind="wet")
    run = bring_in(client, "slug;titel;soort\na;A;wet\n")
    Source.objects.all().delete()

    undo(client, run)

    assert Source.objects.count() == 0


def test_two_imports_are_undone_one_after_the_other(client, curator):
    SourceFactory(slug="a", title="Een", kind="wet")
    first = bring_in(client, "slug;titel;soort\na;Twee;wet\n")
    second = bring_in(client, "slug;titel;soort\na;Drie;wet\n")

    undo(client, second)
    undo(client, first)

    assert Source.objects.get().title == "Een"


def test_undoing_twice_is_undoing_once(client, curator):
    run = bring_in(client, "slug;titel;soort\na;A;wet\n")
    undo(client, run)

    press(client, run, "terugdraaien")

    assert (run.state, Source.objects.count()) == ("teruggedraaid", 0)


def test_a_name_that_is_taken_since_is_told_and_nothing_is_undone(client, curator):
    source = SourceFactory(slug="oud", title="Oud", kind="wet")
    run = bring_in(client, "slug;titel;soort\noud;Nieuw;wet\nb;B;wet\n")
    Source.objects.filter(pk=source.pk).delete()
    SourceFactory(slug="oud", title="Ander", kind="wet")

    undo(client, run)

    assert dict(Source.objects.values_list("slug", "title")) == {"oud": "Ander"}


def test_an_undone_import_can_be_brought_in_again(client, curator):
    text = "slug;titel;soort\na;A;wet\n"
    undo(client, bring_in(client, text))

    bring_in(client, text)

    assert Source.objects.get().title == "A"
