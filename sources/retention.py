"""What is kept of who wrote what an entry rests on."""

from history.forgetting import forget_versions_of_deleted
from retention.schedule import Basis, keep

from .models import Source


def forget_deleted(*, now):
    """Deleted by an administrator, and at night for good 90 days later."""
    forget_versions_of_deleted(Source, now=now)


keep(
    "Namen van schrijvers van openbare artikelen en rapporten",
    why="Om te laten zien waar iets staat en wie het schreef",
    basis=Basis.INTEREST,
    how_long="Zolang het als bron dient, en 90 dagen daarna",
    tables=(Source,),
    forget=forget_deleted,
)
