"""The database itself writes down every change, whatever kind of write caused it."""

import pytest
from django.db import connection

from history.tracking import event_models
from initiatives.models import Initiative, Participation, TargetGroup
from tests.factories import InitiativeFactory, PartnerFactory, TargetGroupFactory, ThemeFactory
from tests.rooms import rooms, tables_of

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

# records of what happened themselves; people, whose data have a term; a queue; and what the database counts itself
NOT_WATCHED = {
    "AdoptionTeller",
    "AskedPerson",
    "ChangeProposal",
    "Claim",
    "ContactPerson",
    "DataAccess",
    "Dismissal",
    "Follow",
    "Follower",
    "LikelyDouble",
    "MatrixSnapshot",
    "News",
    "Note",
    "OrganisationDouble",
    "OwnList",
    "Reaction",
    "ReviewStep",
    "SharedList",
    "SharedFile",
    "Sharing",
    "Spread",
    "StepOfRun",
    "StepRun",
    "Tip",
    "TextIntake",
    "ToldFacts",
    "Vote",
}
# who may log in; work that waits or failed; what can be made anew from the content; what is remembered for a while
OF_THE_SITE_ITSELF = {
    "BackupRun",
    "ChangedObject",
    "CheckedLink",
    "Comparison",
    "ContentVersion",
    "CorpusWord",
    "DocumentWords",
    "ExplainedWord",
    "ExportRun",
    "FormerAddress",
    "HandledMail",
    "ImportRow",
    "ImportRun",
    "LoadedFile",
    "Merge",
    "Message",
    "OpenForm",
    "OutgoingMail",
    "Question",
    "RateLimit",
    "SavedView",
    "SearchDocument",
    "SearchState",
    "SearchedWord",
    "TaskFailure",
    "UncommittedChange",
    "User",
    "User_groups",
    "User_user_permissions",
}
ATTENDEES = {
    "Booking",
    "EvaluationAnswer",
    "Mailing",
    "Mailing_documents",
    "PersonalNeeds",
    "Registration",
    "RegistrationStep",
    "SentEntry",
    "SessionChoice",
}


def versions(model, **of):
    """What was written down about rows of this table, oldest first."""
    found = event_models()[model].objects.filter(**of).order_by("pgh_id")
    return list(found.values_list("pgh_label", flat=True))


def test_a_new_a_changed_and_a_deleted_row_each_have_a_version():
    group = TargetGroupFactory()
    pk = group.pk

    group.description = "Anders"
    group.save()
    group.delete()

    assert versions(TargetGroup, pgh_obj_id=pk) == ["insert", "update", "delete"]


def test_bulk_writes_have_versions():
    groups = TargetGroup.objects.bulk_create([TargetGroup(slug=name, name=name) for name in "ab"])
    pks = [group.pk for group in groups]

    TargetGroup.objects.filter(pk__in=pks).update(description="Samen")
    groups[0].description = "Apart"
    TargetGroup.objects.bulk_update(groups[:1], ["description"])
    TargetGroup.objects.filter(pk__in=pks).delete()

    assert versions(TargetGroup, pgh_obj_id=pks[0]) == ["insert", "update", "update", "delete"]
    assert versions(TargetGroup, pgh_obj_id=pks[1]) == ["insert", "update", "delete"]


def test_sql_of_our_own_has_a_version():
    group = TargetGroupFactory()

    with connection.cursor() as cursor:
        cursor.execute("UPDATE initiatives_targetgroup SET name = 'Anders' WHERE id = %s", [group.pk])

    assert versions(TargetGroup, pgh_obj_id=group.pk) == ["insert", "update"]


@pytest.mark.parametrize("how", ["remove", "set", "clear"])
def test_links_have_versions(how):
    theme = ThemeFactory()
    initiative = InitiativeFactory(themes=[theme])

    {
        "remove": lambda links: links.remove(theme),
        "set": lambda links: links.set([]),
        "clear": lambda links: links.clear(),
    }[how](initiative.themes)

    assert versions(Initiative.themes.through, initiative=initiative) == ["insert", "delete"]


def test_links_from_the_other_side_have_versions():
    theme, initiative = ThemeFactory(), InitiativeFactory()

    theme.initiatives.add(initiative)

    assert versions(Initiative.themes.through, theme=theme) == ["insert"]


def test_what_goes_with_something_else_has_a_version():
    initiative = InitiativeFactory(partners=[PartnerFactory()])
    pk = initiative.pk

    initiative.delete()

    assert versions(Participation, initiative_id=pk) == ["insert", "delete"]


def test_saving_without_change_is_no_version():
    initiative = InitiativeFactory()

    Initiative.objects.get(pk=initiative.pk).save()

    assert versions(Initiative, pgh_obj_id=initiative.pk) == ["insert"]


def test_every_table_of_content_is_watched():
    tables = {table for room in rooms() for table in tables_of(room)}

    missing = {model.__name__ for model in tables - set(event_models())}

    assert missing == NOT_WATCHED | ATTENDEES | OF_THE_SITE_ITSELF


def test_who_comes_to_a_meeting_is_not_kept_beyond_its_term():
    assert {model.__name__ for model in event_models()} & ATTENDEES == set()
