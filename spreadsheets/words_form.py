"""What words in a file mean, as a curator explains them."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from rapidfuzz import fuzz, process
from unfold.widgets import UnfoldAdminSelectWidget

from .models import ExplainedWord, ImportRun
from .resources import ContentResource
from .words import CountedWord, compared

MOST_ASKED = 40  # words at a time
MOST_ALIKE = 8
ALIKE = 45  # of 100
LONGEST_LIST = 400  # options that are all shown; of more only those that are alike
Meaning = ExplainedWord.Meaning
VALUE = "="  # how a choice begins that is a value of the site
# what is kept of it, and what is shown
Option = tuple[str, str]
Group = tuple[str, list[Option]]
NOT_YET = ("", "Nog niet uitgelegd: de rij wordt geweigerd")


class WordsForm(forms.Form):
    """Each word that a column does not know, the most frequent first, as field ``woord-3``."""

    def __init__(
        self,
        data: QueryDict | None,
        run: ImportRun,
        resource: ContentResource,
    ) -> None:
        self.run = run
        super().__init__(data)
        most_frequent = run.unknown_words[:MOST_ASKED]
        self.unknown_words = [CountedWord(*kept) for kept in most_frequent]
        asked_columns = {unknown.column for unknown in self.unknown_words}
        meanings = {}
        for field in resource.get_import_fields():
            if field.column_name in asked_columns:
                meanings[field.column_name] = field.widget.meanings()
        for number, unknown in enumerate(self.unknown_words):
            self.fields[f"woord-{number}"] = forms.ChoiceField(
                label=f"‘{unknown.word}’ in {unknown.column}",
                help_text=rows_in_words(unknown.count_of_rows),
                choices=choices_for(unknown.word, meanings[unknown.column]),
                required=False,
                widget=UnfoldAdminSelectWidget,
            )

    def save(self) -> None:
        """Remember the answers for who brought the file in."""
        for number, unknown in enumerate(self.unknown_words):
            name = f"woord-{number}"
            answer = self.cleaned_data[name]
            if not answer:
                continue
            meaning = meaning_of(answer, self.fields[name].choices)
            ExplainedWord.objects.update_or_create(
                user=self.run.user,
                model=self.run.model,
                column=unknown.column,
                compared=compared(unknown.word),
                defaults={"word": unknown.word, **meaning},
            )


def rows_in_words(count: int) -> str:
    """How many rows have a word."""
    if count == 1:
        return "1 rij"
    return f"{count} rijen"


def choices_for(
    word: str,
    meanings: list[Option],
) -> list[Option | Group]:
    """What a word may mean: nothing, a row to leave out, the values most like it, and all others if they are few."""
    choices: list[Option | Group] = [
        NOT_YET,
        (Meaning.EMPTY.value, Meaning.EMPTY.label),
        (Meaning.SKIP.value, Meaning.SKIP.label),
    ]
    alike = alike_first(word, meanings)
    if alike:
        choices.append(("Lijkt erop", alike))
    if len(meanings) <= LONGEST_LIST:
        others = []
        for key, name in meanings:
            choice = (VALUE + key, name)
            if choice not in alike:
                others.append(choice)
        choices.append(("Andere", others))
    return choices


def alike_first(
    word: str,
    meanings: list[Option],
) -> list[Option]:
    """The choices whose names are most like the word."""
    names = dict(meanings)
    matches = process.extract(
        word.lower(),
        names,
        scorer=fuzz.token_set_ratio,
        processor=str.lower,
        limit=MOST_ALIKE,
    )
    alike = []
    for name, likeness, key in matches:
        if likeness >= ALIKE:
            alike.append((VALUE + key, name))
    return alike


def meaning_of(
    answer: str,
    choices: Iterable[Option | Group],
) -> dict[str, str]:
    """The fields of an ``ExplainedWord`` for what was chosen."""
    if not answer.startswith(VALUE):
        return {"meaning": answer, "key": "", "shown": ""}
    shown = ""
    for _, group in choices:
        if isinstance(group, list | tuple):
            shown = dict(group).get(answer, shown)
    return {
        "meaning": Meaning.VALUE,
        "key": answer.removeprefix(VALUE),
        "shown": shown[:300],
    }
