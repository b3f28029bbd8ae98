"""Background work for organisations: forgetting contact persons in time."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .models import ContactPerson


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="forget_contact_persons")
def forget_contact_persons(timestamp):
    """Delete contact persons whose date of removal has come."""
    ContactPerson.objects.outdated(timezone.localdate()).delete()
