"""What is kept of who comes to a meeting, who speaks there, and who looked at who comes."""

from datetime import timedelta

from django.utils import timezone

from history.forgetting import forget_versions_of_deleted
from retention.schedule import Basis, Own, holds_nothing_personal, keep

from .actions import forgetting
from .models import (
    Appearance,
    Booking,
    DataAccess,
    EvaluationAnswer,
    EvaluationQuestion,
    Event,
    EventDay,
    EventPhoto,
    EventRole,
    EventSeries,
    Mailing,
    PersonalNeeds,
    PriceTier,
    Registration,
    RegistrationStep,
    SentEntry,
    Session,
    SessionChoice,
    Speaker,
    ToldFacts,
)

ACCESS_KEPT = timedelta(days=365)


def forget_attendees(*, now):
    """Taken out at night, when the term of the meeting is over; the counts stay."""
    forgetting.forget_attendees(today=timezone.localdate(now))


def forget_needs(*, now):
    """Deleted in the night after the meeting."""
    forgetting.forget_needs(today=timezone.localdate(now))


def forget_access(*, now):
    """Deleted at night, after its year."""
    DataAccess.objects.filter(opened_at__lt=now - ACCESS_KEPT).delete()


def forget_deleted_meetings(*, now):
    """Deleted by a curator, and at night for good 90 days later."""
    forget_versions_of_deleted(Event, now=now)


def forget_deleted(*, now):
    """Deleted by a curator, and at night for good 90 days later, with the file."""
    forget_versions_of_deleted(Speaker, EventPhoto, now=now)


keep(
    "Wie zich inschrijft voor een bijeenkomst: naam, organisatie en haar provincie, functie, e-mailadres, gekozen "
    "deelsessies, wat er in de agenda stond die je van ons kreeg, of en wanneer je binnenkwam, wat er te betalen is "
    "met de gegevens voor de factuur, en wat wie organiseert erbij schreef",
    why="Om plekken te verdelen, je mail te sturen, een lijst en badges te maken, te weten wie er is en een factuur te "
    "sturen; op de deelnemerslijst alleen als je daarvoor kiest",
    basis=Basis.REQUEST,
    how_long="Tot 90 dagen na de bijeenkomst, of een andere termijn die op het formulier staat; de aantallen blijven",
    tables=(Booking, Registration, RegistrationStep, SentEntry, SessionChoice),
    own=(
        Own(
            Booking,
            "email",
            (
                "event",
                "email",
                "invoice_name",
                "invoice_address",
                "invoice_email",
                "invoice_reference",
            ),
        ),
        Own(
            Registration,
            "email",
            (
                "event",
                "name",
                "organisation_name",
                "job_title",
                "place",
                "note",
                "registered_at",
            ),
        ),
        Own(SessionChoice, "registration__email", ("session", "place")),
        Own(SentEntry, "registration__email", ("text",)),
    ),
    forget=forget_attendees,
)
keep(
    "Wensen voor eten en toegankelijkheid bij een bijeenkomst",
    why="Om er rekening mee te houden; alleen wie organiseert ziet ze",
    basis=Basis.CONSENT,
    how_long="Tot de dag na de bijeenkomst",
    tables=(PersonalNeeds,),
    own=(Own(PersonalNeeds, "registration__email", ("diet", "access")),),
    forget=forget_needs,
)
keep(
    "Welke curator gegevens van deelnemers opende, van welke bijeenkomst en wanneer",
    why="Om te kunnen nagaan wie je gegevens zag",
    basis=Basis.INTEREST,
    how_long="Een jaar",
    tables=(DataAccess,),
    own=(Own(DataAccess, "user", ("event", "kind", "opened_at")),),
    forget=forget_access,
)
keep(
    "Antwoorden op de evaluatie van een bijeenkomst, zonder wie ze gaf, en mailings aan deelnemers",
    why="Om de volgende keer beter te maken",
    basis=Basis.INTEREST,
    how_long="Zolang de bijeenkomst op de site staat",
    tables=(EvaluationAnswer, Mailing),
    goes="Goes with the meeting.",
)
keep(
    "Namen van sprekers op bijeenkomsten en van wie daar foto’s maakte",
    why="Om te laten zien wie iets zei of maakte, in welke functie en wanneer",
    basis=Basis.INTEREST,
    how_long="Zolang de spreker of foto op de site staat, en 90 dagen daarna",
    tables=(Speaker, EventPhoto),
    forget=forget_deleted,
)
keep(
    "Het e-mailadres voor vragen over een bijeenkomst, zoals wie organiseert dat invult",
    why="Om het te laten zien aan wie een vraag heeft, en de aanmeldingen erheen te mailen",
    basis=Basis.INTEREST,
    how_long="Zolang de bijeenkomst op de site staat, en 90 dagen daarna",
    tables=(Event,),
    forget=forget_deleted_meetings,
)
holds_nothing_personal(
    EventSeries,
    EventDay,
    EventRole,
    PriceTier,
    Session,
    Appearance,
    EvaluationQuestion,
    ToldFacts,
)
