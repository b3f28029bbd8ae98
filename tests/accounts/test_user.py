import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError

from accounts.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "een lang wachtwoord"


@pytest.fixture
def authenticated(rf):
    """A function that gives the user with this address and password, or ``None``; axes wants to know from where."""
    return lambda typed, password: authenticate(rf.post("/inloggen/"), email=typed, password=password)


def test_new_user_may_do_nothing_yet():
    user = User.objects.create_user("wie@voorbeeld.nl", PASSWORD)

    assert (user.is_active, user.is_staff, user.is_superuser) == (True, False, False)


def test_superuser_may_do_everything():
    user = User.objects.create_superuser("wie@voorbeeld.nl", PASSWORD)

    assert (user.is_active, user.is_staff, user.is_superuser) == (True, True, True)


def test_superuser_stays_one_whatever_is_asked():
    user = User.objects.create_superuser("wie@voorbeeld.nl", PASSWORD, is_staff=False, is_superuser=False)

    assert (user.is_staff, user.is_superuser) == (True, True)


def test_password_is_not_kept_as_it_is():
    user = User.objects.create_user("wie@voorbeeld.nl", PASSWORD)

    assert user.password != PASSWORD
    assert user.check_password(PASSWORD) is True


def test_user_without_password_cannot_log_in(authenticated):
    user = User.objects.create_user("wie@voorbeeld.nl")

    assert user.has_usable_password() is False
    assert authenticated("wie@voorbeeld.nl", "") is None


@pytest.mark.parametrize("make", [User.objects.create_user, User.objects.create_superuser])
def test_address_is_kept_in_small_letters(make):
    user = make(" Wie@VOORBEELD.nl ", PASSWORD)

    assert user.email == "wie@voorbeeld.nl"


def test_capitals_in_the_address_do_not_matter_to_log_in(authenticated):
    user = User.objects.create_user("Wie@voorbeeld.nl", PASSWORD)

    found = [authenticated(typed, PASSWORD) for typed in ("wie@voorbeeld.nl", "WIE@voorbeeld.nl", "Wie@Voorbeeld.NL")]

    assert found == [user] * 3


def test_wrong_password_is_refused(authenticated):
    User.objects.create_user("wie@voorbeeld.nl", PASSWORD)

    assert authenticated("wie@voorbeeld.nl", PASSWORD.upper()) is None


def test_inactive_user_cannot_log_in(authenticated):
    User.objects.create_user("wie@voorbeeld.nl", PASSWORD, is_active=False)

    assert authenticated("wie@voorbeeld.nl", PASSWORD) is None


def test_second_user_with_the_address_in_capitals_is_refused():
    User.objects.create_user("wie@voorbeeld.nl", PASSWORD)

    with pytest.raises(IntegrityError, match="user_email_unique"):
        User.objects.create_user("WIE@voorbeeld.nl", PASSWORD)


@pytest.mark.parametrize(("name", "shown"), [("Wie Dan", "Wie Dan"), ("", "wie@voorbeeld.nl")])
def test_user_is_called_by_name_or_else_by_address(name, shown):
    user = UserFactory(email="wie@voorbeeld.nl", name=name)

    assert [str(user), user.get_full_name(), user.get_short_name()] == [shown] * 3
