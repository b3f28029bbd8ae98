"""What is kept of who writes to the editors, and of how often a visitor does something."""

from accounts.retention_schedule import keep

from .limits import LIMITS_KEPT
from .models import Message, RateLimit


def forget_messages(*, now):
    """Deleted at night, after its year; the mail to the editors is outside the site."""
    Message.objects.outdated(now).delete()


def forget_counts(*, now):
    """Deleted in the night after they were made."""
    RateLimit.objects.filter(period_started_at__lt=now - LIMITS_KEPT).delete()


keep(
    "Je bericht aan de redactie, met je e-mailadres als je dat invult",
    why="Om de pagina te verbeteren en je te antwoorden",
    how_long="Een jaar",
    tables=(Message,),
    forget=forget_messages,
)
keep(
    "Een vingerafdruk van je internetadres als je zoekt, een bericht stuurt, je inschrijft of een notitie bewaart, en "
    "van een e-mailadres waarheen een formulier mail stuurt; het adres zelf niet",
    why="Om misbruik van de formulieren tegen te gaan",
    how_long="Hooguit twee dagen",
    tables=(RateLimit,),
    forget=forget_counts,
)
