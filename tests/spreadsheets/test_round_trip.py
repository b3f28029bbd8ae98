"""What was exported and is imported again changes nothing, for every list, kind of file and text."""

from importlib import import_module
from pathlib import Path

import pytest
from django.contrib import admin
from django.db import models, transaction

from initiatives.models import Figure, Initiative, TargetGroup
from opportunities.models import Service
from partners.models import Library, Membership, Municipality, Partner
from sources.models import Source
from spreadsheets.layouts import resource_of
from spreadsheets.sandbox import read_sheet
from spreadsheets.widgets import Text
from spreadsheets.writing import TooLongError
from tests.factories import (
    FigureFactory,
    InitiativeFactory,
    LibraryFactory,
    MunicipalityFactory,
    PartnerFactory,
    SourceFactory,
    TargetGroupFactory,
    ThemeFactory,
    UserFactory,
)
from tests.role_factories import national_curator
from tests.spreadsheets.round_trips import (
    NASTY,
    RARE,
    bring_in,
    bring_in_rows,
    cells_in,
    export,
    exported_rows,
    sheet,
    told,
)

pytestmark = pytest.mark.django_db

KINDS = ["csv", "xlsx", "ods"]
LISTS = [model for model, page in admin.site._registry.items() if getattr(page, "resource_class", None)]
NOT_FREE = {"slug", "isil", "postcode", "cbs_code", "code", "email", "url", "website", "phone", "meaning", "dated"}
NOT_FREE |= {"online_address", "registration_url", "recording_url"}
TESTS = Path(__file__).parent.parent
MODULES = [import_module(f"tests.{path.stem}") for path in sorted(TESTS.glob("*factories.py"))]
FACTORIES = {
    each._meta.model: each
    for module in MODULES
    for each in vars(module).values()
    if isinstance(each, type) and hasattr(each, "_meta") and each._meta.model and not each._meta.abstract
}


def free_texts(model):
    """The fields of a spreadsheet in which anything may stand, and how long that may be."""
    columns = {f.attribute for f in resource_of(model._meta.label_lower).get_import_fields() if type(f.widget) is Text}
    fields = [model._meta.get_field(name) for name in columns - NOT_FREE]
    return {
        f.name: f.max_length for f in fields if isinstance(f, (models.CharField, models.TextField)) and not f.choices
    }


def make_with_nasty_texts(model):
    """Three ordinary things, and one for each nasty text with that text in all fields that are long enough."""
    for _ in range(3):
        make(model, {})
    limits = free_texts(model)
    for text in NASTY:
        values = {name: text for name, limit in limits.items() if limit is None or len(text) <= limit}
        make(model, values)


def make(model, values):
    stopped = {"phase": "gestopt"}
    if model is Service:
        stopped = {"level": "gestopt", "until_year": 2025}
    owned = {
        "stop_reason": stopped,
        "placement_note": {"parent": ThemeFactory},
        "party": {"kind": "verkiezingsprogramma"},
    }
    extra = {}
    for name in values:
        extra |= owned.get(name, {})
    if model is Membership:
        extra = {"user": UserFactory, "library": LibraryFactory}
    extra = {name: value() if callable(value) else value for name, value in extra.items()}
    return FACTORIES[model](**values, **extra)


def test_every_list_comes_back_unchanged_from_every_kind_of_file(tmp_path):
    """One sheet of all lists for the other kinds: a cell does not know which list it is in."""
    curator, written, read, changed = national_curator(), [], [], []
    for model in LISTS:
        with transaction.atomic():
            make_with_nasty_texts(model)
            rows = exported_rows(model)
            from_file = read_sheet(sheet(tmp_path, "csv", rows)).rows
            changed += [(model, *each) for each in told(bring_in_rows(from_file, model, curator))]
            written += rows
            read += [row.cells for row in from_file]
            transaction.set_rollback(True)

    of_kind = {kind: cells_in(sheet(tmp_path, kind, written)) for kind in ("xlsx", "ods")}

    assert changed == []
    assert len(read) > len(LISTS) * len(NASTY)
    assert [pair for pair in zip(read, of_kind["xlsx"], strict=True) if pair[0] != pair[1]] == []
    assert [pair for pair in zip(read, of_kind["ods"], strict=True) if pair[0] != pair[1]] == []


def test_a_nasty_text_comes_back_unchanged(tmp_path):
    """Alone in a csv file too, of which a program must guess what separates its cells."""
    curator, texts, changed = national_curator(), [*NASTY, *RARE], []
    for kind, together in [("xlsx", texts), ("ods", texts), ("csv", texts), *(("csv", [text]) for text in texts)]:
        with transaction.atomic():
            for text in together:
                SourceFactory(note=text)
            results = bring_in(export(tmp_path, Source, kind), Source, curator)
            changed += [(kind, *result.changes) for result in results if result.changes]
            assert len(results) == len(together)
            transaction.set_rollback(True)

    assert changed == []


def test_a_very_long_text_comes_back_unchanged(tmp_path):
    curator = national_curator()
    SourceFactory(note="é" * 32_767)
    results = bring_in(export(tmp_path, Source, "xlsx"), Source, curator)
    SourceFactory(note="é" * 40_000)
    for kind in ("csv", "ods"):
        results += bring_in(export(tmp_path, Source, kind), Source, curator)

    assert [result.outcome for result in results] == ["gelijk"] * 5


def test_texts_with_many_commas_come_back_unchanged(tmp_path):
    curator = national_curator()
    for number in range(5):
        TargetGroupFactory(description=f"{number}: jong, oud, groot, klein, dik, dun", source=None)

    changed = []
    for kind in KINDS:
        changed += told(bring_in(export(tmp_path, TargetGroup, kind), TargetGroup, curator))

    assert changed == []


def test_references_numbers_and_days_come_back_unchanged(tmp_path):
    place = MunicipalityFactory(latitude="52.10000", longitude="5.10000", population=0, population_year=2024)
    themes = [ThemeFactory(slug=slug) for slug in ("-b", "a")]
    organisation = PartnerFactory(parent=PartnerFactory(), province=place.province)
    LibraryFactory(isil="NL-0800010001").work_area.set([place, MunicipalityFactory()])
    InitiativeFactory(
        themes=themes, places=[place], is_national=True, confirmed_on="2026-01-01", confirmed_by=organisation
    )
    FigureFactory(value="-0.50")
    curator = national_curator()

    changed = []
    for model in (Initiative, Municipality, Partner, Library, Figure):
        for kind in KINDS:
            changed += [(kind, *each) for each in told(bring_in(export(tmp_path, model, kind), model, curator))]

    assert changed == []


def test_a_changed_cell_is_the_only_change(tmp_path):
    SourceFactory(slug="a", title="=1", note="een\r\ntwee")
    paths = [export(tmp_path, Source, kind) for kind in KINDS]
    curator, found = national_curator(), []

    for path in paths:
        Source.objects.update(title="Anders")
        found += told(bring_in(path, Source, curator))

    assert found == [(2, "veranderd", [("titel", "Anders", "=1")], [])] * 3


def test_a_text_that_excel_would_cut_is_not_exported_for_it(tmp_path):
    SourceFactory(note="é" * 32_768)

    with pytest.raises(TooLongError, match="te lang voor Excel. Kies ods of csv."):
        export(tmp_path, Source, "xlsx")
