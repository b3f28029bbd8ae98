"""Writing a reaction, and how it comes on the site: confirmed by mail, and looked at where nobody knows who it is."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from curation.work_mail import tell_curators
from mail.outgoing import forget_mail_about
from partners.models import Organisation

from .mails import about, mail_answer, mail_judged, mail_kept, mail_link, mail_question
from .models import AskedPerson, Reaction
from .people import organisation_of, owner_of, people_to_ask
from .subjects import is_on_the_site
from .work_lines import line_of_reaction

Kind = Reaction.Kind
State = Reaction.State


@transaction.atomic
def write(*, reaction: Reaction, now: datetime) -> None:
    """Keep what somebody wrote, and mail them the link that confirms it."""
    reaction.written_at = now
    reaction.save()
    mail_link(reaction)


@transaction.atomic
def write_from_mail(
    *,
    answer: Reaction,
    person: AskedPerson,
    now: datetime,
) -> None:
    """Keep the answer of who was mailed the question: their link shows that the address is theirs."""
    answer.email = person.email
    answer.written_at = now
    answer.save()
    go_on(answer, now, asked_for=person.organisation)
    mail_kept(answer)


@transaction.atomic
def confirm(*, reaction: Reaction, now: datetime) -> None:
    """The address is theirs; a second press changes nothing."""
    kept = locked(reaction)
    if kept and kept.state == State.UNCONFIRMED:
        go_on(kept, now)


@transaction.atomic
def change(*, reaction: Reaction, now: datetime) -> None:
    """Keep other words; they are looked at as new ones are. What was withdrawn meanwhile stays so."""
    kept = locked(reaction)
    if kept is None or kept.state == State.WITHDRAWN:
        return
    reaction.state = kept.state
    go_on(reaction, now)


@transaction.atomic
def withdraw(*, reaction: Reaction) -> None:
    """Forget what somebody wrote, with the mail that waits; of a question with answers those stay."""
    forget_mail_about(about(reaction))
    if not reaction.answers.shown().exists():
        reaction.delete()
        return
    reaction.name = ""
    reaction.job_title = ""
    reaction.email = ""
    reaction.text = ""
    reaction.state = State.WITHDRAWN
    reaction.save()


@transaction.atomic
def judge(
    *,
    reactions: QuerySet[Reaction],
    is_placed: bool,
    now: datetime,
) -> int:
    """A curator decides; who wrote it hears of it. Returns how many there were to decide about."""
    wanted = (State.WAITING, State.REFUSED)
    if not is_placed:
        wanted = (State.WAITING, State.SHOWN)
    chosen = list(
        reactions.filter(state__in=wanted)
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    for reaction in chosen:
        if is_placed:
            show(reaction, now)
        else:
            reaction.state = State.REFUSED
            reaction.save(update_fields=["state"])
        mail_judged(reaction)
    return len(chosen)


def go_on(
    reaction: Reaction,
    now: datetime,
    asked_for: Organisation | None = None,
) -> None:
    """On the site, or before a curator who hears of it; ``asked_for`` is for whom an answer was asked."""
    if reaction.kind == Kind.ANSWER and reaction.organisation is None:
        today = timezone.localdate(now)
        reaction.organisation = organisation_of(reaction.email, today, asked_for)
    if is_trusted(reaction):
        show(reaction, now)
        return
    reaction.state = State.WAITING
    reaction.save()
    tell_curators(
        row=reaction,
        line=line_of_reaction(reaction),
    )


def is_trusted(reaction: Reaction) -> bool:
    """Whether no curator has to look: of whom we placed and never refused, or an answer of who is known to answer."""
    if reaction.state == State.REFUSED or not reaction.email:
        return False
    others = Reaction.objects.of_address(reaction.email).exclude(pk=reaction.pk)
    if others.filter(state=State.REFUSED).exists():
        return False
    return speaks_for_somebody(reaction) or others.shown().exists()


def speaks_for_somebody(reaction: Reaction) -> bool:
    """Whether it is an answer of an organisation itself, or of who answers for the thing."""
    if reaction.kind != Kind.ANSWER:
        return False
    return (
        bool(reaction.organisation_id) or owner_of(reaction) == reaction.email.lower()
    )


def show(reaction: Reaction, now: datetime) -> None:
    """Put it on the site, and mail it on: the first time, and while its page is there."""
    reaction.state = State.SHOWN
    is_news = reaction.told_at is None and is_on_the_site(reaction)
    if is_news:
        reaction.told_at = now
    reaction.save()
    if is_news:
        mail_on(reaction, now)


def mail_on(reaction: Reaction, now: datetime) -> None:
    """A question to who knows, an answer to who asked."""
    if reaction.kind == Kind.ANSWER:
        mail_answer(reaction)
    if reaction.kind == Kind.QUESTION:
        for email, organisation in people_to_ask(reaction).items():
            person = AskedPerson.objects.create(
                question=reaction,
                email=email,
                organisation=organisation,
                asked_at=now,
            )
            mail_question(reaction, person)


def locked(reaction: Reaction) -> Reaction | None:
    """The reaction as it is now, kept from others; ``None`` where it is gone."""
    return Reaction.objects.select_for_update().filter(pk=reaction.pk).first()


def decline(*, person: AskedPerson, now: datetime) -> None:
    """Mail somebody no questions any more."""
    AskedPerson.objects.filter(email__iexact=person.email).update(declined_at=now)
