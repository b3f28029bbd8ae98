"""The layout of what somebody judges before the public sees it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from import_export.fields import Field

from .resources import ContentResource
from .rows import Texts

NO_PUBLISHING = "Publiceren doe je na het importeren, op de site."


class JudgedResource(ContentResource):
    """A layout with which nobody publishes: a spreadsheet of a curator brings in what waits.

    ``incoming`` is the publication state of what comes in without one, ``published`` that of what the public sees.
    """

    incoming = ""
    published = ""

    def prepare(self, *, is_upload: bool) -> None:
        """Begin without what was published before its row changes it."""
        super().prepare(is_upload=is_upload)
        self.states: dict[int, str] = {}

    def offered(self, field: Field) -> list[str]:
        """Without the word for what is published, which a spreadsheet cannot do."""
        words = super().offered(field)
        if field.attribute != "publication_state":
            return words
        others = []
        for word in words:
            if field.widget.clean(word) != self.published:
                others.append(word)
        return others

    def find(
        self,
        values: dict[str, Any],
        row: Texts,
        remarks: list[str],
    ) -> Model | None:
        """An empty cell says nothing about publication: what is there stays, and what is new waits."""
        instance = super().find(values, row, remarks)
        if instance is not None:
            self.states[instance.pk] = instance.publication_state
        if self.is_upload and values.get("publication_state") == "":
            values["publication_state"] = self.incoming
            if instance is not None:
                values["publication_state"] = instance.publication_state
        return instance

    def check(self, instance: Model, *, is_new: bool) -> None:
        """Refuse publishing."""
        before = None
        if not is_new:
            before = self.states.get(instance.pk)
        is_published = instance.publication_state == self.published
        if self.is_upload and is_published and before != self.published:
            raise ValidationError({"publication_state": NO_PUBLISHING})
