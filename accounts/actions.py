"""What somebody does with their whole account."""

from django.db import transaction

from .models import User
from .sessions import end_sessions


class LastAdministratorError(Exception):
    """Without this account nobody could let others in."""


@transaction.atomic
def delete_account(*, user: User) -> None:
    """Log somebody out everywhere and delete the account; what they wrote in entries stays, without the name.

    Administrators are locked, so that the last two cannot both go. Raises ``LastAdministratorError``.
    """
    administrators = (
        User.objects.select_for_update()
        .filter(
            is_superuser=True,
            is_active=True,
        )
        .order_by("pk")
    )
    if {administrator.pk for administrator in administrators} == {user.pk}:
        raise LastAdministratorError
    end_sessions(users=[user])
    user.delete()
