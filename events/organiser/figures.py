"""Numbers about an event for who organises: places, money, who comes from where."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from events.colleagues import by_organisation
from events.free_places import shares_of
from events.models import Event, Place, Registration

MOST_ORGANISATIONS = 10
OTHER_PRICE = "Ander bedrag"
CONFIRMED = Q(place=Place.CONFIRMED, same_as=None)  # who shares a place counts once
WAITING = Q(
    place__in=[Place.WAITING, Place.OFFERED],
    same_as=None,
)
# who gave an address that nobody said is right; they may hold a place
OWN_UNVERIFIED = ~Q(email="") & Q(verified_at=None)
BOOKED_UNVERIFIED = Q(email="", booking__verified_at=None) & ~Q(booking__email="")
UNVERIFIED = OWN_UNVERIFIED | BOOKED_UNVERIFIED
IS_IN = Q(checked_in_at__isnull=False)


@dataclass(frozen=True)
class Bar:
    """A number to draw beside its words; ``most`` is the full length of the bar."""

    label: str
    count: int
    most: int
    text: str = ""


def bars_of(counts):
    """Bars of ``{label: number}``, the longest of which is full."""
    most = max(counts.values(), default=0) or 1
    bars = []
    for label, count in counts.items():
        bars.append(Bar(label, count, most, str(count)))
    return bars


def occupancy(event, sessions):
    """A bar for the event and one for each session that one chooses: places taken, and who waits."""
    offered = event.registrations.filter(place=Place.OFFERED).count()
    bars = [occupancy_bar("De hele bijeenkomst", event, offered)]
    for share in shares_of(event):
        bars.append(occupancy_bar(share.label, share))
    for session in sessions:
        if session.round:
            bars.append(occupancy_bar(session.label, session))
    return bars


def occupancy_bar(label, meeting, offered=0):
    """The bar of an event, session or share, which has ``taken`` and ``waiting``; an offered place is held."""
    taken = f"{meeting.taken} plekken bezet"
    if meeting.capacity:
        taken = f"{meeting.taken} van {meeting.capacity} plekken bezet"
    texts = [taken]
    if offered:
        texts.append(f"{offered} aangeboden")
    if meeting.waiting:
        texts.append(f"{meeting.waiting} op de wachtlijst")
    most = meeting.capacity or meeting.taken or 1
    return Bar(
        label,
        meeting.taken,
        most,
        ", ".join(texts),
    )


def per_day(event):
    """How many people registered on each day, by the clock in the Netherlands."""
    with_day = event.registrations.annotate(day=TruncDate("registered_at"))
    by_day = with_day.order_by("day").values_list("day")
    counts = {}
    for day, count in by_day.annotate(count=Count("pk")):
        counts[f"{day:%d-%m-%Y}"] = count
    return bars_of(counts)


def per_sector(event):
    """Who comes, by kind."""
    confirmed = event.registrations.confirmed().order_by("sector")
    rows = confirmed.values_list("sector").annotate(count=Count("pk"))
    by_sector = dict(rows)
    counts = {}
    for sector in Registration.Sector:
        if sector in by_sector:
            counts[sector.label] = by_sector[sector]
    return bars_of(counts)


def per_organisation(event):
    """The organisations that most people come from, however their names were typed."""
    confirmed = event.registrations.confirmed()
    people = confirmed.select_related("organisation", "province")
    counts = Counter()
    for colleagues in by_organisation(people, today=timezone.localdate()):
        [first, *_] = colleagues
        label = first.organisation_label.strip()
        counts[label] += len(colleagues)
    most_common = counts.most_common(MOST_ORGANISATIONS)
    return bars_of(dict(most_common))


@dataclass(frozen=True)
class Income:
    """What one price brings in, or will where somebody on the waiting list gets a place; amounts in euro."""

    label: str
    confirmed: int
    confirmed_amount: Decimal
    waiting: int
    waiting_amount: Decimal


def income(event):
    """One line per price and one with all of them; empty where nobody pays, or no more since it is called off."""
    if event.state == Event.State.CANCELLED:
        return []
    priced = event.registrations.exclude(amount=None)
    in_order = priced.order_by("tier__position", "tier")
    name_of_price = Coalesce("tier__name", Value(OTHER_PRICE))
    by_price = in_order.values_list(name_of_price)
    rows = by_price.annotate(
        confirmed=Count("pk", filter=CONFIRMED),
        confirmed_amount=Sum("amount", filter=CONFIRMED, default=Decimal(0)),
        waiting=Count("pk", filter=WAITING),
        waiting_amount=Sum("amount", filter=WAITING, default=Decimal(0)),
    )
    lines = [Income(*row) for row in rows]
    if not lines:
        return []
    together = Income(
        "Samen",
        confirmed=sum(line.confirmed for line in lines),
        confirmed_amount=sum(line.confirmed_amount for line in lines),
        waiting=sum(line.waiting for line in lines),
        waiting_amount=sum(line.waiting_amount for line in lines),
    )
    return [*lines, together]


def presence(event):
    """Who is in: of those with a place, without one, and how many have a place."""
    return event.registrations.aggregate(
        places=Count("pk", filter=CONFIRMED & Q(is_walk_in=False)),
        present=Count("pk", filter=IS_IN & Q(is_walk_in=False)),
        walked_in=Count("pk", filter=IS_IN & Q(is_walk_in=True)),
    )
