"""What hangs under an event and is in its calendar: a change of it is one of the event, which calendars ask for.

The database says so, since a file that is imported, a version that is restored and an import that is turned back write
many rows at once, without a model.
"""

from django.db.migrations import RunSQL

NOTE_CHANGE = """
CREATE FUNCTION events_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE events_event SET updated_at = clock_timestamp() WHERE id IN (OLD.event_id, NEW.event_id);
    RETURN NULL;
END
$$
"""


def changes_event(*tables):
    """A migration step: a row of these tables that is made, changed or deleted changes its event."""
    there = [
        f"CREATE TRIGGER events_note_change AFTER INSERT OR UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION events_note_change()"
        for table in tables
    ]
    gone = [f"DROP TRIGGER events_note_change ON {table}" for table in tables]
    return RunSQL([NOTE_CHANGE, *there], [*gone, "DROP FUNCTION events_note_change()"])
