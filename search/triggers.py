"""The triggers that note which rows changed, in the same transaction and whatever changed them."""

from django.db.migrations import RunSQL

NOTE_CHANGE = """
CREATE FUNCTION search_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    place integer;
    before bigint;
    after bigint;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN
        RETURN NULL;
    END IF;
    FOR place IN 0 .. TG_NARGS - 2 BY 2 LOOP
        before := NULL;
        after := NULL;
        IF TG_OP <> 'INSERT' THEN
            EXECUTE format('SELECT ($1).%I', TG_ARGV[place + 1]) INTO before USING OLD;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            EXECUTE format('SELECT ($1).%I', TG_ARGV[place + 1]) INTO after USING NEW;
        END IF;
        INSERT INTO search_changedobject (label, object_id)
        SELECT DISTINCT TG_ARGV[place], number FROM unnest(ARRAY[before, after]) AS number WHERE number IS NOT NULL;
    END LOOP;
    RETURN NULL;
END
$$
"""


def note_change_function() -> RunSQL:
    """The migration step that makes the function of all triggers."""
    return RunSQL(NOTE_CHANGE, "DROP FUNCTION search_note_change()")


def watch(table: str, **labels: str) -> RunSQL:
    """A migration step: note changes of a table; ``label=column`` says which object a row belongs to."""
    pairs = []
    for label, columns in labels.items():
        for column in columns.split():
            pairs.append(f"'{label}', '{column}'")
    arguments = ", ".join(pairs)
    return RunSQL(
        f"CREATE TRIGGER search_note_change AFTER INSERT OR UPDATE OR DELETE ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION search_note_change({arguments})",
        f"DROP TRIGGER search_note_change ON {table}",
    )
