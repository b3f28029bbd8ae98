"""Numbers about an event for who organises: places, money, who comes from where."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncDate

from events.models import Place, Registration

MOST_ORGANISATIONS = 10
CONFIRMED, WAITING = Q(place=Place.CONFIRMED), Q(place__in=[Place.WAITING, Place.OFFERED])


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
    return [Bar(label, count, most, str(count)) for label, count in counts.items()]


def occupancy(event, sessions):
    """A bar for the event and one for each session that one chooses: places taken, and who waits."""
    offered = event.registrations.filter(place=Place.OFFERED).count()
    whole = _occupied("De hele bijeenkomst", event, offered)
    return [whole, *(_occupied(str(each), each) for each in sessions if each.round)]


def _occupied(label, thing, offered=0):
    """``thing`` has ``taken`` and ``waiting``; an offered place is held."""
    limit = f"{thing.taken} van {thing.capacity} plekken bezet" if thing.capacity else f"{thing.taken} plekken bezet"
    told = [limit, offered and f"{offered} aangeboden", thing.waiting and f"{thing.waiting} op de wachtlijst"]
    return Bar(label, thing.taken, thing.capacity or thing.taken or 1, ", ".join(filter(None, told)))


def per_day(event):
    """How many people registered on each day, by the clock in the Netherlands."""
    days = event.registrations.annotate(day=TruncDate("registered_at")).order_by("day")
    counted = days.values_list("day").annotate(count=Count("pk"))
    return bars_of({f"{day:%d-%m-%Y}": count for day, count in counted})


def per_sector(event):
    """Who comes, by kind."""
    counted = event.registrations.confirmed().order_by("sector").values_list("sector").annotate(count=Count("pk"))
    found = dict(counted)
    return bars_of({sector.label: found[sector] for sector in Registration.Sector if sector in found})


def per_organisation(event):
    """The organisations that most people come from; the same name in other capitals is the same one."""
    named = event.registrations.confirmed().values_list("organisation__name", "organisation_name")
    labels, counted = {}, Counter()
    for chosen, typed in named:
        label = chosen or typed.strip()
        if label:
            counted[labels.setdefault(label.casefold(), label)] += 1
    return bars_of(dict(counted.most_common(MOST_ORGANISATIONS)))


@dataclass(frozen=True)
class Income:
    """What one price brings in, or will where somebody on the waiting list gets a place; amounts in euro."""

    label: str
    confirmed: int
    confirmed_amount: Decimal
    waiting: int
    waiting_amount: Decimal


def income(event):
    """One line per price and one with all of them; empty where nobody pays."""
    priced = event.registrations.exclude(tier=None).order_by("tier__position", "tier")
    rows = priced.values_list("tier__name").annotate(
        confirmed=Count("pk", filter=CONFIRMED),
        confirmed_amount=Sum("amount", filter=CONFIRMED, default=Decimal(0)),
        waiting=Count("pk", filter=WAITING),
        waiting_amount=Sum("amount", filter=WAITING, default=Decimal(0)),
    )
    found = [Income(*row) for row in rows]
    return [*found, Income("Samen", *_sums(found))] if found else []


def _sums(rows):
    columns = ("confirmed", "confirmed_amount", "waiting", "waiting_amount")
    return [sum(getattr(row, column) for row in rows) for column in columns]


def presence(event):
    """Who is in: of those with a place, without one, and how many have a place."""
    return event.registrations.aggregate(
        places=Count("pk", filter=CONFIRMED & Q(is_walk_in=False)),
        present=Count("pk", filter=Q(checked_in_at__isnull=False, is_walk_in=False)),
        walked_in=Count("pk", filter=Q(checked_in_at__isnull=False, is_walk_in=True)),
    )
