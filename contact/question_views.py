"""*Breng me in contact*: asking a question, and showing that the address under it is your own."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from visitors.limits import DAY, is_allowed_for, may_have_link_mailed
from visitors.private_pages import kept_private
from visitors.signed_links import LinkRefusedError

from .forms import QuestionForm
from .questions import ask, question_of, send_on
from .subjects import find_subject

MOST_QUESTIONS = 10  # per visitor and hour
MOST_LINKS = 5  # per address and day
MOST_SENT_ON = 20  # to one address, per day
PAGE_GONE = "De pagina waarover je vraag ging, is weg."
TOO_MANY = "Er zijn nu te veel vragen gesteld. Probeer het later nog eens."


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def question_create(request, kind, slug):
    """Take a question and mail its asker a link."""
    subject = find_subject(kind, slug)
    if subject is None:
        raise Http404
    form = QuestionForm(request.POST or None)
    context = {"form": form, "subject": subject}
    if request.method != "POST":
        return page(request, "question_form.html", **context)
    if not form.is_valid():
        return page(request, "question_form.html", status=422, **context)
    email = form.cleaned_data["email"]
    if not may_ask(request, email):
        form.add_error(None, TOO_MANY)
        return page(request, "question_form.html", status=429, **context)
    if not form.is_from_robot:
        form.instance.kind = kind
        form.instance.slug = slug
        ask(question=form.save(commit=False), subject=subject)
    return page(
        request,
        "question_asked.html",
        email=email,
        subject=subject,
    )


def may_ask(request, email):
    """Whether this visitor may ask one more, and this address may be mailed one more link."""
    return may_have_link_mailed(
        request,
        email,
        asks="vraag",
        most_asked=MOST_QUESTIONS,
        link="link bij een vraag",
        most_links=MOST_LINKS,
        now=timezone.now(),
    )


@kept_private("GET", "HEAD", "POST")
def question_confirm(request, token):
    """Show the question again; who presses the button sends it on."""
    try:
        question = question_of(token)
    except LinkRefusedError as error:
        return page(request, "question_refused.html", status=410, reason=str(error))
    subject = find_subject(question.kind, question.slug)
    if subject is None:
        return page(request, "question_refused.html", status=410, reason=PAGE_GONE)
    context = {"question": question, "subject": subject}
    if request.method != "POST":
        return page(request, "question_confirm.html", **context)
    now = timezone.now()
    if not is_allowed_for(
        subject.to, "vraag doorgestuurd", at_most=MOST_SENT_ON, per=DAY, now=now
    ):
        return page(
            request, "question_confirm.html", status=429, reason=TOO_MANY, **context
        )
    send_on(question=question, now=now)
    return page(request, "question_sent.html", subject=subject)


def page(request, template, *, status=200, **context):
    """A page about a question; the form for the editors, which every page has, stays away."""
    context["hides_message_form"] = True
    return render(request, f"contact/{template}", context, status=status)
