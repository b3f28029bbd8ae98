"""Rules about what is new and who follows it."""

from datetime import UTC, datetime, timedelta

import factory
import pytest

from following.models import Dismissal, Follow, Follower, News
from tests.constraints import Rule, same_as_another, wrongly_accepted, wrongly_refused
from tests.numbered import NumberedFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
NOW = datetime(2026, 1, 1, tzinfo=UTC)


class NewsFactory(NumberedFactory):
    class Meta:
        model = News

    kind = "thema"
    object_id = factory.Sequence(lambda number: number + 1)
    fingerprint = "a"
    changed_at = NOW


class FollowerFactory(NumberedFactory):
    class Meta:
        model = Follower

    email = factory.Sequence("volger{}@voorbeeld.nl".format)
    told_until = NOW


class FollowFactory(NumberedFactory):
    class Meta:
        model = Follow

    follower = factory.SubFactory(FollowerFactory)
    address = "/zoeken/"
    title = "Alles"
    asked_at = NOW


class DismissalFactory(NumberedFactory):
    class Meta:
        model = Dismissal

    follower = factory.SubFactory(FollowerFactory)
    news = factory.SubFactory(NewsFactory)


RULES = [
    Rule(
        "news_of_one_object",
        "Van dit onderdeel is al nieuws.",
        NewsFactory,
        refused=[same_as_another(NewsFactory, "kind", "object_id")],
        accepted=[same_as_another(NewsFactory, "kind")],
    ),
    Rule(
        "news_published_before_changed",
        "Iets verandert niet voordat het op de site staat.",
        NewsFactory,
        refused=[{"published_at": NOW + timedelta(seconds=1)}],
        accepted=[{"published_at": NOW}, {"published_at": None}],
    ),
    Rule(
        "follower_unique",
        "Dit adres volgt al iets.",
        FollowerFactory,
        refused=[lambda row: {"email": FollowerFactory().email.upper()}],
        accepted=[{"email": "ander@voorbeeld.nl"}],
    ),
    Rule(
        "follow_unique",
        "Dit volg je al.",
        FollowFactory,
        refused=[same_as_another(FollowFactory, "follower", "address")],
        accepted=[same_as_another(FollowFactory, "address")],
    ),
    Rule(
        "dismissal_unique",
        "Dit krijg je al niet meer.",
        DismissalFactory,
        refused=[same_as_another(DismissalFactory, "follower", "news")],
        accepted=[same_as_another(DismissalFactory, "news"), same_as_another(DismissalFactory, "follower")],
    ),
]


def test_nobody_accepts_what_breaks_a_rule():
    assert list(wrongly_accepted(RULES)) == []


def test_what_just_fits_is_accepted():
    assert list(wrongly_refused(RULES)) == []
