"""What is kept of who follows something."""

from retention.schedule import Basis, Own, holds_nothing_personal, keep

from .actions import UNCONFIRMED_KEPT, stop
from .models import Dismissal, Follow, Follower, News


def forget_followers(*, now):
    """Deleted when somebody stops, and at night what nobody confirmed within a week."""
    Follow.objects.never_confirmed(now - UNCONFIRMED_KEPT).delete()
    for follower in Follower.objects.without_follows():
        stop(follower=follower)


keep(
    "Je e-mailadres als je iets op de site volgt, wat je volgt, hoe vaak je mail wilt en waarover niet meer",
    why="Om je te mailen wat er nieuw is",
    basis=Basis.CONSENT,
    how_long="Tot je niets meer volgt of je afmeldt; bevestig je het niet, dan een week",
    tables=(Follower, Follow, Dismissal),
    own=(
        Own(Follower, "email", ("email", "rhythm", "told_until")),
        Own(
            Follow,
            "follower__email",
            ("title", "address", "asked_at", "confirmed_at"),
        ),
    ),
    forget=forget_followers,
)
holds_nothing_personal(News)
