"""Mail that waits goes with whom it is for, and in time; so do the numbers of what was sent."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.invitations import invite
from accounts.models import User
from mail.models import HandledMail, OutgoingMail
from mail.outgoing import send_outgoing_mail
from mail.retention import forget_mail
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def ago(days):
    return timezone.now() - timedelta(days=days)


@pytest.mark.parametrize("leave", [lambda user: user.delete(), lambda user: User.objects.update(is_active=False)])
def test_an_invitation_of_who_is_gone_is_not_sent(leave):
    user = UserFactory()
    invite(user=user)
    waiting = OutgoingMail.objects.get()
    leave(user)

    send_outgoing_mail(mail_id=waiting.pk)

    assert (mail.outbox, OutgoingMail.objects.count(), HandledMail.objects.count()) == ([], 0, 1)


def test_mail_for_who_is_gone_does_not_wait_any_longer():
    stays, goes = UserFactory(), UserFactory()
    for user in (stays, goes):
        invite(user=user)
    OutgoingMail.objects.create(to=goes.email, subject="Je plek", about="event-1")
    goes.delete()

    forget_mail(now=timezone.now())

    assert [waiting.subject for waiting in OutgoingMail.objects.order_by("pk")] == [
        "Je account bij Bieb Netwerk",
        "Je plek",
    ]


def test_mail_that_could_not_be_sent_stays_a_year():
    for days in (364, 366):
        waiting = OutgoingMail.objects.create(to="wie@voorbeeld.nl", subject=f"{days}", body="Je hebt een plek.")
        OutgoingMail.objects.filter(pk=waiting.pk).update(made_at=ago(days))

    forget_mail(now=timezone.now())

    assert OutgoingMail.objects.get().subject == "364"


def test_numbers_of_handled_mail_are_forgotten_after_a_week():
    for days in (6, 8):
        HandledMail.objects.create(mail_id=days)
        HandledMail.objects.filter(mail_id=days).update(handled_at=ago(days))

    forget_mail(now=timezone.now())

    assert list(HandledMail.objects.values_list("mail_id", flat=True)) == [6]
