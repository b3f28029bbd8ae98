"""How long mail is kept that waits, and the numbers of mail that was sent."""

from datetime import datetime, timedelta

from retention.schedule import Basis, Own, keep

from .models import HandledMail, OutgoingMail
from .outgoing import withdraw_mail

HANDLED_KEPT = timedelta(days=7)
MAIL_WAITS_AT_MOST = timedelta(days=365)


def forget_mail(*, now: datetime) -> None:
    """Deleted when it is sent; at night what nobody can get any more, and what waited for a year."""
    HandledMail.objects.filter(handled_at__lt=now - HANDLED_KEPT).delete()
    for mail in OutgoingMail.objects.for_accounts():
        if mail.is_for_nobody:
            withdraw_mail(mail.pk)
    for mail in OutgoingMail.objects.filter(made_at__lt=now - MAIL_WAITS_AT_MOST):
        withdraw_mail(mail.pk)


keep(
    "Mail aan jou die nog verstuurd moet worden",
    why="Om hem te versturen, ook als dat niet meteen lukt",
    basis=Basis.REQUEST,
    how_long="Tot hij verstuurd is. Wat niet aankomt hooguit een jaar",
    tables=(OutgoingMail,),
    own=(Own(OutgoingMail, "to", ("subject", "made_at")),),
    forget=forget_mail,
)
