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
            self.fields[f"vraag_{question.pk}"] = _field(question)

    def clean(self):
        """Refuse a form with nothing in it."""
        if not self.errors and not any(self.cleaned_data.values()):
            raise forms.ValidationError(NOTHING)

    @property
    def asked(self):
        """(question, field) in the order of the page."""
        return [(question, self[f"vraag_{question.pk}"]) for question in self.questions]

    @property
    def answers(self):
        """{question: score or text} of what was filled in."""
        given = {question: self.cleaned_data[f"vraag_{question.pk}"] for question in self.questions}
        return {
            question: int(value) if question.kind == EvaluationQuestion.Kind.SCALE else value
            for question, value in given.items()
            if value
        }


def _field(question):
    if question.kind == EvaluationQuestion.Kind.SCALE:
        refused = {"invalid_choice": "Kies een cijfer van 1 tot en met 5."}
        return forms.ChoiceField(
            choices=SCORES, required=False, label=question.text, widget=forms.RadioSelect, error_messages=refused
        )
    return TextField(max_length=2000, required=False, label=question.text, widget=forms.Textarea(attrs={"rows": 4}))
