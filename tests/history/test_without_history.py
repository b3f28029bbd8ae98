"""What has no history says so, whatever kind of thing it is."""

import pytest
from django.urls import reverse

from curation.models import CheckedLink
from spreadsheets.models import ImportRun
from tests.factories import LibraryFactory
from tests.role_factories import administrator

pytestmark = pytest.mark.django_db
NONE_IS_KEPT = "Hiervan houden we geen geschiedenis bij."


def history_of(client, thing):
    name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}_history"
    return client.get(reverse(name, args=[thing.pk])).content.decode()


def test_only_what_has_a_history_speaks_of_one(client):
    user = administrator()
    client.force_login(user)
    without = [
        user,
        ImportRun.objects.create(user=user, model="partners.library"),
        CheckedLink.objects.create(url="https://bieb.example/"),
    ]

    wrong = []
    for thing in without:
        page = history_of(client, thing)
        if NONE_IS_KEPT not in page or "eerste verandering" in page or "wijzigingsgeschiedenis" in page:
            wrong.append(thing)

    assert (wrong, NONE_IS_KEPT in history_of(client, LibraryFactory())) == ([], False)
