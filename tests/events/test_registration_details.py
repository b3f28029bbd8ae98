"""What somebody told about themselves can be changed."""

import pytest
from django.utils import timezone

from events.actions.places import (
    change_details,
)
from events.models import PersonalNeeds
from tests.event_factories import EventFactory

from .booking import book_one

pytestmark = pytest.mark.django_db


def now():
    return timezone.now()


@pytest.fixture
def event():
    return EventFactory()


def test_details_and_wishes_change(event):
    ans = book_one(event, "Ans", diet="vis")

    change_details(registration=ans, values={"job_title": "directeur", "diet": "", "access": "tolk"}, now=now())

    ans.refresh_from_db()
    assert (ans.name, ans.job_title, str(ans.needs)) == ("Ans", "directeur", "tolk")


def test_emptied_wishes_are_gone(event):
    ans = book_one(event, "Ans", diet="vis")

    change_details(registration=ans, values={"diet": "", "access": ""}, now=now())

    assert PersonalNeeds.objects.count() == 0
