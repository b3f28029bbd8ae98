"""Loading the starter content again changes rows and deletes none; these rows said of organisations what is not so."""

from datetime import date

from django.db import migrations

ONLY_APPROACHED_OR_NAMED = [  # practice example, organisation that was its partner
    ("landelijke-partijen-benaderen", "uwv"),
    ("landelijke-partijen-benaderen", "nationale-ombudsman"),
    ("landelijke-partijen-benaderen", "nctv"),
    ("samen-tegen-cybercrime", "nctv"),
    ("nt1-bereiken-via-partners", "uwv"),
    ("hulp-bij-belastingaangifte", "bibliotheek-den-haag"),
]
NO_PARTNERS = ["cz", "dagvoorzitter-nl", "kivi", "triodos-bank"]  # of a speaker, a moderator or a building
MEETING = "de-bibliotheek-als-netwerkpartner-2019"
SOURCE = "netwerkpartner-2019"


def keep_only_who_took_part(apps, schema_editor):
    """Take away roles that nobody had, and put away organisations that are no partners of libraries."""
    participations = apps.get_model("initiatives", "Participation").objects.filter(role="partner")
    for initiative, organisation in ONLY_APPROACHED_OR_NAMED:
        participations.filter(initiative__slug=initiative, organisation__slug=organisation).delete()
    theirs = {"organisation__slug__in": NO_PARTNERS}
    apps.get_model("events", "EventRole").objects.filter(event__slug=MEETING, **theirs).delete()
    apps.get_model("events", "Speaker").objects.filter(source__slug=SOURCE, **theirs).update(organisation=None)
    apps.get_model("initiatives", "Citation").objects.filter(source__slug=SOURCE, **theirs).delete()
    organisations = apps.get_model("partners", "Organisation").objects.filter(kind="partner", archived_on=None)
    organisations.filter(slug__in=NO_PARTNERS).update(archived_on=date.today())


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0004_attended_about"),
        ("initiatives", "0004_reported_speech"),
        ("partners", "0003_kinds_of_partners"),
    ]

    operations = [migrations.RunPython(keep_only_who_took_part, migrations.RunPython.noop)]
