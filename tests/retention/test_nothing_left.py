"""When every term is over, nobody's address is left in the whole database."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from axes.models import AccessAttempt
from django.apps import apps
from django.db import connection, models
from django.utils import timezone
from pghistory.models import Event as Version
from psycopg import sql

from accounts.models import User
from contact.models import Message
from curation.models import TaskFailure
from events.models import Booking, Event, Registration
from following.models import Follower
from initiatives.models import Sharing, Tip
from mail.models import OutgoingMail
from opportunities.models import AdoptionTeller, OwnList
from reactions.models import AskedPerson
from retention.schedule import forget_what_is_due
from tests.factories import InitiativeFactory, QuestionFactory
from tests.opportunity_factories import NoteFactory, ServiceFactory, SharedListFactory
from tests.permissions.world import make_world
from tests.reaction_factories import ReactionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
MINE = "ada.voorbeeld@voorbeeld.nl"
LONGER_THAN_ANY_TERM = timedelta(days=4 * 365)
PUBLIC = {Event}  # whom to ask about a meeting: on its page as long as that is there


def leave_addresses():
    """An address wherever the site keeps one, also in texts."""
    Booking.objects.update(email=MINE, invoice_email=MINE)
    Registration.objects.update(email=MINE)
    Message.objects.update(email=MINE, text=f"Mail mij: {MINE}")
    QuestionFactory(email=MINE)
    Sharing.objects.create(initiative=InitiativeFactory(), email=MINE, shared_at=timezone.now())
    Sharing.objects.create(typed={"email": [MINE]}, changed_at=timezone.now())
    Tip.objects.create(title="Taalcafé", url="https://voorbeeld.nl/", email=MINE, tipped_at=timezone.now())
    AdoptionTeller.objects.create(service=ServiceFactory(), name="Ada", email=MINE, told_at=timezone.now())
    question = ReactionFactory(email=MINE)
    AskedPerson.objects.create(question=question, email=MINE, asked_at=timezone.now(), declined_at=timezone.now())
    follower = Follower.objects.create(email=MINE, told_until=timezone.now())
    follower.follows.create(address="/zoeken/", title="Alles", asked_at=timezone.now())
    EmailAddress.objects.create(user=User.objects.filter(is_superuser=False).first(), email=MINE)
    AccessAttempt.objects.create(username=MINE, failures_since_start=1)
    TaskFailure.objects.create(job_id=1, task="taak", reason=f"{MINE} bestaat niet")
    OutgoingMail.objects.create(to=MINE, reply_to=MINE, subject="Dag", body=MINE)
    NoteFactory(choices={"contact_email": MINE}, content={"contact": [MINE]})
    entries = [{"kind": "thema", "slug": "taal", "note": MINE}]
    SharedListFactory(entries=entries)
    OwnList.objects.create(user=User.objects.filter(is_superuser=False).first(), entries=entries)


def addresses_by_table():
    """{table: addresses} of everything that is in the database."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(sql.SQL("SELECT row_to_json(entry)::text FROM {} AS entry").format(sql.Identifier(table)))
            addresses = {address for (text,) in cursor.fetchall() for address in ADDRESS.findall(text)}
            if addresses:
                found[table] = addresses
    return found


def holds_addresses(model):
    """Whether an address is what a column of it is for."""
    is_own = not model._meta.proxy and not issubclass(model, Version) and model not in PUBLIC
    return is_own and any(isinstance(field, models.EmailField) for field in model._meta.local_fields)


def test_no_address_outlives_its_term():
    world = make_world()
    leave_addresses()
    before = addresses_by_table()

    forget_what_is_due(now=timezone.now() + LONGER_THAN_ANY_TERM)

    without = [model._meta.label for model in apps.get_models() if holds_addresses(model)]
    without = [label for label in without if apps.get_model(label)._meta.db_table not in before]
    assert without == []
    assert addresses_by_table() == {"accounts_user": {world.users["administrator"].email}}
