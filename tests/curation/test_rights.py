"""Whether a thing may be changed is found out once a page, and anew where something may have changed it."""

import pytest
from django.contrib import admin
from django.test import RequestFactory

from partners.models import Library
from tests.factories import LibraryFactory, ProvinceFactory
from tests.queries import number_of_queries
from tests.role_factories import province_curator

pytestmark = pytest.mark.django_db


@pytest.fixture
def province():
    return ProvinceFactory()


@pytest.fixture
def asked(province):
    """A function that gives a request of a curator of that province, by method."""
    user = province_curator(province)

    def make(method):
        request = RequestFactory().generic(method, "/")
        request.user = user
        return request

    return make


def may_change(request, library):
    return admin.site.get_model_admin(Library).has_change_permission(request, library)


def test_a_page_asks_for_a_thing_once(asked, province):
    request, own, foreign = asked("GET"), LibraryFactory(province=province), LibraryFactory(province=ProvinceFactory())

    answers = [may_change(request, library) for library in (own, foreign, None)]

    assert answers == [True, False, True]
    assert number_of_queries(lambda: [may_change(request, library) for library in (own, foreign)]) == 0


def test_what_is_sent_is_asked_anew(asked, province):
    request, library = asked("POST"), LibraryFactory(province=province)
    before = may_change(request, library)

    Library.objects.update(province=ProvinceFactory())

    assert (before, may_change(request, library)) == (True, False)
