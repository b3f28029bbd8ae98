"""What is kept of who writes to the editors."""

from retention.schedule import keep

from .models import Message


def forget_messages(*, now):
    """Deleted at night, after its year; the mail to the editors is outside the site."""
    Message.objects.outdated(now).delete()


keep(
    "Je bericht aan de redactie, met je e-mailadres als je dat invult",
    why="Om de pagina te verbeteren en je te antwoorden",
    how_long="Een jaar",
    tables=(Message,),
    forget=forget_messages,
)
