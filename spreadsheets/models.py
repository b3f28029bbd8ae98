"""What was loaded from files, and what curators bring in and take out."""

from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import slugify

from .choices import FileKind, ImportState, Meaning, RowOutcome


class LoadedFile(models.Model):
    """A file of starter content that was loaded whole, so that an unchanged one is left alone.

    Loading it again would undo what a curator changed since.
    """

    name = models.CharField("bestand", max_length=120, unique=True)
    fingerprint = models.CharField("vingerafdruk", max_length=64)
    loaded_at = models.DateTimeField("geladen op", auto_now=True)

    class Meta:
        verbose_name = "geladen bestand"
        verbose_name_plural = "geladen bestanden"
        ordering = ["name"]

    def __str__(self):
        return self.name


class ImportRunQuerySet(models.QuerySet):
    """The words for choosing imports."""

    def visible_to(self, user):
        """Imports this user may look at: their own, and all for national curators."""
        if user.is_national_curator:
            return self
        return self.filter(user=user)

    def outdated(self, now):
        """Imports of which something is kept past its term."""
        return self.filter(created_at__lt=now - ImportRun.TERM).exclude(
            file="", file_name=""
        )


class ImportRun(models.Model):
    """One file that a curator brings in: read, checked, shown, and written only after confirmation."""

    TERM = (
        settings.IMPORTS_KEPT
    )  # after this time file, rows and names go; what was imported can still be undone

    State = ImportState

    BUSY = [State.READING, State.CHECKING, State.WRITING, State.UNDOING]
    STOPPABLE = [State.READING, State.CHECKING, State.WRITING]

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="wie",
        null=True,
        related_name="import_runs",
    )
    model = models.CharField("soort", max_length=100)  # like initiatives.initiative
    layout = models.CharField("indeling", max_length=40, blank=True)  # empty: our own
    file = models.FileField("bestand", upload_to="imports/")
    file_name = models.CharField("bestand", max_length=200)
    state = models.CharField(
        "stand", max_length=20, choices=State, default=State.READING
    )
    only_good = models.BooleanField("alleen de goede rijen", default=False)
    drop_unknown = models.BooleanField("onbekende verwijzingen weglaten", default=False)
    sheets = models.JSONField(
        default=list
    )  # names of the sheets in the file; one without a name in a csv file
    sheet = models.PositiveSmallIntegerField(
        default=0
    )  # which one is read, from 1; 0: still to propose
    header_line = models.PositiveIntegerField(
        null=True
    )  # 0: no header; nothing: still to propose
    beginning = models.JSONField(
        default=list
    )  # [line, cells] of the first rows, to choose the header from
    headers = models.JSONField(default=list)
    sample = models.JSONField(default=list)
    mapping = models.JSONField(
        default=dict
    )  # column of the file -> ours, or empty: not used
    constants = models.JSONField(
        default=dict
    )  # our column -> what to fill in where the file has nothing
    empty_words = models.JSONField(default=list)  # what counts as nothing, like N/A
    unknown_words = models.JSONField(
        default=list
    )  # [column, word, how many rows], the most frequent first
    notices = models.JSONField(default=list)  # sentences about the whole file
    problem = models.TextField("reden", blank=True)
    total = models.PositiveIntegerField("rijen", default=0)
    done = models.PositiveIntegerField("gedaan", default=0)
    counts = models.JSONField(default=dict)
    column_counts = models.JSONField(
        default=dict
    )  # our column -> [cells that change, cells of new rows]
    fingerprint = models.CharField(
        max_length=64, blank=True
    )  # of what the preview showed
    created_at = models.DateTimeField("begonnen op", auto_now_add=True)
    finished_at = models.DateTimeField("opgeslagen op", null=True, blank=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = "import"
        verbose_name_plural = "imports"
        ordering = ["-created_at"]

    def __str__(self):
        name = self.file_name or "Import"
        return f"{name} van {self.created_at:%d-%m-%Y}"

    def get_absolute_url(self):
        return reverse("admin:spreadsheets_importrun_change", args=[self.pk])

    @property
    def is_busy(self):
        """Whether the worker is at it, or will be."""
        return self.state in self.BUSY

    @property
    def where_read(self):
        """Which sheet is read and which line gives the names of the columns, in one sentence; empty before that."""
        if self.header_line is None or not self.sheets:
            return ""
        sheet = "het bestand"
        if self.sheet_name:
            sheet = f"blad ‘{self.sheet_name}’"
        if self.header_line:
            return f"We lezen {sheet}, met regel {self.header_line} als koppen."
        return f"We lezen {sheet} als een lijst zonder koppen."

    @property
    def sheet_name(self):
        """The name of the sheet that is read; empty where the file has none."""
        if 0 < self.sheet <= len(self.sheets):
            return self.sheets[self.sheet - 1]
        return ""

    @property
    def other_sheets(self):
        """The names of the sheets that are not read."""
        return [
            name for number, name in enumerate(self.sheets, 1) if number != self.sheet
        ]

    @property
    def percentage(self):
        """How far the work is, 0 to 100."""
        if not self.total:
            return 0
        return min(100, 100 * self.done // self.total)


class ImportRow(models.Model):
    """What an import does with one row of the file."""

    Outcome = RowOutcome

    run = models.ForeignKey(
        ImportRun, models.CASCADE, verbose_name="import", related_name="rows"
    )
    line = models.PositiveIntegerField("regel")
    outcome = models.CharField("uitkomst", max_length=12, choices=Outcome)
    label = models.CharField("wat", max_length=300)
    object_id = models.PositiveBigIntegerField(
        null=True
    )  # of what was written; nothing while it is only checked
    changes = models.JSONField(default=list)  # [column, old, new]
    problems = models.JSONField(default=list)  # [column, reason]
    remarks = models.JSONField(default=list)  # sentences, like a likely double
    cells = models.JSONField(default=list)  # of a refused row, as they came

    class Meta:
        verbose_name = "rij van een import"
        verbose_name_plural = "rijen van imports"
        ordering = ["run", "line"]
        indexes = [
            models.Index(fields=["run", "outcome", "line"], name="import_row_outcome")
        ]

    def __str__(self):
        return f"regel {self.line}: {self.label}"


class ExplainedWord(models.Model):
    """What a curator said that a word in the files for a list means: remembered for the next file."""

    Meaning = Meaning

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name="wie",
        related_name="explained_words",
    )
    model = models.CharField("soort", max_length=100)
    column = models.CharField("kolom", max_length=80)
    word = models.CharField("woord", max_length=200)
    compared = models.CharField(
        max_length=200
    )  # the word as it is compared: without capitals, accents and signs
    meaning = models.CharField("betekent", max_length=10, choices=Meaning)
    key = models.CharField(
        "waarde", max_length=200, blank=True
    )  # as an export writes it
    shown = models.CharField("waarde", max_length=300, blank=True)  # as people call it

    class Meta:
        verbose_name = "uitgelegd woord"
        verbose_name_plural = "uitgelegde woorden"
        ordering = ["column", "word"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "model", "column", "compared"],
                name="explained_word_unique",
                violation_error_message="Dit woord heb je al uitgelegd.",
            )
        ]

    def __str__(self):
        return f"{self.column}: {self.word}"

    @property
    def in_words(self):
        """What it means, for a person."""
        if self.meaning == Meaning.VALUE:
            return self.shown
        return self.get_meaning_display()


