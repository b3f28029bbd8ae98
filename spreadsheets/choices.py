"""The words that the app chooses from."""

from django.db import models


class ImportState(models.TextChoices):
    """How far an import is."""

    READING = "lezen", "Wordt gelezen"
    MAPPING = "kolommen", "Wacht op jou: welke kolom is wat?"
    CHECKING = "controleren", "Wordt gecontroleerd"
    CHECKED = "gecontroleerd", "Wacht op jouw bevestiging"
    WRITING = "schrijven", "Wordt opgeslagen"
    DONE = "klaar", "Opgeslagen"
    UNDOING = "terugdraaien", "Wordt teruggedraaid"
    REFUSED = "geweigerd", "Geweigerd"
    STOPPED = "gestopt", "Gestopt"
    UNDONE = "teruggedraaid", "Teruggedraaid"


class RowOutcome(models.TextChoices):
    """What a row of a file does."""

    NEW = "nieuw", "Nieuw"
    CHANGED = "veranderd", "Veranderd"
    UNCHANGED = "gelijk", "Gelijk"
    SKIPPED = "overgeslagen", "Overgeslagen"
    REFUSED = "geweigerd", "Geweigerd"


class Meaning(models.TextChoices):
    """What a word is that nobody but its writer knows."""

    VALUE = "waarde", "Een ander woord voor"
    EMPTY = "leeg", "Laat leeg"
    SKIP = "overslaan", "Sla de rij over"


class FileKind(models.TextChoices):
    """What a file of an export is."""

    XLSX = "xlsx", "Excel (xlsx)"
    ODS = "ods", "LibreOffice (ods)"
    CSV = "csv", "Tekst met puntkomma’s (csv)"
