"""Telling who organises how many registered, cancelled or wait; names stay on the pages behind the login."""

from collections import Counter

from django.db import transaction
from django.db.models import Max, QuerySet

from events.choices import Place
from events.free_places import is_full
from events.mails import mail_to_organiser
from events.models import Event, PersonalNeeds, RegistrationStep

from .locking import lock_event

WORDS = {  # what a step of a registration says: (one, more)
    Place.CONFIRMED.label: (
        "1 nieuwe deelnemer met een plek",
        "{} nieuwe deelnemers met een plek",
    ),
    Place.WAITING.label: (
        "1 persoon nieuw op de wachtlijst",
        "{} mensen nieuw op de wachtlijst",
    ),
    "Aangeboden plek aangenomen": (
        "1 persoon nam een vrijgekomen plek aan",
        "{} mensen namen een vrijgekomen plek aan",
    ),
    Place.LAPSED.label: (
        "1 aangeboden plek verliep",
        "{} aangeboden plekken verliepen",
    ),
    Place.CANCELLED.label: ("1 afmelding", "{} afmeldingen"),
    "Plek overgenomen": (
        "1 plek ging naar een collega",
        "{} plekken gingen naar een collega",
    ),
    "Afmelding ongedaan gemaakt": (
        "1 afmelding teruggedraaid",
        "{} afmeldingen teruggedraaid",
    ),
}

FILLING = (Place.CONFIRMED.label, "Aangeboden plek aangenomen")


def tell_organisers(*, how_often: str) -> int:
    """Mail every organiser who wants to hear it so often; returns how many mails."""
    count = 0
    for number in Event.objects.with_news(how_often).values_list("pk", flat=True):
        count += tell_organiser(number)
    return count


@transaction.atomic
def tell_organiser(number: int) -> int:
    """The same for one event; steps are numbered while it is locked, so that none is missed or told twice."""
    event = lock_event(number)
    steps = RegistrationStep.objects.filter(
        registration__event=event,
        pk__gt=event.told_up_to,
    )
    newest = steps.aggregate(newest=Max("pk"))["newest"]
    if newest is None:
        return 0
    event.told_up_to = newest
    event.save(update_fields=["told_up_to"])
    news = news_in(steps)
    if not news:
        return 0
    needs = PersonalNeeds.objects.filter(
        registration__event=event,
        registration__place=Place.CONFIRMED,
    )
    # who cancels makes nothing full
    has_filled = steps.filter(text__in=FILLING).exists()
    mail_to_organiser(
        event,
        news,
        is_full=is_full(event),
        has_filled=has_filled,
        needs=needs.count(),
    )
    return 1


def news_in(steps: QuerySet[RegistrationStep]) -> list[str]:
    """A sentence for each kind of step that was taken."""
    counts = Counter(steps.values_list("text", flat=True))
    news = []
    for text, (one, more) in WORDS.items():
        if counts[text] == 1:
            news.append(one)
        elif counts[text] > 1:
            news.append(more.format(counts[text]))
    return news
