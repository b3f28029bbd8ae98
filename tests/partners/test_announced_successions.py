"""A reorganisation that is only announced counts nowhere until a curator applies it, and can be taken back."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from partners.models import Municipality, Succession
from partners.successions import Successions
from tests.factories import MunicipalityFactory, SourceFactory, SuccessionFactory
from tests.role_factories import national_curator, province_curator

pytestmark = pytest.mark.django_db
LONG_AFTER = date(2030, 1, 1)
APPLY, TAKE_BACK = "partners_succession_apply_announced", "partners_succession_take_back"
FORM = {"kind": "opgegaan", "is_main_part": "on"}


def announced(**fields):
    """A municipality that may join another one."""
    return SuccessionFactory(
        predecessor__name="Wijdemeren",
        predecessor__slug="wijdemeren",
        successor__name="Hilversum",
        successor__slug="hilversum",
        **{"takes_effect_on": date(2027, 1, 1), "is_announced": True} | fields,
    )


def pressed(client, succession, button):
    """The form of a reorganisation, sent with this button."""
    day = succession.takes_effect_on
    ends = {"predecessor": succession.predecessor_id, "successor": succession.successor_id, "takes_effect_on": day}
    address = reverse("admin:partners_succession_change", args=[succession.pk])
    response = client.post(address, FORM | ends | {button: "1"})
    assert response.status_code == 302, response.context["adminform"].form.errors


def state(succession):
    """Whether it is announced, and when the municipality ends."""
    found = Succession.objects.select_related("predecessor").get(pk=succession.pk)
    return found.is_announced, found.predecessor.valid_until


def test_what_is_announced_never_happens_by_its_date_alone():
    succession = announced()

    now = Successions.on(LONG_AFTER).living_on_in(succession.predecessor_id)

    assert now == [succession.predecessor_id]
    assert Municipality.objects.current(LONG_AFTER).count() == 2


def test_one_press_applies_it_and_one_takes_it_back(client):
    client.force_login(national_curator())
    succession = announced()

    pressed(client, succession, APPLY)
    applied = state(succession)
    pressed(client, succession, TAKE_BACK)

    assert applied == (False, date(2027, 1, 1))
    assert state(succession) == (True, None)


def test_what_is_applied_happens_on_its_day(client):
    client.force_login(national_curator())
    succession = announced()

    pressed(client, succession, APPLY)

    living = [
        Successions.on(day).living_on_in(succession.predecessor_id) for day in (date(2026, 12, 31), date(2027, 1, 1))
    ]
    assert living == [[succession.predecessor_id], [succession.successor_id]]


def test_all_parts_of_a_split_are_applied_at_once(client):
    client.force_login(national_curator())
    part = announced(kind="gesplitst")
    other = SuccessionFactory(
        predecessor=part.predecessor, takes_effect_on=part.takes_effect_on, kind="gesplitst", is_announced=True
    )

    pressed(client, part, APPLY)

    assert (state(part), state(other)) == ((False, date(2027, 1, 1)), (False, date(2027, 1, 1)))


def test_saving_without_a_button_leaves_it_announced(client):
    client.force_login(national_curator())
    succession = announced()

    pressed(client, succession, "_save")

    assert state(succession) == (True, None)


def test_who_may_press_what(client):
    today = timezone.localdate()
    old = SuccessionFactory(takes_effect_on=today - timedelta(days=366))
    recent = SuccessionFactory(takes_effect_on=today - timedelta(days=365))
    waiting = announced()
    buttons = {}
    for name, user in (("national", national_curator()), ("province", province_curator())):
        client.force_login(user)
        for row in (old, recent, waiting):
            page = client.get(reverse("admin:partners_succession_change", args=[row.pk])).content.decode()
            buttons[name, row.pk] = [APPLY in page, TAKE_BACK in page]

    assert buttons == {
        ("national", old.pk): [False, False],
        ("national", recent.pk): [False, True],
        ("national", waiting.pk): [True, False],
        ("province", old.pk): [False, False],
        ("province", recent.pk): [False, False],
        ("province", waiting.pk): [False, False],
    }


def test_a_municipality_ends_where_a_decided_one_is_added_by_hand(client):
    client.force_login(national_curator())
    old, new = MunicipalityFactory.create_batch(2)
    ends = {"predecessor": old.pk, "successor": new.pk, "takes_effect_on": "2027-01-01"}

    client.post(reverse("admin:partners_succession_add"), FORM | ends)

    old.refresh_from_db()
    assert old.valid_until == date(2027, 1, 1)


def test_both_municipalities_say_what_is_announced_and_where_that_stands(client):
    source = SourceFactory(title="Notitie over Hilversum", published_on="2026-09-22", url="https://notitie.nl/")
    day = timezone.localdate() + timedelta(days=40)
    announced(source=source, takes_effect_on=day)

    pages = [client.get(f"/gemeenten/{slug}/").content.decode() for slug in ("wijdemeren", "hilversum")]

    sentence = "Er is aangekondigd dat Wijdemeren vanaf"
    told = [(sentence in page, "Notitie over Hilversum" in page, "22 september 2026" in page) for page in pages]
    assert told == [(True, True, True), (True, True, True)]
    assert ['href="#aangekondigd"' in page and 'id="aangekondigd"' in page for page in pages] == [True, True]


def test_it_is_said_when_the_day_went_by(client):
    announced(takes_effect_on=timezone.localdate())

    page = client.get("/gemeenten/wijdemeren/").content.decode()

    assert "Of dat is doorgegaan, weten we nog niet." in page


def test_what_is_decided_is_told_until_its_day(client):
    tomorrow = timezone.localdate() + timedelta(days=1)
    announced(takes_effect_on=tomorrow, is_announced=False)

    page = client.get("/gemeenten/wijdemeren/").content.decode()

    assert "Het is besloten dat Wijdemeren vanaf" in page
