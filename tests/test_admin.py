"""Every list in the admin can be searched and narrowed; ``permissions/test_staff_urls.py`` asks whether they open."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.permissions.asking import hasty_client_of
from tests.role_factories import administrator

REGISTERED = [model for model in admin.site._registry if model._meta.app_label not in ("auth", "procrastinate")]

SHORT_LISTS = ["Province", "TargetGroup"]  # a dozen rows each


@pytest.mark.django_db
def test_every_list_searches_for_anything():
    client, answers = hasty_client_of(administrator()), {}

    for model in REGISTERED:
        page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        answers[model._meta.label] = client.get(page, {"q": "Ünïe ' OR 1"}).status_code

    assert {label: status for label, status in answers.items() if status != 200} == {}


def test_every_list_can_be_searched():
    assert [model.__name__ for model in REGISTERED if not admin.site._registry[model].search_fields] == []


def test_every_long_list_can_be_filtered():
    without = [model.__name__ for model in REGISTERED if not admin.site._registry[model].list_filter]

    assert sorted(without) == SHORT_LISTS
