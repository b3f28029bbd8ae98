"""What is kept of people in practice examples and papers, and of who worked on them."""

from pghistory.models import Context

from history.forgetting import forget_versions_of_deleted
from history.own_changes import changes_by
from retention.schedule import Basis, Own, holds_nothing_personal, keep

from .decisions import drop_file
from .models import (
    ChangeProposal,
    Citation,
    ConversationQuestion,
    Document,
    Figure,
    Initiative,
    LibraryOffer,
    LikelyDouble,
    MunicipalDuty,
    Participation,
    Photo,
    Recognition,
    ReviewStep,
    SharedFile,
    Sharing,
    StepOfRun,
    StepRun,
    TargetGroup,
    Theme,
    Tip,
)
from .sharing_files import drop_shared_file

WORDS_OF_SHARING = {
    "link": "geplakt webadres",
    "title": "hoe het heet",
    "summary": "wat jullie doen",
    "themes": "waar het over gaat",
    "places": "waar het is",
    "target_groups": "voor wie het is",
    "with_whom": "met wie jullie het doen",
    "results": "wat het bracht",
    "source": "hoe de pagina heet",
    "name": "naam en functie",
    "email": "e-mailadres",
}


def forget_deleted(*, now):
    """Deleted by a curator, and at night for good 90 days later, with the file."""
    forget_versions_of_deleted(Citation, Photo, Document, now=now)


keep(
    "Namen van wie iets zei in een openbaar artikel, van wie een foto maakte en van wie in een document staan",
    why="Om te laten zien wie iets zei of maakte, in welke functie en wanneer",
    basis=Basis.INTEREST,
    how_long="Zolang het citaat, de foto of het document op de site staat, en 90 dagen daarna",
    tables=(Citation, Photo, Document),
    forget=forget_deleted,
)


def forget_files(*, now):
    """The file goes when a curator refuses it, or at night after 180 days; the name goes with the account."""
    for proposal in ChangeProposal.objects.with_outdated_file(now):
        drop_file(proposal)
        proposal.save(update_fields=["file"])


keep(
    "Wat je aanvult of voorstelt, met wie je bent als je inlogde en de pdf die je meestuurt; die zien alleen curatoren",
    why="Om het na te kijken en over te nemen",
    basis=Basis.REQUEST,
    how_long="De pdf hooguit 180 dagen; de rest zolang het voorbeeld of de organisatie er is, "
    "zonder je naam als je account weg is",
    tables=(ChangeProposal,),
    own=(
        Own(
            ChangeProposal,
            "proposed_by",
            (
                "initiative",
                "organisation",
                "proposed_at",
                "explanation",
                "values",
                "state",
                "answer",
            ),
        ),
    ),
    forget=forget_files,
)


def forget_senders(*, now):
    """Deleted at night: a year after it was shared, or 30 days after a draft changed; the example stays."""
    outdated = Sharing.objects.outdated(now)
    for shared in SharedFile.objects.filter(sharing__in=outdated):
        drop_shared_file(shared)
    outdated.delete()


keep(
    "Wie een voorbeeld deelt zonder account: naam, functie en e-mailadres, wat je invult voordat je het deelt, en de "
    "foto’s en documenten die je meestuurt; alleen curatoren zien die",
    why="Om je te laten weten wat ermee gebeurt, en je iets te vragen; en zodat je later verder kunt",
    basis=Basis.REQUEST,
    how_long="Een jaar; deel je het niet, dan 30 dagen nadat je het voor het laatst veranderde",
    tables=(Sharing, SharedFile),
    own=(
        Own(
            Sharing,
            "email",
            ("initiative", "name", "email", "typed", "changed_at", "shared_at"),
            words=WORDS_OF_SHARING,
        ),
        Own(SharedFile, "sharing__email", ("kind", "name", "alt_text", "credit")),
    ),
    forget=forget_senders,
)


def forget_tips(*, now):
    """Deleted at night, after its year."""
    Tip.objects.outdated(now).delete()


keep(
    "Een tip over een voorbeeld: de naam, de link, en je e-mailadres als je dat invult; alleen curatoren zien die",
    why="Om er een voorbeeld van te maken, en je te laten weten wat ermee gebeurt",
    basis=Basis.REQUEST,
    how_long="Een jaar",
    tables=(Tip,),
    own=(Own(Tip, "email", ("title", "url", "email", "tipped_at")),),
    forget=forget_tips,
)
keep(
    "Wie wat wanneer veranderde of beoordeelde in een voorbeeld of organisatie",
    why="Om fouten te kunnen herstellen",
    basis=Basis.INTEREST,
    how_long="Zolang het voorbeeld of de organisatie bestaat; is het account weg, dan staat er niet meer wie het was",
    tables=(Context, ReviewStep, StepRun),
    own=(
        Own(Context, "metadata__user", rows=changes_by),
        Own(ReviewStep, "user", ("initiative", "state", "note", "taken_at")),
    ),
    goes="The name goes with the account: only its number is kept with each change.",
)
holds_nothing_personal(
    Initiative,
    Theme,
    TargetGroup,
    LibraryOffer,
    MunicipalDuty,
    ConversationQuestion,
)
holds_nothing_personal(Figure, Participation, Recognition, LikelyDouble, StepOfRun)
