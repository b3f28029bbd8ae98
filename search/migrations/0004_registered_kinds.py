from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_watch_events"),
    ]

    operations = [
        migrations.AlterField(
            model_name="searchdocument",
            name="kind",
            field=models.CharField(max_length=20),
        ),
    ]
