"""What waits for a curator, as counts that are links."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from curation.failures import failed_jobs
from curation.models import CheckedLink, SavedView
from initiatives.choices import PublicationState
from initiatives.completeness import HALF, with_completeness
from initiatives.freshness import AHEAD
from initiatives.models import ChangeProposal, Initiative, LikelyDouble
from mail.models import OutgoingMail
from opportunities.models import Service
from partners.models import Library, Municipality, Partner, Succession
from search.models import SearchedWord

INITIATIVES = "admin:initiatives_initiative_changelist"


@dataclass(frozen=True)
class ToDo:
    """Something to do: how much, in words, and where."""

    count: int
    label: str
    explanation: str
    link: str


def add_to_dos(request, context):
    """Fill the start page of the curators: what waits where this user may change it."""
    today = timezone.localdate()
    mine = Initiative.objects.editable_by(request.user)
    views = SavedView.objects.filter(user=request.user)
    return context | {
        "to_dos": [
            *_review(mine, request.user),
            *_services(request.user),
            *_quality(mine, today),
            *_technical(request.user),
        ],
        "saved_views": [{"name": view.name, "link": _list_link(view)} for view in views],
        "totals": [
            ("Gepubliceerde voorbeelden", Initiative.objects.published().count()),
            ("Bibliotheken", Library.objects.published().count()),
            ("Partners", Partner.objects.published().count()),
            ("Gemeenten van nu", Municipality.objects.current(today).count()),
        ],
    }


def _review(mine, user):
    submitted = mine.filter(publication_state=PublicationState.SUBMITTED).count()
    proposals = ChangeProposal.objects.undecided().editable_by(user).count()
    return [
        ToDo(
            submitted,
            "ingezonden",
            "Voorbeelden die op een oordeel wachten.",
            _filtered("publication_state__exact=ingezonden"),
        ),
        ToDo(
            proposals,
            "wijzigingsvoorstellen",
            "Bibliotheken en lezers willen iets aanpassen of aanvullen.",
            reverse("admin:initiatives_changeproposal_changelist") + "?state__exact=open&van=mij",
        ),
    ]


def _services(user):
    waiting = Service.objects.editable_by(user).to_judge().count()
    link = reverse("admin:opportunities_service_changelist") + "?publication_state__exact=ingezonden&van=mij"
    return [ToDo(waiting, "bestaand aanbod", "Bibliotheken vertelden wat er al is; publiceer het als het klopt.", link)]


def _quality(mine, today):
    due = mine.to_confirm(today + AHEAD).count()
    half = with_completeness(mine.published()).filter(completeness__lt=HALF).count()
    pairs = LikelyDouble.objects.to_decide(mine).count()
    pairs_link = reverse("curator:doubles") + "?van=mij"
    return [
        ToDo(due, "te bevestigen", "Deze maand moet iemand zeggen of het nog klopt.", _filtered("versheid=deze-maand")),
        ToDo(
            half, "half ingevuld", "Gepubliceerd, maar voor minder dan de helft compleet.", _filtered("compleet=half")
        ),
        ToDo(pairs, "mogelijke dubbelen", "Twee voorbeelden die op elkaar lijken.", pairs_link),
    ]


def _technical(user):
    broken = CheckedLink.objects.broken().count()
    links = reverse("admin:curation_checkedlink_changelist") + "?stand=kapot"
    words = SearchedWord.objects.to_answer().count()
    words_link = reverse("admin:search_searchedword_changelist") + "?stand=te-doen"
    shown = [
        ToDo(broken, "kapotte links", "Webadressen die nergens meer heen leiden.", links),
        ToDo(words, "zoekwoorden zonder antwoord", "Lezers zochten hierop en vonden of openden niets.", words_link),
    ]
    if user.is_national_curator:
        announced = Succession.objects.filter(is_announced=True).count()
        announced_link = reverse("admin:partners_succession_changelist") + "?is_announced__exact=1"
        shown.append(ToDo(announced, "aangekondigde herindelingen", "Pas ze toe als het zeker is.", announced_link))
        failed = len(failed_jobs()) + OutgoingMail.objects.overdue(timezone.now()).count()
        shown.append(
            ToDo(failed, "mislukte taken", "Werk op de achtergrond dat niet lukte.", reverse("curator:failed_tasks"))
        )
    return shown


def _filtered(query):
    return f"{reverse(INITIATIVES)}?{query}&van=mij"


def _list_link(view):
    name = view.list_name.replace(".", "_")
    return f"{reverse(f'admin:{name}_changelist')}?{view.query}"
