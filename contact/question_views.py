"""*Breng me in contact*: asking a question, and showing that the address under it is your own."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from visitors.limits import is_allowed, is_allowed_for
from visitors.private_pages import kept_private

from .forms import QuestionForm
from .questions import LinkRefusedError, ask, question_of, send_on
from .subjects import find_subject

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_QUESTIONS = 10  # per visitor and hour
MOST_LINKS = 5  # per address and day
MOST_SENT_ON = 20  # to one address, per day
TOO_MANY = "Er zijn nu te veel vragen gesteld. Probeer het later nog eens."


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def question_create(request, kind, slug):
    """Take a question and mail its asker a link."""
    subject = find_subject(kind, slug)
    if subject is None:
        raise Http404
    form = QuestionForm(request.POST or None)
    if request.method != "POST":
        return _page(request, "question_form.html", 200, form=form, subject=subject)
    if not form.is_valid():
        return _page(request, "question_form.html", 422, form=form, subject=subject)
    if not _may_ask(request, form.cleaned_data["email"]):
        form.add_error(None, TOO_MANY)
        return _page(request, "question_form.html", 429, form=form, subject=subject)
    if not form.is_from_robot:
        form.instance.kind, form.instance.slug = kind, slug
        ask(question=form.save(commit=False), subject=subject)
    return _page(request, "question_asked.html", 200, email=form.cleaned_data["email"], subject=subject)


def _may_ask(request, email):
    """Whether this visitor may ask one more, and this address may be mailed one more link."""
    now = timezone.now()
    return is_allowed(request, "vraag", at_most=MOST_QUESTIONS, per=HOUR, now=now) and is_allowed_for(
        email.lower(), "link bij een vraag", at_most=MOST_LINKS, per=DAY, now=now
    )


@kept_private("GET", "HEAD", "POST")
def question_confirm(request, token):
    """Show the question again; who presses the button sends it on."""
    try:
        question = question_of(token)
    except LinkRefusedError as error:
        return _page(request, "question_refused.html", 410, told=str(error))
    subject = find_subject(question.kind, question.slug)
    if subject is None:
        return _page(request, "question_refused.html", 410, told="De pagina waarover je vraag ging, is weg.")
    if request.method != "POST":
        return _page(request, "question_confirm.html", 200, question=question, subject=subject)
    now = timezone.now()
    if not is_allowed_for(subject.to, "vraag doorgestuurd", at_most=MOST_SENT_ON, per=DAY, now=now):
        return _page(request, "question_confirm.html", 429, question=question, subject=subject, told=TOO_MANY)
    send_on(question=question, now=now)
    return _page(request, "question_sent.html", 200, subject=subject)


def _page(request, template, status, **context):
    return render(request, f"contact/{template}", context | {"hides_message_form": True}, status=status)
