"""Rules about what the curators keep for themselves."""

import factory
import pytest
from django.utils import timezone

from curation.models import FormerAddress, OpenForm, SavedView
from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.factories import UserFactory
from tests.numbered import NumberedFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


class SavedViewFactory(NumberedFactory):
    class Meta:
        model = SavedView

    user = factory.SubFactory(UserFactory)
    list_name = factory.Sequence("lijst{}.lijst".format)
    name = factory.Sequence("Weergave {}".format)


class OpenFormFactory(NumberedFactory):
    class Meta:
        model = OpenForm

    user = factory.SubFactory(UserFactory)
    model = factory.Sequence("soort{}.soort".format)
    object_id = factory.Sequence(lambda n: n)
    until = factory.LazyFunction(timezone.now)


class FormerAddressFactory(NumberedFactory):
    class Meta:
        model = FormerAddress

    model = factory.Sequence("soort{}.soort".format)
    slug = factory.Sequence("vroeger-{}".format)
    target_id = factory.Sequence(lambda n: n)
    former_id = factory.Sequence(lambda n: n + 1000)


RULES = [
    Rule(
        "saved_view_unique",
        "Je hebt al een weergave met deze naam.",
        SavedViewFactory,
        refused=[same_as_another(SavedViewFactory, "user", "list_name", "name")],
        accepted=[
            same_as_another(SavedViewFactory, "user", "list_name", "query"),
            same_as_another(SavedViewFactory, "user", "name"),
            same_as_another(SavedViewFactory, "list_name", "name"),
        ],
    ),
    Rule(
        "open_form_unique",
        "Dit formulier heb je al open.",
        OpenFormFactory,
        refused=[same_as_another(OpenFormFactory, "user", "model", "object_id")],
        accepted=[
            same_as_another(OpenFormFactory, "user", "model"),
            same_as_another(OpenFormFactory, "user", "object_id"),
            same_as_another(OpenFormFactory, "model", "object_id"),
        ],
    ),
    Rule(
        "former_address_unique",
        "Dit adres leidt al ergens heen.",
        FormerAddressFactory,
        refused=[same_as_another(FormerAddressFactory, "model", "slug")],
        accepted=[
            same_as_another(FormerAddressFactory, "model", "target_id"),
            same_as_another(FormerAddressFactory, "slug", "target_id"),
        ],
    ),
]


def test_the_database_and_the_form_refuse_what_breaks_a_rule():
    assert wrongly_accepted(RULES) == []


def test_the_nearest_that_keeps_a_rule_is_accepted():
    assert wrongly_refused(RULES) == []


def test_an_open_form_says_in_words_what_it_is_of():
    assert str(OpenForm(model="search.synonym", object_id=448)) == "synoniem 448"
