"""What depends on the database server runs on the oldest one too: CI runs what has the mark ``postgresql`` there."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# SQL of our own, triggers and locks; constraints are in every model, and their rules in the tests of constraints, as
# what is written down of every change is tested with all tables together
OWN_SQL = re.compile(
    r"\.cursor\(\)|RunSQL\(|\.extra\(|select_for_update\(|\bFunc\(|^ +function = \"|::tsquery",
    re.MULTILINE,
)
TESTS_OF_THE_SERVER = re.compile(
    r"\.cursor\(\)|\bTRIGGER\b|event_models|transaction=True|from tests\.constraints import"
)
MARK = "pytest.mark.postgresql"
# file of the site: a test file that runs its SQL
RUN_BY = {
    "mail/outgoing.py": "tests/mail/test_mail_outage.py",
    "accounts/actions.py": "tests/accounts/test_own_data.py",
    "accounts/retention.py": "tests/accounts/test_forgetting.py",
    "visitors/limits.py": "tests/contact/test_message_create.py",
    "backup/making.py": "tests/backup/test_making.py",
    "serving/management/commands/migrate.py": "tests/serving/test_migrating.py",
    "partners/claims.py": "tests/partners/test_claims.py",
    "contact/tasks.py": "tests/contact/test_questions.py",
    "curation/failures.py": "tests/curation/test_failures.py",
    "curation/merging.py": "tests/curation/test_merging_history.py",
    "curation/taking_back.py": "tests/curation/test_taking_back.py",
    "curation/simultaneous_edits.py": "tests/curation/test_simultaneous_edits.py",
    "events/actions/at_the_door.py": "tests/events/test_at_the_door.py",
    "events/actions/calendar_files.py": "tests/events/test_sent_calendar.py",
    "events/actions/evaluating.py": "tests/events/test_evaluating.py",
    "events/actions/locking.py": "tests/events/test_never_oversold.py",
    "events/triggers.py": "tests/events/test_changes_event.py",
    "following/actions.py": "tests/following/test_following.py",
    "following/digests.py": "tests/following/test_following.py",
    "following/noting.py": "tests/following/test_news_list.py",
    "history/restore.py": "tests/history/test_restore.py",
    "initiatives/freshness.py": "tests/initiatives/test_freshness.py",
    "initiatives/freshness_fillings.py": "tests/initiatives/test_still_so.py",
    "initiatives/many_steps.py": "tests/initiatives/test_many_steps.py",
    "initiatives/decisions.py": "tests/initiatives/test_proposals.py",
    "initiatives/review.py": "tests/initiatives/test_review.py",
    "opportunities/adoptions/actions.py": "tests/opportunities/test_adoptions.py",
    "opportunities/my_list/store.py": "tests/opportunities/test_my_list.py",
    "opportunities/reading/intake.py": "tests/opportunities/test_policy_queue.py",
    "opportunities/running.py": "tests/opportunities/test_supply.py",
    "opportunities/triggers.py": "tests/opportunities/test_spreads.py",
    "partners/fields.py": "tests/partners/test_organisation.py",
    "partners/inviting.py": "tests/partners/test_inviting.py",
    "reactions/actions.py": "tests/reactions/test_reactions.py",
    "remembering/triggers.py": "tests/remembering/test_versions.py",
    "replicas/standing.py": "tests/replicas/test_reading.py",
    "search/analysis_speed.py": "tests/search/test_measure_analysis.py",
    "search/documents/catching_up.py": "tests/search/test_catching_up.py",
    "search/documents/rebuilding.py": "tests/search/test_rebuilding.py",
    "search/documents/storing.py": "tests/search/test_documents.py",
    "search/finding.py": "tests/search/test_matching.py",
    "search/keeping.py": "tests/search/test_facets.py",
    "search/learning.py": "tests/search/test_learning.py",
    "search/management/commands/measure_analysis.py": "tests/search/test_measure_analysis.py",
    "search/meaning/writing.py": "tests/search/test_meaning.py",
    "search/ordering.py": "tests/search/test_paging.py",
    "search/querysets.py": "tests/search/test_matching.py",
    "search/triggers.py": "tests/search/test_watching.py",
    "spreadsheets/runs.py": "tests/spreadsheets/test_import_steps.py",
    "spreadsheets/tasks.py": "tests/spreadsheets/test_import_steps.py",
}
NOT_OF_THE_SITE = ("tests", "bench", "var", "node_modules", ".")


def files(folder, pattern):
    """``{place: text}`` of the Python files below this folder that match."""
    found = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        place = path.relative_to(ROOT)
        if pattern.search(text := path.read_text()):
            found[str(place)] = text
    return found


def test_every_file_with_sql_of_its_own_is_run_on_the_oldest_server():
    apps = [path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(NOT_OF_THE_SITE)]
    ours = [place for app in apps for place in files(app, OWN_SQL) if "/migrations/" not in place]

    assert sorted(ours) == sorted(RUN_BY)


def test_what_runs_it_has_the_mark():
    without = [place for place in sorted(set(RUN_BY.values())) if MARK not in (ROOT / place).read_text()]

    assert without == []


def test_every_test_of_sql_triggers_and_constraints_has_the_mark():
    found = files("tests", TESTS_OF_THE_SERVER)
    tests = {place: text for place, text in found.items() if Path(place).name.startswith("test_")}

    assert [place for place, text in tests.items() if MARK not in text and place != "tests/test_oldest_server.py"] == []
