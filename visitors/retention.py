"""What is kept of how often a visitor does something."""

from retention.schedule import Basis, keep

from .limits import LIMITS_KEPT
from .models import RateLimit


def forget_counts(*, now):
    """Deleted in the night after they were made."""
    RateLimit.objects.filter(period_started_at__lt=now - LIMITS_KEPT).delete()


keep(
    "Een vingerafdruk van je internetadres als je zoekt, een bericht stuurt, je inschrijft, inlogt, een notitie "
    "bewaart of een lijst of voorbeeld deelt, en van een e-mailadres waarheen een formulier mail stuurt of waarmee "
    "iemand inlogt; het adres zelf niet",
    why="Om misbruik van de formulieren tegen te gaan",
    basis=Basis.INTEREST,
    how_long="Hooguit twee dagen",
    tables=(RateLimit,),
    forget=forget_counts,
)
