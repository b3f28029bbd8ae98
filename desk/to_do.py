"""What waits for a curator, as counts that are links."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from curation.failures import failed_jobs
from curation.models import CheckedLink, SavedView
from initiatives.choices import PublicationState
from initiatives.completeness import HALF, with_completeness
from initiatives.freshness import AHEAD
from initiatives.models import ChangeProposal, Initiative, Tip
from mail.models import OutgoingMail
from opportunities.models import Service
from partners.models import Claim, Library, Municipality, Partner, Succession
from polls.models import Vote
from reactions.models import Reaction
from search.models import SearchedWord

from .double_kinds import KINDS

INITIATIVES = "admin:initiatives_initiative_changelist"


@dataclass(frozen=True)
class WaitingWork:
    """Something to do: how much, in words, and where."""

    count: int
    label: str
    explanation: str
    link: str
    label_of_one: str = ""  # where that is another word

    @property
    def words(self):
        """What is counted, in the right number."""
        if self.count == 1:
            return self.label_of_one or self.label
        return self.label


def add_to_dos(request, context):
    """Fill the start page of the curators: what waits where this user may change it."""
    today = timezone.localdate()
    mine = Initiative.objects.editable_by(request.user)
    to_dos = [
        *to_review(mine, request.user),
        *services_to_judge(request.user),
        reactions_to_judge(request.user),
        *motives_to_judge(request.user),
        claims_to_judge(request.user),
        *to_improve(mine, today),
        doubles_to_judge(request.user),
        *to_repair(request.user),
    ]
    saved_views = []
    for view in SavedView.objects.filter(user=request.user):
        saved_views.append({"name": view.name, "link": link_to_view(view)})
    totals = [
        ("Gepubliceerde voorbeelden", Initiative.objects.published().count()),
        ("Bibliotheken", Library.objects.published().count()),
        ("Partners", Partner.objects.published().count()),
        ("Gemeenten van nu", Municipality.objects.current(today).count()),
    ]
    return context | {"to_dos": to_dos, "saved_views": saved_views, "totals": totals}


def to_review(mine, user):
    """What was sent in, what somebody wants to change, and what readers know of."""
    submitted = mine.filter(publication_state=PublicationState.SUBMITTED)
    proposals = ChangeProposal.objects.undecided().editable_by(user)
    proposals_link = reverse("admin:initiatives_changeproposal_changelist")
    tips = Tip.objects.to_judge().editable_by(user)
    tips_link = reverse("admin:initiatives_tip_changelist")
    return [
        WaitingWork(
            count=submitted.count(),
            label="ingezonden",
            explanation="Voorbeelden die op een oordeel wachten.",
            link=link_to_mine("publication_state__exact=ingezonden"),
        ),
        WaitingWork(
            count=proposals.count(),
            label="wijzigingsvoorstellen",
            label_of_one="wijzigingsvoorstel",
            explanation="Bibliotheken en lezers willen iets aanpassen of aanvullen.",
            link=f"{proposals_link}?state__exact=open&van=mij",
        ),
        WaitingWork(
            count=tips.count(),
            label="tips",
            label_of_one="tip",
            explanation="Lezers kennen een voorbeeld en gaven de naam en een link.",
            link=f"{tips_link}?state__exact=wacht",
        ),
    ]


def services_to_judge(user):
    """What libraries told of what exists already."""
    waiting = Service.objects.editable_by(user).to_judge()
    services_link = reverse("admin:opportunities_service_changelist")
    return [
        WaitingWork(
            count=waiting.count(),
            label="bestaand aanbod",
            explanation="Bibliotheken vertelden wat er al is; publiceer het als het klopt.",
            link=f"{services_link}?publication_state__exact=ingezonden&van=mij",
        )
    ]


def reactions_to_judge(user):
    """What readers wrote for the first time."""
    waiting = Reaction.objects.editable_by(user).to_judge()
    return WaitingWork(
        count=waiting.count(),
        label="reacties",
        label_of_one="reactie",
        explanation="Vragen, ervaringen en antwoorden van wie voor het eerst schrijft.",
        link=f"{reverse('admin:reactions_reaction_changelist')}?state__exact=wacht",
    )


def motives_to_judge(user):
    """Why people voted as they did, which nobody read yet; polls are of national curators."""
    if not user.is_national_curator:
        return []
    return [
        WaitingWork(
            count=Vote.objects.to_judge().count(),
            label="motieven",
            label_of_one="motief",
            explanation="Wat mensen bij hun stem in een peiling schreven.",
            link=f"{reverse('admin:polls_vote_changelist')}?motive_state__exact=wacht",
        )
    ]


def claims_to_judge(user):
    """Who says to work at an organisation, where the domain of their address does not show it."""
    waiting = Claim.objects.editable_by(user).to_judge()
    return WaitingWork(
        count=waiting.count(),
        label="aanvragen",
        label_of_one="aanvraag",
        explanation="Mensen die zeggen dat ze bij een bibliotheek of partner werken.",
        link=f"{reverse('admin:partners_claim_changelist')}?state__exact=wacht",
    )


def to_improve(mine, today):
    """What may have changed, or is half there."""
    due = mine.to_confirm(today + AHEAD)
    half = with_completeness(mine.published()).filter(completeness__lt=HALF)
    return [
        WaitingWork(
            count=due.count(),
            label="te bevestigen",
            explanation="Deze maand moet iemand zeggen of het nog klopt.",
            link=link_to_mine("versheid=deze-maand"),
        ),
        WaitingWork(
            count=half.count(),
            label="half ingevuld",
            explanation="Gepubliceerd, maar voor minder dan de helft compleet.",
            link=link_to_mine("compleet=half"),
        ),
    ]


def doubles_to_judge(user):
    """What may be there twice, of every kind."""
    count = 0
    for kind in KINDS.values():
        count += kind.pairs.to_decide(kind.editable_by(user).values("pk")).count()
    return WaitingWork(
        count=count,
        label="mogelijke dubbelen",
        label_of_one="mogelijk dubbel",
        explanation="Twee voorbeelden, bibliotheken of partners die op elkaar lijken.",
        link=f"{reverse('curator:doubles')}?van=mij",
    )


def to_repair(user):
    """Dead links, words without an answer, and work that failed."""
    broken = CheckedLink.objects.broken()
    broken_link = reverse("admin:curation_checkedlink_changelist")
    words = SearchedWord.objects.to_answer()
    words_link = reverse("admin:search_searchedword_changelist")
    waiting = [
        WaitingWork(
            count=broken.count(),
            label="kapotte links",
            label_of_one="kapotte link",
            explanation="Webadressen die nergens meer heen leiden.",
            link=f"{broken_link}?stand=kapot",
        ),
        WaitingWork(
            count=words.count(),
            label="zoekwoorden zonder antwoord",
            label_of_one="zoekwoord zonder antwoord",
            explanation="Lezers zochten hierop en vonden of openden niets.",
            link=f"{words_link}?stand=te-doen",
        ),
    ]
    if user.is_national_curator:
        waiting += [announced_successions(), failed_work()]
    return waiting


def announced_successions():
    """Mergers of municipalities that somebody must say are certain."""
    announced = Succession.objects.filter(is_announced=True)
    link = reverse("admin:partners_succession_changelist")
    return WaitingWork(
        count=announced.count(),
        label="aangekondigde herindelingen",
        label_of_one="aangekondigde herindeling",
        explanation="Pas ze toe als het zeker is.",
        link=f"{link}?is_announced__exact=1",
    )


def failed_work():
    """Tasks that failed, and mail that waits too long."""
    overdue = OutgoingMail.objects.overdue(timezone.now())
    return WaitingWork(
        count=len(failed_jobs()) + overdue.count(),
        label="mislukte taken",
        label_of_one="mislukte taak",
        explanation="Werk op de achtergrond dat niet lukte.",
        link=reverse("curator:failed_tasks"),
    )


def link_to_mine(query):
    """The list of examples, narrowed by this query and to what is this curator's."""
    return f"{reverse(INITIATIVES)}?{query}&van=mij"


def link_to_view(view):
    """The list of a saved view."""
    name = view.list_name.replace(".", "_")
    address = reverse(f"admin:{name}_changelist")
    return f"{address}?{view.query}"
