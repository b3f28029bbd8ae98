"""The questions of an organiser, as a form."""

from django import forms

from .actions.evaluating import NOTHING
from .models import EvaluationQuestion
from .registration_fields import TextField

SCORES = [(str(score), str(score)) for score in range(1, 6)]


class EvaluationForm(forms.Form):
    """One field for each question, in order; none has to be filled in, but at least one."""

    def __init__(self, *args, questions, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[f"vraag_{question.pk}"] = field_of(question)

    def clean(self):
        """Refuse a form with nothing in it."""
        if not self.errors and not any(self.cleaned_data.values()):
            raise forms.ValidationError(NOTHING)

    @property
    def question_fields(self):
        """(question, field) in the order of the page."""
        return [(question, self[f"vraag_{question.pk}"]) for question in self.questions]

    @property
    def answers(self):
        """{question: score or text} of what was filled in."""
        answers = {}
        for question in self.questions:
            value = self.cleaned_data[f"vraag_{question.pk}"]
            if value and question.kind == EvaluationQuestion.Kind.SCALE:
                answers[question] = int(value)
            elif value:
                answers[question] = value
        return answers


def field_of(question):
    """A score to choose, or room for words."""
    if question.kind == EvaluationQuestion.Kind.SCALE:
        return forms.ChoiceField(
            choices=SCORES,
            required=False,
            label=question.text,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": "Kies een cijfer van 1 tot en met 5."},
        )
    return TextField(
        max_length=2000,
        required=False,
        label=question.text,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
