"""An import, and what it does with each row."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse

from accounts.models import User
from spreadsheets.choices import ImportState, RowOutcome


class ImportRunQuerySet(models.QuerySet):
    """The words for choosing imports."""

    def visible_to(self, user: User) -> models.QuerySet:
        """Imports this user may look at: their own, and all for national curators."""
        if user.is_national_curator:
            return self
        return self.filter(user=user)

    def outdated(self, now: datetime) -> models.QuerySet:
        """Imports of which something is kept past its term."""
        return self.filter(created_at__lt=now - ImportRun.TERM).exclude(
            file="",
            file_name="",
        )


class ImportRun(models.Model):
    """One file that a curator brings in: read, checked, shown, and written only after confirmation."""

    # after this time file, rows and names go; what was imported can still be undone
    TERM = settings.IMPORTS_KEPT

    State: Any = ImportState  # mypy would take what is in it for pairs of texts

    BUSY = [
        State.READING,
        State.CHECKING,
        State.WRITING,
        State.UNDOING,
    ]
    STOPPABLE = [
        State.READING,
        State.CHECKING,
        State.WRITING,
    ]

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
        "stand",
        max_length=20,
        choices=State,
        default=State.READING,
    )
    only_good = models.BooleanField("alleen de goede rijen", default=False)
    drop_unknown = models.BooleanField("onbekende verwijzingen weglaten", default=False)
    # names of the sheets in the file; one without a name in a csv file
    sheets = models.JSONField(default=list)
    # which one is read, from 1; 0: still to propose
    sheet = models.PositiveSmallIntegerField(default=0)
    # 0: no header; nothing: still to propose
    header_line = models.PositiveIntegerField(null=True)
    # [line, cells] of the first rows, to choose the header from
    beginning = models.JSONField(default=list)
    headers = models.JSONField(default=list)
    sample = models.JSONField(default=list)
    # column of the file -> ours, or empty: not used
    mapping = models.JSONField(default=dict)
    # our column -> what to fill in where the file has nothing
    constants = models.JSONField(default=dict)
    empty_words = models.JSONField(default=list)  # what counts as nothing, like N/A
    # [column, word, how many rows], the most frequent first
    unknown_words = models.JSONField(default=list)
    notices = models.JSONField(default=list)  # sentences about the whole file
    problem = models.TextField("reden", blank=True)
    total = models.PositiveIntegerField("rijen", default=0)
    done = models.PositiveIntegerField("gedaan", default=0)
    counts = models.JSONField(default=dict)
    # our column -> [cells that change, cells of new rows]
    column_counts = models.JSONField(default=dict)
    # of what the preview showed
    fingerprint = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField("begonnen op", auto_now_add=True)
    finished_at = models.DateTimeField(
        "opgeslagen op",
        null=True,
        blank=True,
    )

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = "import"
        verbose_name_plural = "imports"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        name = self.file_name or "Import"
        return f"{name} van {self.created_at:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        return reverse("admin:spreadsheets_importrun_change", args=[self.pk])

    @property
    def is_busy(self) -> bool:
        """Whether the worker is at it, or will be."""
        return self.state in self.BUSY

    @property
    def where_read(self) -> str:
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
    def sheet_name(self) -> str:
        """The name of the sheet that is read; empty where the file has none."""
        if 0 < self.sheet <= len(self.sheets):
            return self.sheets[self.sheet - 1]
        return ""

    @property
    def other_sheets(self) -> list[str]:
        """The names of the sheets that are not read."""
        return [
            name for number, name in enumerate(self.sheets, 1) if number != self.sheet
        ]

    @property
    def percentage(self) -> int:
        """How far the work is, 0 to 100."""
        if not self.total:
            return 0
        return min(100, 100 * self.done // self.total)


class ImportRow(models.Model):
    """What an import does with one row of the file."""

    Outcome: Any = RowOutcome  # the same

    run = models.ForeignKey(
        ImportRun,
        models.CASCADE,
        verbose_name="import",
        related_name="rows",
    )
    line = models.PositiveIntegerField("regel")
    outcome = models.CharField(
        "uitkomst",
        max_length=12,
        choices=Outcome,
    )
    label = models.CharField("wat", max_length=300)
    # of what was written; nothing while it is only checked
    object_id = models.PositiveBigIntegerField(null=True)
    changes = models.JSONField(default=list)  # [column, old, new]
    problems = models.JSONField(default=list)  # [column, reason]
    remarks = models.JSONField(default=list)  # sentences, like a likely double
    cells = models.JSONField(default=list)  # of a refused row, as they came

    class Meta:
        verbose_name = "rij van een import"
        verbose_name_plural = "rijen van imports"
        ordering = ["run", "line"]
        indexes = [
            models.Index(
                fields=["run", "outcome", "line"],
                name="import_row_outcome",
            )
        ]

    def __str__(self) -> str:
        return f"regel {self.line}: {self.label}"
