"""One user of every role."""

from factory import SubFactory

from partners.models import Claim, Curatorship, Membership
from tests.factories import LibraryFactory, UserFactory
from tests.numbered import NumberedFactory


class CuratorshipFactory(NumberedFactory):
    class Meta:
        model = Curatorship


class MembershipFactory(NumberedFactory):
    class Meta:
        model = Membership


class ClaimFactory(NumberedFactory):
    """Somebody who says to work at a library, and waits for a curator."""

    class Meta:
        model = Claim

    organisation = SubFactory(LibraryFactory)
    name = "Wie Wat"
    email = "wie@voorbeeld.nl"
    state = "wacht"


def administrator(**fields):
    """May everything, and is the only one who deletes."""
    return UserFactory(is_superuser=True, **fields)


def national_curator(**fields):
    """Keeps the entries of the whole country."""
    user = UserFactory(**fields)
    CuratorshipFactory(user=user, province=None)
    return user


def province_curator(*provinces, **fields):
    """Keeps the entries of these provinces."""
    user = UserFactory(**fields)
    for province in provinces:
        CuratorshipFactory(user=user, province=province)
    return user


def library_member(library=None, **fields):
    """Works at a library."""
    user = UserFactory(**fields)
    MembershipFactory(user=user, library=library or LibraryFactory())
    return user
