"""Telling that an organisation does an example too: kept at once, on the site once its mailed link was pressed."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from accounts.models import User
from initiatives.models import Initiative
from mail.outgoing import mail_html, mail_text, queue_mail
from opportunities.choices import ServiceState
from opportunities.models import AdoptionReport, AdoptionTeller

from .forms import AdoptionForm, NewsForm
from .links import adoption_address
from .naming import free_name
from .organisations import is_address_of
from .report_form import ReportForm
from .told_before import same_as


class AlreadyToldError(Exception):
    """Somebody told the same before, and it was confirmed; the message is a Dutch sentence."""


@transaction.atomic
def tell(
    *,
    form: AdoptionForm,
    example: Initiative,
    now: datetime,
) -> AdoptionTeller:
    """Keep what somebody told of an example, and mail them the link that puts it on the site."""
    teller = keep(form=form, example=example, now=now)
    mail_link(
        teller,
        f"Bevestig: jullie doen ook ‘{example}’",
        "adoption_confirm",
    )
    return teller


@transaction.atomic
def tell_as_member(
    *,
    form: AdoptionForm,
    example: Initiative,
    user: User,
    now: datetime,
    today: date,
) -> AdoptionTeller:
    """The same for a member of that library: nothing has to be confirmed by mail."""
    service = form.instance
    service.entered_by = user
    teller = keep(form=form, example=example, now=now)
    confirm(teller=teller, today=today)
    return teller


def keep(*, form: AdoptionForm, example: Initiative, now: datetime) -> AdoptionTeller:
    """A service with all that is the same as in the example, which waits; and who told it."""
    service = form.instance
    service.example = example
    service.name = free_name(service)
    service.publication_state = ServiceState.UNCONFIRMED
    form.save()
    service.themes.set(example.themes.all())
    service.target_groups.set(example.target_groups.all())
    typed = form.cleaned_data
    return AdoptionTeller.objects.create(
        service=service,
        name=typed["name"],
        email=typed["email"],
        told_at=now,
    )


@transaction.atomic
def confirm(*, teller: AdoptionTeller, today: date) -> None:
    """Somebody who knows it says that it is so; raises ``AlreadyToldError``.

    It stands on the site at once where the address is of that organisation; else a curator looks first.
    """
    # two links of the same, one after another
    Initiative.objects.select_for_update().get(pk=teller.service.example_id)
    service = teller.service
    service.refresh_from_db()
    if service.publication_state == ServiceState.UNCONFIRMED:
        if same_as(service).exists():
            raise AlreadyToldError(
                "Dit staat er al: iemand anders vertelde het eerder."
            )
        service.publication_state = first_state(teller)
    service.confirmed_on = today
    service.save()


def first_state(teller: AdoptionTeller) -> ServiceState:
    """Where a service begins that was just confirmed."""
    if is_address_of(teller.email, teller.service.provider):
        return ServiceState.PUBLISHED
    return ServiceState.SUBMITTED


@transaction.atomic
def tell_news(
    *,
    teller: AdoptionTeller,
    form: NewsForm,
    report_form: ReportForm,
    today: date,
) -> None:
    """Keep how it goes now and what a year brought; new words of who writes from elsewhere wait for a curator."""
    service = form.save(commit=False)
    service.confirmed_on = today
    if form.has_new_words and service.publication_state == ServiceState.PUBLISHED:
        service.publication_state = first_state(teller)
    service.save()
    if report_form.has_figures:
        figures = dict(report_form.cleaned_data)
        AdoptionReport.objects.update_or_create(
            service=service,
            year=figures.pop("year"),
            defaults=figures,
        )


@transaction.atomic
def ask_tellers(*, today: date) -> int:
    """Mail everybody who is due their link: once a year; returns how many."""
    locked = AdoptionTeller.objects.select_for_update(of=["self"])
    tellers = locked.to_ask(today).select_related(
        "service__example",
        "service__provider",
        "service__municipality",
    )
    mailed = []
    for teller in tellers:
        mail_link(
            teller,
            f"Doen jullie nog ‘{teller.service.example}’?",
            "adoption_yearly",
        )
        mailed.append(teller.pk)
    AdoptionTeller.objects.filter(pk__in=mailed).update(asked_on=today)
    return len(mailed)


def mail_link(teller: AdoptionTeller, subject: str, name: str) -> None:
    """A mail with words that nobody typed in the form, and the link of who told it."""
    template = f"opportunities/email/{name}"
    context = {
        "service": teller.service,
        "address": adoption_address(teller),
        "site": settings.SITE_ADDRESS,
    }
    queue_mail(
        to=teller.email,
        subject=subject,
        body=mail_text(f"{template}.txt", context),
        html=mail_html(f"{template}.html", context),
    )
