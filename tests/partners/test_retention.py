from datetime import date, timedelta

import pytest
from django.utils import timezone

from partners.models import ContactPerson
from partners.retention import forget_contact_persons
from tests.factories import ContactPersonFactory


@pytest.mark.django_db
def test_contact_persons_are_forgotten_on_their_date():
    today = timezone.localdate()
    for days in (0, 1):
        ContactPersonFactory(consented_on=date(2020, 1, 1), remove_on=today + timedelta(days=days))

    forget_contact_persons(now=timezone.now())

    assert [person.remove_on for person in ContactPerson.objects.all()] == [today + timedelta(days=1)]
