"""What a reader fills in about policy and supply in the kansenkaart of a page: in its address, and kept nowhere."""

from dataclasses import replace
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict

from initiatives.models import Theme
from partners.models import Municipality
from visitors.asked import readable

from .matrix import Matrix
from .matrix_rows import Row, decided_row
from .notes.knowledge import PREFIX, KnowledgeForm, ways_to_share

FILLED_ROW = "vul"  # the theme of which the form is open


class OwnKnowledge:
    """The forms of the themes of which an address says something, and the kansenkaart with that in it."""

    def __init__(
        self,
        query: QueryDict,
        matrix: Matrix,
        municipality: Municipality,
    ) -> None:
        self.municipality = municipality
        self._matrix = matrix
        self._data = QueryDict(mutable=True)
        for name, value in query.items():
            if name.startswith(f"{PREFIX}-"):
                self._data[name] = readable(value)
        self._open_theme = readable(query.get(FILLED_ROW, ""))

    @cached_property
    def forms(self) -> dict[int, KnowledgeForm]:
        """{theme id: form} of what somebody filled in."""
        forms: dict[int, KnowledgeForm] = {}
        if not self._data:
            return forms
        for row in self._matrix.single_rows:
            form = KnowledgeForm(self._data, row)
            if form.is_filled_in:
                forms[row.theme.pk] = form
        return forms

    @cached_property
    def open_form(self) -> KnowledgeForm | None:
        """The form that the reader is filling in."""
        for row in self._matrix.single_rows:
            if row.theme.slug == self._open_theme:
                filled_in = self.forms.get(row.theme.pk)
                return filled_in or KnowledgeForm(self._data or None, row)
        return None

    @cached_property
    def matrix(self) -> Matrix:
        """The kansenkaart as this reader knows it."""
        if not self.forms:
            return self._matrix
        rows = []
        for row in self._matrix.rows:
            own = self.with_knowledge(row.undecided)
            parts = [self.with_knowledge(part) for part in row.parts]
            rows.append(decided_row(own, parts))
        return replace(self._matrix, rows=rows)

    def with_knowledge(self, row: Row) -> Row:
        """A row with the levels that were filled in."""
        form = self.forms.get(row.theme.pk)
        if form is None:
            return row
        policy, supply = form.levels
        return replace(
            row,
            policy=policy or row.policy,
            supply=supply or row.supply,
        )

    @property
    def themes(self) -> list[Theme]:
        """The themes of which something was filled in."""
        return [form.row.theme for form in self.forms.values()]

    @property
    def typed(self) -> list[tuple[str, str]]:
        """(name, value) of all that was filled in."""
        pairs = []
        for form in self.forms.values():
            for field in form:
                value = field.value()
                if value:
                    pairs.append((field.html_name, value))
        return pairs

    @property
    def typed_elsewhere(self) -> list[tuple[str, str]]:
        """The same of the themes whose form is not open."""
        if self.open_form is None:
            return self.typed
        start = f"{self.open_form.prefix}-"
        elsewhere = []
        for name, value in self.typed:
            if not name.startswith(start):
                elsewhere.append((name, value))
        return elsewhere

    @property
    def query(self) -> str:
        """What was filled in, as the end of a query string."""
        if not self.typed:
            return ""
        return f"&{urlencode(self.typed)}"

    @property
    def ways_to_share(self) -> list[tuple[Theme, str, str]]:
        """(theme, kind, address) of what can be sent to the editors: what says on what it rests."""
        choices = {"gemeente": self.municipality.slug}
        themes = []
        for form in self.forms.values():
            if form.is_valid():
                themes.append(form.row.theme)
                choices |= form.choices
        return ways_to_share(choices, themes)
