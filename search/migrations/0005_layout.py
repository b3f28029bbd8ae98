from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_registered_kinds"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchstate",
            name="layout",
            field=models.JSONField(default=dict, db_default={}),
        ),
    ]
