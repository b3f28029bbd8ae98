"""The triggers that give the content another version, in the same transaction and whatever changed it.

A sequence would be raised before the change can be seen, so that somebody remembers the old page with the new version.
A row that every change raises would make all who write wait for a long import. So a change is noted once a transaction,
and the version changes when that transaction ends, which takes the lock for no longer than that.
"""

from django.db.migrations import RunSQL

NOTE_CHANGE = """
CREATE FUNCTION remembering_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO remembering_uncommittedchange (kind, transaction)
    VALUES (TG_ARGV[0], pg_current_xact_id()::text)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$
"""
# all rows are locked in one order: of two that end together, one waits for the other
RENEW_VERSION = """
CREATE FUNCTION remembering_renew_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM kind FROM remembering_contentversion ORDER BY kind FOR UPDATE;
    INSERT INTO remembering_contentversion AS kept (kind, version) VALUES (NEW.kind, gen_random_uuid())
    ON CONFLICT (kind) DO UPDATE SET version = excluded.version;
    DELETE FROM remembering_uncommittedchange WHERE id = NEW.id;
    RETURN NULL;
END
$$
"""
AT_THE_END = """
CREATE CONSTRAINT TRIGGER remembering_renew_version AFTER INSERT ON remembering_uncommittedchange
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION remembering_renew_version()
"""


def version_functions():
    """The migration steps that make the functions, and what happens at the end of a transaction."""
    return [
        RunSQL(NOTE_CHANGE, "DROP FUNCTION remembering_note_change()"),
        RunSQL(RENEW_VERSION, "DROP FUNCTION remembering_renew_version()"),
        RunSQL(
            AT_THE_END,
            "DROP TRIGGER remembering_renew_version ON remembering_uncommittedchange",
        ),
    ]


def renews(kind, *tables):
    """A migration step: every change of these tables gives this kind another version."""
    there = [
        f"CREATE TRIGGER remembering_note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION remembering_note_change('{kind}')"
        for table in tables
    ]
    gone = [f"DROP TRIGGER remembering_note_change ON {table}" for table in tables]
    return RunSQL(there, gone)
