"""Reading reactions and writing one, without an account; every step after the first is behind a secret link."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from remembering.pages import remembered
from visitors.asked import asked_text
from visitors.limits import may_have_link_mailed

from .actions import write
from .choices import ReactionKind
from .forms import AnswerForm, ReactionForm
from .models import Reaction
from .subjects import FIELDS, is_on_the_site, subject_called

MOST_WRITTEN = 10  # per visitor and hour
MOST_LINKS = 5  # per address and day
PER_PAGE = 20
TOO_MANY = "Er zijn nu te veel reacties gestuurd. Probeer het later nog eens."


@remembered(parameters=("pagina",))
@require_safe
def reaction_list(request, kind, slug):
    """All reactions about one page; the address of one that was merged leads to the other."""
    subject = subject_or_404(kind, slug)
    if subject.slug != slug:
        return redirect("reactions:reaction_list", kind, subject.slug, permanent=True)
    reactions = Paginator(subject.reactions.for_page(), PER_PAGE)
    page = reactions.get_page(asked_text(request.GET, "pagina"))
    context = {
        "subject": subject,
        "kind": kind,
        "page": page,
        "reactions": page,
    }
    return render(request, "reactions/reaction_list.html", context)


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def reaction_create(request, kind, slug):
    """Take a question or an experience, and mail its writer a link.

    What is sent to the address of one that was merged meanwhile is about the other.
    """
    subject = subject_or_404(kind, slug)
    about = {FIELDS[kind]: subject}
    if request.method != "POST":
        asked_for = asked_text(request.GET, "soort") or ReactionKind.QUESTION
        return form_page(
            request,
            ReactionForm(initial={"kind": asked_for}),
            subject,
        )
    form = ReactionForm(
        request.POST,
        instance=Reaction(**about),
    )
    return answer_form(request, form, subject)


@csrf_exempt  # the same
@require_http_methods(["GET", "HEAD", "POST"])
def answer_create(request, pk):
    """Take an answer of who was not asked, and mail its writer a link."""
    question = get_object_or_404(
        Reaction.objects.shown(),
        pk=pk,
        kind=ReactionKind.QUESTION,
    )
    if not is_on_the_site(question):
        raise Http404
    if request.method != "POST":
        return form_page(request, AnswerForm(), question.about, question)
    form = AnswerForm(
        request.POST,
        instance=answer_to(question),
    )
    return answer_form(request, form, question.about, question)


def answer_to(question):
    """An answer without words yet."""
    about = {field: getattr(question, field) for field in FIELDS.values()}
    return Reaction(
        kind=ReactionKind.ANSWER,
        answer_to=question,
        **about,
    )


def answer_form(request, form, subject, question=None):
    """Keep what is right, and say what is not."""
    if not form.is_valid():
        return form_page(request, form, subject, question, status=422)
    email = form.cleaned_data["email"]
    if not may_write(request, email):
        form.add_error(None, TOO_MANY)
        return form_page(request, form, subject, question, status=429)
    if not form.is_from_robot:
        write(
            reaction=form.save(commit=False),
            now=timezone.now(),
        )
    return page(
        request,
        "reaction_mailed.html",
        email=email,
        subject=subject,
    )


def may_write(request, email):
    """Whether this visitor may write one more, and this address may be mailed one more link."""
    return may_have_link_mailed(
        request,
        email,
        asks="reactie",
        most_asked=MOST_WRITTEN,
        link="link bij een reactie",
        most_links=MOST_LINKS,
        now=timezone.now(),
    )


def subject_or_404(kind, slug):
    """What an address is about."""
    subject = subject_called(kind, slug)
    if subject is None:
        raise Http404
    return subject


def form_page(
    request,
    form,
    subject,
    question=None,
    status=200,
):
    """The form, with what is wrong with it."""
    context = {
        "form": form,
        "subject": subject,
        "question": question,
    }
    return page(
        request,
        "reaction_form.html",
        status=status,
        **context,
    )


def page(request, template, *, status=200, **context):
    """A page about a reaction; the form for the editors, which every page has, stays away."""
    context["hides_message_form"] = True
    return render(request, f"reactions/{template}", context, status=status)
