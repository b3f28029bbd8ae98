"""The timeline says who did it, when, and from which import."""

from datetime import timedelta

import pghistory
import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from pghistory.models import Context

from history.timeline import timeline
from initiatives.freshness import confirm_token
from initiatives.models import TargetGroup
from spreadsheets.models import ImportRun
from spreadsheets.runs import read_run, write_run
from tests.factories import TargetGroupFactory
from tests.review_factories import publishable
from tests.role_factories import library_member, national_curator

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


def test_the_curator_who_pressed_save(client):
    curator, group = national_curator(name="Carla"), TargetGroupFactory(name="Oud")
    client.force_login(curator)

    client.post(reverse("admin:initiatives_targetgroup_change", args=[group.pk]), {"name": "Nieuw", "slug": group.slug})

    newest = timeline(group)[0]
    assert newest.who == "Carla"
    assert ("naam", "Oud", "Nieuw") in [(each.what, each.old, each.new) for each in newest.changes]
    assert timezone.now() - newest.moment < timedelta(minutes=1)


def test_the_member_who_pressed_confirm(client):
    initiative = publishable()
    member = library_member(initiative.leads[0], name="Lies")
    client.force_login(member)

    client.post(f"/mijn/voorbeelden/{initiative.slug}/klopt-nog/")

    assert timeline(initiative)[0].who == "Lies"


def test_what_nobody_did_was_done_by_the_program():
    assert timeline(TargetGroupFactory())[0].who == "Bieb Netwerk zelf"


def test_a_user_who_left_is_not_named():
    user, group = national_curator(), TargetGroupFactory()
    with pghistory.context(user=user.pk):
        TargetGroup.objects.filter(pk=group.pk).update(name="Nieuw")

    user.delete()

    assert timeline(group)[0].who == "een gebruiker die er niet meer is"


def test_an_import_is_named_with_its_number_and_who_brought_it_in():
    curator = national_curator(name="Carla")
    run = ImportRun.objects.create(
        user=curator,
        model="initiatives.targetgroup",
        file=ContentFile(b"slug;naam\nouderen;Ouderen\n", "doelgroepen.csv"),
        file_name="doelgroepen.csv",
    )

    read_run(run)
    write_run(run)

    entries = timeline(TargetGroup.objects.get(slug="ouderen"))
    assert [(entry.who, entry.import_run) for entry in entries] == [("Carla", run.pk)]


def test_the_link_to_confirm_stays_out_of_the_history(client):
    initiative = publishable()
    token = confirm_token(initiative)

    client.post(reverse("initiatives:initiative_confirm", args=[token]))

    assert [each for each in Context.objects.all() if token in str(each.metadata)] == []
