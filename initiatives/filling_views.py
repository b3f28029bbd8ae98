"""*Vul aan*: a form for exactly the field that is empty; what is filled in waits for a curator."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from curation.texts import posted_text
from partners.models import Organisation
from visitors.limits import is_allowed

from .fillings import INTRO, THANKS, filling_called
from .member_forms import InitiativeForm
from .members import propose, propose_filling
from .models import Initiative, Theme

MOST_PROPOSALS = 20  # per visitor and hour
MOST_FILES = 5  # the same, with a file
TOO_MANY = "Je hebt nu veel aangevuld. Probeer het over een uur nog eens."
FILE_AGAIN = "We hebben je bestand niet bewaard. Kies het opnieuw als je verbetert wat hieronder staat."
NOTHING_CHANGED = "Je hebt niets veranderd. Vul in wat je weet."
WRONG = "klopt-niet"
INITIATIVE_FIELDS = {
    "doelgroep": ("Voor wie is het?", ["target_groups"]),
    "plaats": ("Waar is het?", ["places", "is_national", "place_note"]),
    "vorm": ("Wat voor vorm heeft het?", ["format"]),
    "periode": ("Wanneer was het?", ["start_year", "end_year", "period_note"]),
    "kosten": ("Wat kost het?", ["cost_band", "cost_note"]),
    "aanpak": ("Hoe werkt het?", ["approach"]),
    "resultaten": ("Wat leverde het op?", ["results"]),
    "lessen": ("Wat leerden ze ervan?", ["lessons"]),
    WRONG: ("Wat klopt er niet?", InitiativeForm.Meta.fields),
}
INTRO_OF_WRONG = "Verander wat niet klopt, en laat de rest staan. De redactie kijkt het na voordat iemand het ziet."


@csrf_exempt  # nobody is logged in here; a token would put a cookie with every reader
@require_http_methods(["GET", "HEAD", "POST"])
def fill_initiative(request, slug, field):
    """Fill in one field of a published entry, or one of the other things about it."""
    initiative = get_object_or_404(Initiative.objects.published(), slug=slug)
    if field not in INITIATIVE_FIELDS:
        return fill(request, field, "initiative", initiative)
    title, names = INITIATIVE_FIELDS[field]
    form = InitiativeForm(posted_or_none(request), instance=initiative)
    form.keep_only(names)
    page = words_around(
        form,
        title=title,
        subject=str(initiative),
        page=initiative.get_absolute_url(),
    )
    if field == WRONG:
        page.update(intro=INTRO_OF_WRONG, sections=form.sections)

    def send():
        explanation = explanation_of(request)
        return propose(
            form=form, explanation=explanation, user=None, now=timezone.now()
        )

    return answer_to_form(request, page, send)


@csrf_exempt  # as above
@require_http_methods(["GET", "HEAD", "POST"])
def fill_organisation(request, slug, field, theme_slug=None):
    """Fill in one thing about a library, a partner or a municipality, for one theme where it is about that."""
    organisation = get_object_or_404(
        Organisation.objects.published(),
        slug=slug,
    )
    filling = filling_called(field)
    if (
        filling is None
        or organisation.kind not in filling.kinds
        or filling.has_theme != bool(theme_slug)
    ):
        raise Http404
    theme = None
    subject = str(organisation)
    if theme_slug:
        theme = get_object_or_404(Theme, slug=theme_slug)
        subject = f"{organisation}: {theme}"
    form = filling(
        posted_or_none(request),
        request.FILES or None,
        organisation=organisation,
        theme=theme,
    )
    return answer_to_filling(
        request,
        form,
        subject,
        page_of(organisation, theme),
    )


@csrf_exempt  # as above
@require_http_methods(["GET", "HEAD", "POST"])
def fill_theme(request, slug, field):
    """Fill in one thing about a theme, wherever it is."""
    theme = get_object_or_404(Theme, slug=slug)
    return fill(request, field, "theme", theme)


def fill(request, field, about, subject):
    """Fill in one thing about a subject with a page of its own; ``about`` is what the fillings call its kind."""
    filling = filling_called(field)
    if filling is None or filling.about != about:
        raise Http404
    form = filling(posted_or_none(request), **{about: subject})
    return answer_to_filling(
        request,
        form,
        str(subject),
        subject.get_absolute_url(),
    )


def answer_to_filling(request, form, subject, page_url):
    """Show the form of a filling, or what came of it; ``subject`` is what it is about, with its page."""
    form.begin_with(request.GET)
    page = words_around(
        form,
        title=form.title,
        subject=subject,
        page=page_url,
        intro=form.intro,
        thanks=form.thanks,
    )

    def send():
        return propose_filling(
            form=form,
            explanation=explanation_of(request),
            now=timezone.now(),
        )

    return answer_to_form(request, page, send)


def words_around(
    form,
    *,
    title,
    subject,
    page,
    intro=INTRO,
    thanks=THANKS,
):
    """What the page of a form says: what it is about, with the address of that, before the form and after sending."""
    return {
        "form": form,
        "title": title,
        "subject": subject,
        "page": page,
        "intro": intro,
        "thanks": thanks,
    }


def answer_to_form(request, page, send):
    """Show the form, or what came of it; ``send`` keeps the proposal and gives ``None`` where nothing changed."""
    form = page["form"]
    if request.method != "POST":
        return filling_page(request, "filling_form.html", page)
    if not form.is_valid():
        problem = FILE_AGAIN if request.FILES else ""
        return form_again(request, page, problem, status=422)
    if not may_fill_in(request):
        return form_again(request, page, TOO_MANY, status=429)
    is_robot = bool(request.POST.get("leeg"))
    if not is_robot and send() is None:
        return form_again(request, page, NOTHING_CHANGED, status=422)
    return filling_page(request, "filling_sent.html", page)


def form_again(request, page, problem, status):
    """The form as it was sent, under what is wrong with all of it."""
    context = page | {"problem": problem}
    return filling_page(request, "filling_form.html", context, status)


def may_fill_in(request):
    """Whether this visitor may send one more proposal, and one more file where there is one."""
    now = timezone.now()
    hour = timedelta(hours=1)
    if not is_allowed(
        request,
        "aanvulling",
        at_most=MOST_PROPOSALS,
        per=hour,
        now=now,
    ):
        return False
    if not request.FILES:
        return True
    return is_allowed(
        request,
        "bestand bij aanvulling",
        at_most=MOST_FILES,
        per=hour,
        now=now,
    )


def filling_page(request, template, context, status=200):
    """A page without the form for messages, that keeps what was explained."""
    around = {"hides_message_form": True, "explanation": explanation_of(request)}
    return render(request, f"initiatives/{template}", context | around, status=status)


def page_of(organisation, theme):
    """Where somebody came from: the page of an organisation, or of one theme of a municipality."""
    if theme:
        return reverse(
            "opportunities:evidence_detail",
            args=[organisation.slug, theme.slug],
        )
    return organisation.get_absolute_url()


def posted_or_none(request):
    """What was posted; nothing where the form is only opened."""
    if request.method == "POST":
        return request.POST
    return None


def explanation_of(request):
    """What somebody wrote beside the form."""
    return posted_text(request, "explanation", at_most=1000)
