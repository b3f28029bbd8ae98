"""What is kept of who writes to the editors."""

from retention.schedule import Basis, Own, keep

from .models import Message, Question


def forget_messages(*, now):
    """Deleted at night, after its year; the mail to the editors is outside the site."""
    Message.objects.outdated(now).delete()


def forget_questions(*, now):
    """Deleted when it is sent on, or at night after a week."""
    Question.objects.outdated(now).delete()


keep(
    "Je bericht aan de redactie, met je e-mailadres als je dat invult",
    why="Om de pagina te verbeteren en je te antwoorden",
    basis=Basis.REQUEST,
    how_long="Een jaar",
    tables=(Message,),
    own=(Own(Message, "email", ("page", "text", "email", "sent_at")),),
    forget=forget_messages,
)
keep(
    "Een vraag aan wie een voorbeeld of organisatie kent, met je naam, organisatie en e-mailadres",
    why="Om je vraag door te sturen, zodat je antwoord krijgt",
    basis=Basis.REQUEST,
    how_long="Tot je vraag is doorgestuurd; bevestig je haar niet, dan een week",
    tables=(Question,),
    own=(
        Own(Question, "email", ("name", "organisation", "email", "text", "asked_at")),
    ),
    forget=forget_questions,
)
