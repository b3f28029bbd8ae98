"""Lists, choosers and bulk actions of the admin, asked what nobody should ask: answered in Dutch, never an error."""

from itertools import cycle

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from tests.factories import LibraryFactory
from tests.permissions.asking import Asker, client_of, hasty_client_of
from tests.role_factories import administrator

pytestmark = pytest.mark.django_db
LISTS = [
    reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") for model in admin.site._registry
]
ODD_QUERIES = [
    "e=1",
    "e=1&bestaat_niet=1",
    "o=9999.-1",
    "o=²..-&o=%00",
    "o=" + "9" * 3_000,
    "p=-1",
    "p=" + "9" * 3_000,
    "all=&p=2",
    "_facets",
    "_popup=1&_to_field=id",
    "_to_field=password",
    "_to_field=%ff",
    "id__exact=abc",
    "id__exact=" + "9" * 30,
    "pk__in=a,b",
    "pk__isnull=onzin",
    "pk__bestaat__niet=1",
    "id__regex=(",
    "user__password__startswith=a",
    "__=1",
    "q=%ed%a0%80&q=%00",
    "_changelist_filters=%ff%26%3d",
]
ODD_VALUES = ["abc", "9" * 30, "²", "%00", "", "1&{}=2", "9999-99-99"]
ODD_ACTIONS = [
    {},
    {"action": ""},
    {"action": "bestaat_niet", "_selected_action": ["1"]},
    {"action": "delete_selected"},
    {"action": "delete_selected", "_selected_action": ["abc"], "index": "²"},
    {"action": "delete_selected", "_selected_action": ["9" * 30], "select_across": "x", "index": "99"},
    {"action": "delete_selected", "_selected_action": ["0"], "select_across": "1", "post": "yes"},
    {"_save": "1", "form-TOTAL_FORMS": "-1", "form-INITIAL_FORMS": "x", "form-0-id": "abc"},
    {"_save": "1", "form-TOTAL_FORMS": "9" * 30, "form-INITIAL_FORMS": "9" * 30},
]


@pytest.fixture
def asker(no_menu):
    return Asker(hasty_client_of(administrator()))


def test_a_list_with_any_question(asker):
    """Every list is asked some of them, and every question is asked of some list."""
    queries, surprises = cycle(ODD_QUERIES), []

    for address in LISTS:
        for query in [next(queries) for _ in range(5)]:
            response = asker.ask("GET", f"{address}?{query}")
            if response.status_code not in (200, 302, 400, 404):
                surprises.append(f"{address}?{query[:60]}: {response.status_code}")

    assert surprises == []


def test_every_filter_with_what_it_does_not_offer(asker):
    values, surprises = cycle(ODD_VALUES), []

    for address in LISTS:
        filters = asker.ask("GET", address).context_data["cl"].filter_specs
        for name in [name for each in filters for name in each.expected_parameters()]:
            query = f"{name}={next(values).format(name)}"
            response = asker.ask("GET", f"{address}?{query}")
            if response.status_code not in (200, 302, 400, 404):
                surprises.append(f"{address}?{query}: {response.status_code}")

    assert surprises == []


def test_a_list_that_was_asked_nonsense_says_so_in_dutch():
    LibraryFactory()

    page = client_of(administrator()).get("/beheer/partners/library/?e=1&bestaat_niet=1").content.decode()

    assert "<h1>Zo kunnen we de lijst niet laten zien</h1>" in page


def test_a_chooser_for_any_field(asker):
    """Whatever is called a field: the other side of a reference too, and what no model has."""
    address, surprises = reverse("admin:autocomplete"), []
    asked = [("", "", ""), ("partners", "", ""), ("a.b", "c", "d"), ("partners", "library", "__class__")]
    for model in apps.get_models():
        meta = model._meta
        asked += [(meta.app_label, meta.model_name, each.name) for each in meta.get_fields() if each.is_relation]

    for app, model, field in asked:
        query = {"app_label": app, "model_name": model, "field_name": field}
        response = asker.ask("GET", address, query)
        if response.status_code not in (200, 403, 404):
            surprises.append(f"{app}.{model}.{field}: {response.status_code}")

    assert surprises == []


def test_a_chooser_with_any_page_and_word(asker):
    address = reverse("admin:autocomplete")
    field = {"app_label": "partners", "model_name": "branch", "field_name": "library"}

    found = [
        asker.ask("GET", address, field | {"term": word, "page": page}).status_code
        for word, page in [("x" * 3_000, "1"), ("%", "0"), ("\\", "-1"), ("(", "9" * 3_000), ("²", "²"), ("'", "abc")]
    ]

    assert found == [200, 404, 404, 404, 404, 404]


def test_an_action_on_anything(asker):
    actions, surprises = cycle(ODD_ACTIONS), []

    for address in LISTS:
        for data in [next(actions) for _ in range(4)]:
            response = asker.ask("POST", address, data)
            if response.status_code not in (200, 302, 400, 403, 404):
                surprises.append(f"{address} {data}: {response.status_code}")

    assert surprises == []
