"""How often somebody may try to log in, or have a code or link mailed: counted exactly by all workers together."""

from datetime import timedelta

from visitors.limits import (
    is_allowed,
    is_allowed_for,
    start_again_for,
    take_back_for,
)

MINUTE = timedelta(minutes=1)
QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)
LOG_IN = "inloggen"
CODE = "code per mail"
NEW_PASSWORD = "nieuw wachtwoord"  # noqa: S105 what somebody tries
SECOND_STEP = "tweede stap"
# (at most, per) of one visitor, of one address or account
LIMITS = {
    LOG_IN: ((20, MINUTE), (10, HOUR)),
    CODE: ((10, MINUTE), (5, QUARTER)),
    SECOND_STEP: ((20, MINUTE), (10, HOUR)),
    NEW_PASSWORD: ((10, MINUTE), (5, QUARTER)),
}


def may_try(request, action, whom, now):
    """Count this try of a visitor for an address, whether there is an account or not, and say whether it may be.

    ``whom`` is that address; of a second step, which asks who it is first, the number of the account.
    """
    (times, per), (address_times, address_per) = LIMITS[action]
    if not is_allowed(
        request,
        action,
        at_most=times,
        per=per,
        now=now,
    ):
        return False
    return is_allowed_for(
        whom.lower(),
        of_address(action),
        at_most=address_times,
        per=address_per,
        now=now,
    )


def forget_log_ins(email):
    """Let whoever has this address try to log in as often as at first."""
    start_again_for(email.lower(), of_address(LOG_IN))


def take_back_log_in(email, tried_at):
    """Do not count the try of that moment for this address: the password was right."""
    take_back_for(
        email.lower(),
        of_address(LOG_IN),
        counted_at=tried_at,
    )


def forget_second_steps(user):
    """Let this account try as often as at first: a step was right."""
    start_again_for(
        str(user.pk),
        of_address(SECOND_STEP),
    )


def of_address(action):
    """What is counted of an address, apart from what is counted of a visitor."""
    return f"{action}: adres"
