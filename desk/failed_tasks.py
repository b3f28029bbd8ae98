"""Background work that failed, in words that a curator understands: what it was, why, and what helps."""

from dataclasses import dataclass

from curation.failures import failed_jobs

TASKS = {
    "backup.tasks.back_up": "De back-up van de nacht maken",
    "contact.tasks.mail_message": "Een bericht van een lezer naar de redactie mailen",
    "contact.tasks.mail_question": "Een vraag van een lezer doorsturen",
    "curation.tasks.check_chosen_links": "Gekozen webadressen nakijken",
    "curation.tasks.check_links": "’s Nachts webadressen nakijken",
    "curation.tasks.check_more_links": "’s Nachts de volgende webadressen nakijken",
    "curation.tasks.pick_up_lost_work": "Werk oppakken dat bleef liggen",
    "desk.tasks.compare_kind": "Zoeken naar dubbelen, omdat een curator het vroeg",
    "desk.tasks.look_for_doubles": "’s Nachts zoeken naar dubbelen",
    "desk.tasks.mail_what_waits": "Curatoren mailen wat er wacht",
    "events.tasks.mail_of_this_minute": "Mail over bijeenkomsten klaarzetten",
    "events.tasks.pass_on_places": "Vrije plaatsen aanbieden aan wie wacht",
    "events.tasks.remind_attendees": "Deelnemers aan een bijeenkomst herinneren",
    "events.tasks.tell_organisers_daily": "Organisatoren mailen wie zich aanmeldde",
    "following.tasks.note_what_is_new": "Opschrijven wat er nieuw is",
    "following.tasks.tell_followers": "Volgers mailen wat er nieuw is",
    "initiatives.tasks.ask_owners": "Bibliotheken vragen of hun voorbeelden nog kloppen",
    "initiatives.tasks.read_pasted_page": "De titel ophalen van een link die een lezer plakte",
    "initiatives.tasks.take_run_further": "Veel voorbeelden tegelijk publiceren of archiveren",
    "mail.outgoing.send_outgoing_mail": "Een mail versturen",
    "opportunities.tasks.ask_who_took_over": "Vragen of wie een voorbeeld overnam dat nog doet",
    "opportunities.tasks.take_in_text": "De tekst van een beleidsstuk lezen",
    "opportunities.tasks.take_yearly_snapshots": "Bewaren hoe de kansenkaart er dit jaar uitziet",
    "retention.tasks.forget_in_time": "Weggooien wat niet langer bewaard mag worden",
    "search.tasks.write_documents_regularly": "Klaarzetten voor het zoeken",
    "search.tasks.write_meanings_regularly": "Klaarzetten voor zoeken op betekenis",
    "search.tasks.write_remaining_documents": "Klaarzetten voor het zoeken",
    "search.tasks.write_remaining_meanings": "Klaarzetten voor zoeken op betekenis",
    "serving.tasks.forget_half_files": "Half geschreven bestanden opruimen",
    "spreadsheets.tasks.advance_import": "Een import controleren of uitvoeren",
    "spreadsheets.tasks.make_export": "Een export maken",
}
UNKNOWN_TASK = "Werk dat deze versie van de site niet kent"
TRY_AGAIN = "Probeer het opnieuw."
TELL_THE_KEEPER = "Probeer het opnieuw. Lukt het weer niet, laat dan de technische tekst zien aan wie de site beheert."
TRYING_DOES_NOT_HELP = "Opnieuw proberen helpt niet: haal het weg."
# beginning of the name of an error, as Python writes it: why in Dutch, and what helps
REASONS = {
    "SMTPRecipientsRefused": (
        "De mailserver kent het adres niet.",
        "Kijk of het e-mailadres klopt.",
    ),
    "SMTPAuthenticationError": (
        "De mailserver kent onze naam of ons wachtwoord niet.",
        "Wie de site beheert, kijkt de instellingen van de mail na. Probeer het daarna opnieuw.",
    ),
    "SMTP": ("De mailserver nam de mail niet aan.", TELL_THE_KEEPER),
    "MailMissingError": ("De mail staat niet meer klaar.", TRYING_DOES_NOT_HELP),
    "DoesNotExist": ("Waar dit over ging, is er niet meer.", TRYING_DOES_NOT_HELP),
    "TaskNotFound": (
        "Deze versie van de site kent dit werk niet.",
        TRYING_DOES_NOT_HELP,
    ),
    "OperationalError": (
        "De database was er even niet, of had het te druk.",
        TRY_AGAIN,
    ),
    "ConnectionRefusedError": (
        "De server waar dit heen moest, antwoordde niet.",
        TRY_AGAIN,
    ),
    "TimeoutError": (
        "De server waar dit heen moest, antwoordde niet op tijd.",
        TRY_AGAIN,
    ),
    "gaierror": ("De server waar dit heen moest, is niet te vinden.", TELL_THE_KEEPER),
    "PermissionError": (
        "De site mag op de schijf niet lezen of schrijven wat hiervoor nodig is.",
        TELL_THE_KEEPER,
    ),
    "MemoryError": ("Hiervoor had de site te weinig geheugen.", TELL_THE_KEEPER),
}
OUR_FAULT = ("Er ging iets mis in de site zelf.", TELL_THE_KEEPER)
NOT_KEPT = ("Waarom is niet bewaard.", TELL_THE_KEEPER)
FULL_DISK = (
    "De schijf is vol.",
    "Wie de site beheert, maakt ruimte. Probeer het daarna opnieuw.",
)


@dataclass(frozen=True)
class FailedTask:
    """One task; ``technical`` is for who keeps the site running."""

    number: int
    name: str
    attempts: int
    why: str
    helps: str
    technical: str


def failed_tasks_in_words():
    """The failed tasks, newest first."""
    tasks = []
    for job in failed_jobs():
        technical = ""
        if job.reason:
            technical = job.reason.reason
        why, helps = why_and_what_helps(technical)
        name = TASKS.get(job.task_name, UNKNOWN_TASK)
        tasks.append(FailedTask(job.pk, name, job.attempts, why, helps, technical))
    return tasks


def why_and_what_helps(technical):
    """Two Dutch sentences for the reason that was kept, which begins with the name of the error."""
    if not technical:
        return NOT_KEPT
    if "No space left on device" in technical:
        return FULL_DISK
    error, _, _ = technical.partition(":")
    for beginning, sentences in REASONS.items():
        if error.startswith(beginning):
            return sentences
    return OUR_FAULT
