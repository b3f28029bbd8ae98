"""Accounts by invitation: an administrator adds a user, who gets a mail that says how to log in."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from accounts.invitations import invite
from accounts.models import User
from mail.models import OutgoingMail
from tests.factories import ProvinceFactory, UserFactory
from tests.queries import number_of_queries
from tests.role_factories import administrator, library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db

ADD = "/beheer/accounts/user/add/"
LIST = "/beheer/accounts/user/"
SUBJECT = "Je account bij Bieb Netwerk"


@pytest.fixture
def at_work(client):
    """An administrator who is logged in."""
    client.force_login(administrator(email="beheerder@voorbeeld.nl"))
    return client


def curator_of_a_province(**fields):
    return province_curator(ProvinceFactory(), **fields)


def curators():
    return curator_of_a_province(), national_curator()


def do(client, action, *users):
    """Do a bulk action with these users."""
    return client.post(LIST, {"action": action, "_selected_action": [user.pk for user in users]}, follow=True)


# --- the mail ---------------------------------------------------------------------------------------
def test_the_mail_says_where_to_log_in_and_holds_no_secret(settings, post):
    settings.SITE_ADDRESS = "https://bieb.example"
    user = User.objects.create_user("wie@voorbeeld.nl", "een lang wachtwoord", name="Wie Dan")

    invite(user=user)
    [sent] = post()

    assert (sent.to, sent.subject) == (["wie@voorbeeld.nl"], SUBJECT)
    assert "Goedendag Wie Dan," in sent.body
    assert [kind for _, kind in sent.alternatives] == ["text/html"]
    assert f"https://bieb.example{reverse('account_request_login_code')}\n" in sent.body
    assert [secret for secret in (user.password, "een lang wachtwoord") if secret in sent.body] == []


def test_a_name_in_the_mail_stays_as_it_is(post):
    invite(user=UserFactory(name="D'Ancona & <Zoon>"))
    [sent] = post()

    assert "Goedendag D'Ancona & <Zoon>," in sent.body
    assert "&lt;Zoon&gt;" in sent.alternatives[0][0]


def test_without_name_the_mail_greets_without_one(post):
    invite(user=UserFactory(name=""))
    [sent] = post()

    assert sent.body.startswith("Goedendag,\n")


# --- adding a user ----------------------------------------------------------------------------------
def test_adding_a_user_mails_the_address_to_log_in(at_work, post):
    response = at_work.post(ADD, {"email": "Nieuw@Voorbeeld.nl", "name": "Nieuw Hier"})
    [sent] = post()

    user = User.objects.get(email="nieuw@voorbeeld.nl")
    assert response.status_code == 302
    assert (sent.to, sent.subject) == (["nieuw@voorbeeld.nl"], SUBJECT)
    assert "/inloggen/code/" in sent.body
    assert (user.name, user.has_usable_password()) == ("Nieuw Hier", False)


def test_a_new_user_can_do_nothing_yet(at_work):
    at_work.post(ADD, {"email": "nieuw@voorbeeld.nl", "name": "", "is_superuser": "on", "is_staff": "on"})

    user = User.objects.get(email="nieuw@voorbeeld.nl")
    assert (user.is_active, user.is_superuser, user.is_curator) == (True, False, False)


def test_the_form_asks_no_password(at_work):
    page = at_work.get(ADD).content.decode()

    assert 'name="email"' in page
    assert 'type="password"' not in page


def test_an_address_that_cannot_be_is_explained_and_nobody_is_mailed(at_work, post):
    UserFactory(email="oud@voorbeeld.nl")
    sentences = {
        "Oud@voorbeeld.nl": "Er is al een gebruiker met dit e-mailadres.",
        "geen adres": "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        "": "Dit veld is verplicht.",
    }

    answers = {email: at_work.post(ADD, {"email": email, "name": ""}) for email in sentences}

    assert [answer.status_code for answer in answers.values()] == [200] * 3
    silent = [email for email, answer in answers.items() if sentences[email] not in answer.content.decode()]
    assert (silent, post()) == ([], [])


def test_changing_a_user_mails_nobody(at_work, post):
    user = UserFactory(email="wie@voorbeeld.nl")

    response = at_work.post(f"{LIST}{user.pk}/change/", {"email": user.email, "name": "Anders", "is_active": "on"})

    user.refresh_from_db()
    assert response.status_code == 302
    assert user.name == "Anders"
    assert post() == []


def test_an_address_is_changed_in_small_letters(at_work):
    user = UserFactory(email="wie@voorbeeld.nl")

    response = at_work.post(f"{LIST}{user.pk}/change/", {"email": "Anders@Voorbeeld.NL", "name": "", "is_active": "on"})

    user.refresh_from_db()
    assert response.status_code == 302
    assert user.email == "anders@voorbeeld.nl"


# --- bulk actions -----------------------------------------------------------------------------------
def test_users_are_invited_again_except_inactive_ones(at_work, post):
    first, second = UserFactory(), UserFactory()
    inactive = UserFactory(is_active=False)

    response = do(at_work, "invite_again", first, second, inactive)

    assert "De uitnodigingen worden verstuurd." in response.content.decode()
    assert sorted(sent.to[0] for sent in post()) == sorted([first.email, second.email])


def test_the_second_step_of_a_user_who_lost_a_phone_is_forgotten(at_work):
    user, other = UserFactory(), UserFactory()
    for each in (user, other):
        Authenticator.objects.create(user=each, type=Authenticator.Type.TOTP, data={"secret": "x"})

    response = do(at_work, "forget_second_step", user)

    assert "1 gewist." in response.content.decode()
    assert [each.user for each in Authenticator.objects.all()] == [other]


def test_a_national_curator_sees_users_and_does_nothing_with_them(client, post):
    user = UserFactory()
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client.force_login(national_curator())

    seen = client.get(LIST)
    for action in ("invite_again", "forget_second_step"):
        do(client, action, user)

    assert seen.status_code == 200
    assert user.email in seen.content.decode()
    assert (post(), Authenticator.objects.count()) == ([], 1)


# --- who may ----------------------------------------------------------------------------------------
def test_curators_cannot_add_users(client):
    for user in curators():
        client.force_login(user)
        answers = [ask(ADD, {"email": "nieuw@voorbeeld.nl", "name": ""}) for ask in (client.get, client.post)]

        assert [answer.status_code for answer in answers] == [403, 403]
    assert User.objects.filter(email="nieuw@voorbeeld.nl").count() == 0
    assert OutgoingMail.objects.count() == 0


def test_curators_cannot_make_themselves_administrator(client):
    for user in curators():
        client.force_login(user)
        typed = {"email": user.email, "name": "", "is_active": "on", "is_superuser": "on"}

        response = client.post(f"{LIST}{user.pk}/change/", typed)

        user.refresh_from_db()
        assert (response.status_code, user.is_superuser) == (403, False)


def test_curators_cannot_give_another_a_password(client):
    address = f"{LIST}{UserFactory().pk}/password/"

    for user in curators():
        client.force_login(user)

        assert client.post(address, {"password1": "x" * 20, "password2": "x" * 20}).status_code == 403


def test_a_province_curator_does_not_see_the_users(client):
    client.force_login(curator_of_a_province())

    assert client.get(LIST).status_code == 403


def test_who_keeps_nothing_is_not_let_in(client):
    for user in (library_member(), UserFactory()):
        client.force_login(user)

        assert client.post(ADD, {"email": "nieuw@voorbeeld.nl"}, follow=True).status_code == 403
    assert User.objects.filter(email="nieuw@voorbeeld.nl").count() == 0


def test_the_list_of_users_costs_the_same_for_one_and_for_three(at_work):
    def add():
        curator_of_a_province()
        library_member()

    add()
    one = number_of_queries(lambda: at_work.get(LIST))
    add()
    add()

    assert number_of_queries(lambda: at_work.get(LIST)) == one


def test_the_list_says_in_words_what_somebody_is(at_work):
    province_curator(ProvinceFactory(name="Utrecht"))
    national_curator()
    UserFactory()

    page = at_work.get(LIST).content.decode()

    assert [word for word in ("beheerder", "curator Utrecht", "curator landelijk", "lezer") if word not in page] == []
