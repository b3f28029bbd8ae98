import django.db.models.functions.text
import django.utils.timezone
from django.core.management import call_command
from django.db import migrations, models

import accounts.models


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    replaces = [
        ("accounts", "0001_create"),
        ("accounts", "0002_small_letters_and_mail"),
        ("accounts", "0003_add_mail_attachments"),
        ("accounts", "0004_keep_numbers_of_handled_mail"),
        ("accounts", "0005_note_when_accounts_end"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("is_superuser", models.BooleanField(default=False, help_text="Designates that this user has all permissions without explicitly assigning them.", verbose_name="superuser status")),
                ("is_staff", models.BooleanField(default=False, help_text="Designates whether the user can log into this admin site.", verbose_name="staff status")),
                ("is_active", models.BooleanField(default=True, help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.", verbose_name="active")),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mailadres")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="naam")),
                ("groups", models.ManyToManyField(blank=True, help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.", related_name="user_set", related_query_name="user", to="auth.group", verbose_name="groups")),
                ("user_permissions", models.ManyToManyField(blank=True, help_text="Specific permissions for this user.", related_name="user_set", related_query_name="user", to="auth.permission", verbose_name="user permissions")),
                ("ended_on", models.DateField(blank=True, editable=False, null=True, verbose_name="niet meer actief sinds")),
            ],
            options={
                "verbose_name": "gebruiker",
                "verbose_name_plural": "gebruikers",
                "ordering": ["email"],
                "constraints": [
                    models.UniqueConstraint(fields=("email",), name="user_email_unique", violation_error_message="Er is al een gebruiker met dit e-mailadres."),
                    models.CheckConstraint(condition=models.Q(("email", django.db.models.functions.text.Lower("email"))), name="user_email_in_small_letters", violation_error_message="Schrijf het e-mailadres in kleine letters."),
                ],
            },
            managers=[
                ("objects", accounts.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="OutgoingMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("to", models.EmailField(blank=True, max_length=254, verbose_name="aan")),
                ("subject", models.CharField(max_length=200, verbose_name="onderwerp")),
                ("body", models.TextField(verbose_name="tekst")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt op")),
                ("about", models.CharField(blank=True, db_index=True, max_length=60, verbose_name="gaat over")),
                ("attachments", models.JSONField(default=list, verbose_name="bijlagen")),
            ],
            options={
                "verbose_name": "uitgaande mail",
                "verbose_name_plural": "uitgaande mail",
            },
        ),
        migrations.CreateModel(
            name="HandledMail",
            fields=[
                ("mail_id", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="nummer")),
                ("handled_at", models.DateTimeField(auto_now_add=True, verbose_name="afgehandeld op")),
            ],
            options={
                "verbose_name": "afgehandelde mail",
                "verbose_name_plural": "afgehandelde mail",
            },
        ),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
    ]
