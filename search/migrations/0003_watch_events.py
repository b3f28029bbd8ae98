from django.db import migrations, models

from search.triggers import watch

EVENTS_THERE_ARE = "INSERT INTO search_changedobject (label, object_id) SELECT 'event', id FROM events_event"


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_watch_changes"),
        ("events", "0001_create"),
    ]

    operations = [
        migrations.AlterField(
            model_name="searchdocument",
            name="kind",
            field=models.CharField(
                choices=[
                    ("praktijkvoorbeeld", "Praktijkvoorbeeld"),
                    ("thema", "Thema"),
                    ("gemeente", "Gemeente"),
                    ("bibliotheek", "Bibliotheek"),
                    ("partner", "Partner"),
                    ("netwerk", "Netwerk"),
                    ("bijeenkomst", "Bijeenkomst"),
                    ("document", "Document"),
                ],
                max_length=20,
            ),
        ),
        watch("events_event", event="id"),
        watch("events_event_themes", event="event_id"),
        watch("events_event_initiatives", event="event_id"),
        watch("events_event_citations", event="event_id"),
        watch("events_event_documents", event="event_id", paper="document_id"),
        watch("events_eventday", event="event_id"),
        watch("events_eventrole", event="event_id"),
        watch("events_eventseries", event_series="id"),
        watch("events_session", event="event_id"),
        watch("events_session_themes", session="session_id"),
        watch("events_session_initiatives", session="session_id"),
        watch("events_appearance", event="event_id"),
        watch("events_speaker", speaker="id"),
        migrations.RunSQL(EVENTS_THERE_ARE, migrations.RunSQL.noop),
    ]
