"""What was exported and is imported again changes nothing, for every list, kind of file and text."""

import pytest
from django.contrib import admin
from django.db import models

from initiatives.models import Figure, Initiative, TargetGroup
from partners.models import Library, Membership, Municipality, Partner
from sources.models import Source
from spreadsheets.layouts import resource_of
from spreadsheets.widgets import Text
from spreadsheets.writing import TooLongError
from tests import (
    event_factories,
    evidence_factories,
    factories,
    opportunity_factories,
    role_factories,
    search_factories,
)
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
from tests.spreadsheets.round_trips import NASTY, RARE, bring_in, export, told

pytestmark = pytest.mark.django_db

KINDS = ["csv", "xlsx", "ods"]
LISTS = [model for model, page in admin.site._registry.items() if getattr(page, "resource_class", None)]
NOT_FREE = {"slug", "isil", "postcode", "cbs_code", "code", "email", "url", "website", "phone", "meaning"}
NOT_FREE |= {"online_address", "registration_url", "recording_url"}
MODULES = (event_factories, evidence_factories, factories, opportunity_factories, role_factories, search_factories)
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
    """One thing for each nasty text, with that text in all fields that are long enough."""
    limits = free_texts(model)
    for text in NASTY:
        values = {name: text for name, limit in limits.items() if limit is None or len(text) <= limit}
        make(model, values)


def make(model, values):
    owned = {
        "stop_reason": {"phase": "gestopt"},
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


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)
def test_every_list_comes_back_unchanged(tmp_path, model):
    for _ in range(3):
        make(model, {})

    results = [told(bring_in(export(tmp_path, model, kind), model, national_curator())) for kind in KINDS]

    assert results == [[], [], []]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)
def test_nasty_texts_come_back_unchanged_in_every_list(tmp_path, model, kind):
    make_with_nasty_texts(model)

    results = bring_in(export(tmp_path, model, kind), model, national_curator())

    assert told(results) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [*NASTY, *RARE])
def test_a_nasty_text_comes_back_unchanged(tmp_path, text, kind):
    SourceFactory(note=text)

    results = bring_in(export(tmp_path, Source, kind), Source, national_curator())

    assert [result.changes for result in results] == [[]]


@pytest.mark.parametrize(("kind", "length"), [*((kind, 32_767) for kind in KINDS), ("csv", 40_000), ("ods", 40_000)])
def test_a_very_long_text_comes_back_unchanged(tmp_path, kind, length):
    SourceFactory(note="é" * length)

    results = bring_in(export(tmp_path, Source, kind), Source, national_curator())

    assert [result.outcome for result in results] == ["gelijk"]


@pytest.mark.parametrize("kind", KINDS)
def test_texts_with_many_commas_come_back_unchanged(tmp_path, kind):
    for number in range(5):
        TargetGroupFactory(description=f"{number}: jong, oud, groot, klein, dik, dun", source=None)

    assert told(bring_in(export(tmp_path, TargetGroup, kind), TargetGroup, national_curator())) == []


@pytest.mark.parametrize("kind", KINDS)
def test_references_numbers_and_days_come_back_unchanged(tmp_path, kind):
    place = MunicipalityFactory(latitude="52.10000", longitude="5.10000", population=0, population_year=2024)
    themes = [ThemeFactory(slug=slug) for slug in ("-b", "a")]
    organisation = PartnerFactory(parent=PartnerFactory(), province=place.province)
    LibraryFactory(isil="NL-0800010001").work_area.set([place, MunicipalityFactory()])
    InitiativeFactory(
        themes=themes, places=[place], is_national=True, confirmed_on="2026-01-01", confirmed_by=organisation
    )
    FigureFactory(value="-0.50")
    curator = national_curator()

    lists = (Initiative, Municipality, Partner, Library, Figure)

    assert [told(bring_in(export(tmp_path, model, kind), model, curator)) for model in lists] == [[]] * 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_cell_is_the_only_change(tmp_path, kind):
    SourceFactory(slug="a", title="=1", note="een\r\ntwee")
    path = export(tmp_path, Source, kind)
    Source.objects.update(title="Anders")

    results = bring_in(path, Source, national_curator())

    assert told(results) == [(2, "veranderd", [("titel", "Anders", "=1")], [])]


def test_a_text_that_excel_would_cut_is_not_exported_for_it(tmp_path):
    SourceFactory(note="é" * 32_768)

    with pytest.raises(TooLongError, match="te lang voor Excel. Kies ods of csv."):
        export(tmp_path, Source, "xlsx")
