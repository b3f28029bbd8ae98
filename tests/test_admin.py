"""Every model in the admin: its list, its search, its form."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.factories import UserFactory

REGISTERED = [model for model in admin.site._registry if model._meta.app_label not in ("auth", "procrastinate")]

SHORT_LISTS = ["Province", "TargetGroup"]  # a dozen rows each


@pytest.fixture
def administrator(client):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


def address(model, page):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")


@pytest.mark.django_db
@pytest.mark.parametrize("model", REGISTERED, ids=str)
def test_list_opens_and_searches(administrator, model):
    response = administrator.get(address(model, "changelist"), {"q": "Ünïe ' OR 1"})

    assert response.status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("model", REGISTERED, ids=str)
def test_form_opens_unless_nothing_may_be_added(administrator, model):
    may_add = admin.site._registry[model].has_add_permission

    response = administrator.get(address(model, "add"))

    assert response.status_code == (200 if may_add(response.wsgi_request) else 403)


@pytest.mark.django_db
@pytest.mark.parametrize("model", REGISTERED, ids=str)
def test_every_list_can_be_searched_and_filtered(model):
    declared = admin.site._registry[model]

    assert bool(declared.search_fields) is True
    assert bool(declared.list_filter) is (model.__name__ not in SHORT_LISTS)
