"""Who keeps what: curators of provinces, of the whole country, administrators; and inactive users are nothing."""

import pytest

from accounts.models import User
from accounts.permissions import is_administrator, is_curator, is_in_scope, is_national_curator
from partners.models import Library
from tests.factories import LibraryFactory, MunicipalityFactory, ProvinceFactory, UserFactory
from tests.role_factories import administrator, library_member, national_curator, province_curator

pytestmark = pytest.mark.django_db


def curator_of_a_province(**fields):
    return province_curator(ProvinceFactory(), **fields)


ROLES = [  # who, is_curator, is_national_curator, is_administrator
    (UserFactory, False, False, False),
    (library_member, False, False, False),
    (province_curator, False, False, False),  # of no province at all
    (curator_of_a_province, True, False, False),
    (national_curator, True, True, False),
    (administrator, True, True, True),
]
PREDICATES = [is_curator, is_national_curator, is_administrator]


def test_a_role_is_what_it_is_and_no_more():
    users = {make: make() for make, *_ in ROLES}

    assert [(make, *(predicate(user) for predicate in PREDICATES)) for make, user in users.items()] == ROLES
    known = [(user.is_curator, user.is_national_curator) for user in users.values()]
    assert known == [role[1:3] for role in ROLES]


def test_an_inactive_user_is_nothing():
    users = [make(is_active=False) for make, *_ in ROLES]

    known = [(user.is_curator, user.is_national_curator, user.curated_province_ids) for user in users]
    assert known == [(False, False, set())] * len(ROLES)
    assert [predicate(user) for user in users for predicate in PREDICATES] == [False] * 3 * len(ROLES)


def test_an_inactive_user_may_change_nothing():
    library, users = LibraryFactory(), [make(is_active=False) for make, *_ in ROLES]

    assert [list(Library.objects.editable_by(user)) for user in users] == [[]] * len(ROLES)
    assert [user.has_perm("partners.change_library", library) for user in users] == [False] * len(ROLES)


def test_a_curator_of_two_provinces_keeps_both_and_not_a_third():
    first, second, _ = ProvinceFactory.create_batch(3)

    user = province_curator(first, second)

    assert user.curated_province_ids == {first.pk, second.pk}


def test_whoever_keeps_a_province_and_the_country_keeps_the_country():
    user = province_curator(ProvinceFactory(), None)

    assert user.is_national_curator is True


def test_a_curator_is_in_scope_of_their_own_province_only():
    mine, other = MunicipalityFactory(), MunicipalityFactory()
    user = province_curator(mine.province)

    assert [is_in_scope(user, mine), is_in_scope(user, other)] == [True, False]


def test_accounts_are_managed_by_administrators_and_seen_by_national_curators():
    actions, other = ["view", "add", "change", "delete"], UserFactory()
    may = {administrator: actions, national_curator: ["view"], curator_of_a_province: [], library_member: []}
    users = {make: make() for make in may}

    assert {
        make: [action for action in actions if user.has_perm(f"accounts.{action}_user", other)]
        for make, user in users.items()
    } == may


def test_roles_are_read_once_for_a_user(django_assert_num_queries):
    user = User.objects.get(pk=curator_of_a_province().pk)

    with django_assert_num_queries(1):
        assert (user.is_curator, user.is_national_curator, user.is_curator) == (True, False, True)


def test_only_who_keeps_something_comes_into_the_curators_room(client):
    expected = {
        administrator: 200,
        national_curator: 200,
        curator_of_a_province: 200,
        library_member: 302,
        UserFactory: 302,
    }
    found = {}

    for make in expected:
        client.force_login(make())
        found[make] = client.get("/beheer/").status_code

    assert found == expected


def test_a_reader_who_is_logged_in_is_refused_and_not_sent_round_in_circles(client):
    client.force_login(UserFactory())

    assert client.get("/beheer/", follow=True).status_code == 403


def test_a_visitor_is_sent_to_log_in_and_comes_back(client):
    first = client.get("/beheer/initiatives/initiative/")
    second = client.get(first.url)

    assert second.url == "/inloggen/?next=%2Fbeheer%2Finitiatives%2Finitiative%2F"


@pytest.mark.parametrize("made_inactive_by", ["is_active", "curatorship"])
def test_losing_a_role_works_at_once(client, made_inactive_by):
    user = curator_of_a_province()
    client.force_login(user)
    if made_inactive_by == "is_active":
        User.objects.filter(pk=user.pk).update(is_active=False)
    else:
        user.curatorships.all().delete()

    assert client.get("/beheer/").status_code == 302
