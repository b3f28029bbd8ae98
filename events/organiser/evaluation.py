"""What attendees thought of it; nothing here says who, but an answer in words may name somebody."""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count
from django.views.decorators.http import require_safe

from events import lists
from events.models import DataAccess, EvaluationAnswer, EvaluationQuestion

from .access import page_of, shows_attendees
from .attendees import sheet_answer
from .figures import bars_of

SCORES = range(1, 6)


@dataclass(frozen=True)
class Result:
    """The answers to one question: counts per score, or texts in no order."""

    question: EvaluationQuestion
    bars: list
    texts: list

    @property
    def count(self):
        """How many answered."""
        return sum(bar.count for bar in self.bars) + len(self.texts)

    @property
    def mean(self):
        """The average score; ``None`` without scores."""
        total = sum(int(bar.label) * bar.count for bar in self.bars)
        if not self.bars or not self.count:
            return None
        return total / self.count


def results_of(event):
    """The results of every question, in their order; in 3 queries."""
    counts = defaultdict(Counter)
    texts = defaultdict(list)
    answers = EvaluationAnswer.objects.filter(question__event=event).order_by()
    scores = answers.exclude(score=None).values_list("question", "score")
    for question, score, count in scores.annotate(count=Count("pk")):
        counts[question][score] = count
    for question, text in answers.exclude(text="").values_list("question", "text"):
        texts[question].append(text)
    results = []
    for question in event.questions.all():
        bars = []
        if question.kind == EvaluationQuestion.Kind.SCALE:
            bars = bars_of({str(score): counts[question.pk][score] for score in SCORES})
        # the order of coming in would tell something
        random.shuffle(texts[question.pk])
        results.append(Result(question, bars, texts[question.pk]))
    return results


@shows_attendees(DataAccess.Kind.EVALUATION)
@require_safe
def evaluation(request, event):
    """Every question with its answers."""
    filled_in = event.registrations.filter(has_evaluated=True).count()
    present = event.registrations.filter(checked_in_at__isnull=False).count()
    return page_of(
        request,
        event,
        "evaluation",
        "Evaluatie",
        results=results_of(event),
        filled_in=filled_in,
        present=present,
    )


@shows_attendees(DataAccess.Kind.EVALUATION_FILE)
@require_safe
def evaluation_file(request, event):
    """The same as a file."""
    rows = lists.evaluation_rows(results_of(event))
    return sheet_answer(request, event, "evaluatie", lists.EVALUATION_COLUMNS, rows)