class ExportRunQuerySet(models.QuerySet):
    """The words for choosing exports."""

    def visible_to(self, user):
        """Exports are of who asked for them."""
        return self.filter(user=user)

    def outdated(self, now):
        """Exports past their term."""
        return self.filter(created_at__lt=now - ExportRun.TERM)


class ExportRun(models.Model):
    """A spreadsheet that a curator asked for; made in the background, kept for a week, also when the account goes."""

    TERM = settings.EXPORTS_KEPT

    Kind = FileKind

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="wie",
        null=True,
        related_name="export_runs",
    )
    model = models.CharField("soort", max_length=100)
    kind = models.CharField(
        "bestandssoort", max_length=4, choices=Kind, blank=True
    )  # empty: still to choose
    keys = models.JSONField(default=list)  # numbers of the chosen rows, in order
    file = models.FileField("bestand", upload_to="exports/", blank=True)
    problem = models.TextField("reden", blank=True)
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)

    objects = ExportRunQuerySet.as_manager()

    class Meta:
        verbose_name = "export"
        verbose_name_plural = "exports"
        ordering = ["-created_at"]

    def __str__(self):
        model = apps.get_model(self.model)
        name = slugify(model._meta.verbose_name_plural)
        name = f"{name}-{self.created_at:%Y-%m-%d}"
        if self.kind:
            return f"{name}.{self.kind}"
        return name
