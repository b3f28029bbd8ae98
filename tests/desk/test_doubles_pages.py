"""The pages on which doubles are listed, compared, merged field by field, and parted again."""

import re

import pytest
from django.urls import reverse

from curation.merging import merged_into
from curation.models import Merge
from history.timeline import timeline
from initiatives.models import Initiative, LikelyDouble
from tests import factories
from tests.markup import squeezed
from tests.queries import number_of_queries
from tests.review_factories import BACKWARDS, HOSTILE, LikelyDoubleFactory, publishable
from tests.role_factories import library_member, province_curator

pytestmark = pytest.mark.django_db
LIST = "/beheer/dubbelen/"


@pytest.fixture
def pair():
    province = factories.ProvinceFactory()
    one, other = (
        publishable(factories.LibraryFactory(province=province), title=title, slug=title.lower())
        for title in ("Een", "Twee")
    )
    return LikelyDoubleFactory(one=one, other=other)


def address(pair):
    return f"{LIST}praktijkvoorbeelden/{pair.one_id}/{pair.other_id}/"


def press(client, path, keep, **chosen):
    """Choose on the page, and merge."""
    page = client.get(f"{path}?blijft={keep}").content.decode()
    seen = re.search(r'name="gezien" value="(\w+)"', page)[1]
    choices = {f"veld-{name}": side for name, side in chosen.items()}
    return client.post(path, {"besluit": "samenvoegen", "blijft": keep, "gezien": seen, **choices}, follow=True)


def test_the_list_has_what_nobody_decided_about(client, curator, pair):
    LikelyDoubleFactory(is_dismissed=True)

    assert list(client.get(LIST).context["page"]) == [pair]


def test_the_page_shows_both_side_by_side_with_what_hangs_under_them(client, curator, pair):
    page = squeezed(client.get(address(pair)))

    assert [title in page for title in ("<span>Een</span>", "<span>Twee</span>", "deelnames: 1")] == [True] * 3


@pytest.mark.parametrize(("keep", "stays", "goes"), [("one", "een", "twee"), ("other", "twee", "een")])
def test_either_can_be_kept_and_the_history_tells_who_merged(client, curator, pair, keep, stays, goes):
    response = press(client, address(pair), getattr(pair, f"{keep}_id"))

    kept = Initiative.objects.get()
    told = [(entry.who, entry.note) for entry in timeline(kept, merged_into(kept))]
    assert kept.slug == stays
    assert "Het oude adres leidt daarheen." in response.content.decode()
    assert client.get(f"/praktijkvoorbeelden/{goes}/").url == f"/praktijkvoorbeelden/{stays}/"
    assert ("Carla", f"samengevoegd met {goes}") in told


def test_each_field_keeps_what_was_chosen(client, curator, pair):
    Initiative.objects.filter(pk=pair.one_id).update(goal="Doel A", lessons="", year=2015)
    Initiative.objects.filter(pk=pair.other_id).update(goal="Doel B", lessons="Les B", year=2016)

    press(client, address(pair), pair.one_id, title="ander", goal="blijft", year="ander")

    kept = Initiative.objects.get()
    assert (kept.title, kept.goal, kept.lessons, kept.year) == ("Twee", "Doel A", "Les B", 2016)


def test_what_does_not_fit_is_said_and_the_choice_stands_there_still(client, curator, pair):
    Initiative.objects.filter(pk=pair.one_id).update(phase="lopend")
    Initiative.objects.filter(pk=pair.other_id).update(phase="gestopt", stop_reason="Geld op", end_year=2020)

    response = press(client, address(pair), pair.one_id, phase="blijft", stop_reason="ander", end_year="ander")

    page = squeezed(response)
    assert (Initiative.objects.count(), "Zo past het niet bij elkaar" in page) == (2, True)
    assert re.search(r'name="veld-stop_reason" value="ander" checked', page)


def test_who_did_not_see_the_last_change_looks_again(client, curator, pair):
    path = address(pair)
    seen = re.search(r'name="gezien" value="(\w+)"', client.get(path).content.decode())[1]
    Initiative.objects.filter(pk=pair.other_id).update(goal="Intussen")

    answers = [
        client.post(path, {"besluit": "samenvoegen", "blijft": pair.one_id, "gezien": text}).content.decode()
        for text in (seen, "", "\x00")
    ]

    assert ["intussen veranderd" in answer for answer in answers] == [True] * 3
    assert Initiative.objects.count() == 2


def test_two_different_things_are_not_asked_about_again(client, curator, pair):
    never_found = LikelyDoubleFactory.build(one=pair.one, other=publishable(title="Drie"))

    for path in (address(pair), f"{LIST}praktijkvoorbeelden/{never_found.other.pk}/{pair.one_id}/"):
        client.post(path, {"besluit": "verschillend"})

    assert list(LikelyDouble.objects.values_list("is_dismissed", flat=True)) == [True, True]
    assert (list(client.get(LIST).context["page"]), Initiative.objects.count()) == ([], 3)


def test_what_is_no_pair_is_not_there(client, curator, pair):
    stranger = publishable()

    answers = [
        client.post(address(pair), {"blijft": keep}).status_code for keep in (stranger.pk, "abc", "-1", "9" * 30)
    ]
    for end in (f"{pair.one_id}/{pair.one_id}/", f"{pair.one_id}/999999/", f"{pair.one_id}/{'9' * 30}/"):
        answers.append(client.get(f"{LIST}praktijkvoorbeelden/{end}").status_code)
    answers.append(client.get(f"{LIST}gemeenten/{pair.one_id}/{pair.other_id}/").status_code)
    answers.append(client.get(f"{LIST}samengevoegd/999999/").status_code)

    assert answers == [404] * 9
    assert Initiative.objects.count() == 3


def test_what_is_published_is_not_swallowed_by_a_draft(client, curator, pair):
    Initiative.objects.filter(pk=pair.one_id).update(publication_state="concept")

    response = press(client, address(pair), pair.one_id)

    assert (Initiative.objects.count(), "staat op de site" in response.content.decode()) == (2, True)


def test_the_curator_of_one_of_two_provinces_looks_and_does_not_decide(client, pair):
    client.force_login(province_curator(pair.one.leads[0].province))
    other = publishable(factories.LibraryFactory(province=factories.ProvinceFactory()))
    elsewhere = address(LikelyDoubleFactory(one=pair.one, other=other))

    page = client.get(elsewhere)

    assert (page.status_code, 'name="besluit"' in page.content.decode()) == (200, False)
    posts = ({"besluit": "samenvoegen", "blijft": pair.one_id}, {"besluit": "verschillend"})
    assert [client.post(elsewhere, data).status_code for data in posts] == [403, 403]
    assert Initiative.objects.count() == 3


def test_the_curator_of_both_merges_and_parts(client, pair):
    client.force_login(province_curator(pair.one.leads[0].province))

    press(client, address(pair), pair.one_id)
    count = Initiative.objects.count()
    page = client.post(reverse("curator:merged", args=[Merge.objects.get().pk]), follow=True).content.decode()

    assert (count, Initiative.objects.count(), "zijn weer twee" in page) == (1, 2, True)


def test_a_library_member_sees_nothing(client, pair):
    client.force_login(library_member(pair.one.leads[0]))

    assert [client.get(page, follow=True).status_code for page in (LIST, address(pair))] == [403, 403]
    client.post(address(pair), {"besluit": "samenvoegen", "blijft": pair.one_id})
    assert Initiative.objects.count() == 2


@pytest.mark.parametrize("text", [HOSTILE, BACKWARDS, "javascript:alert(1)"])
def test_hostile_text_is_shown_as_text(client, curator, text):
    one, other = publishable(title=text, goal=HOSTILE), publishable(title=text, goal=f"{HOSTILE}!")
    pair = LikelyDoubleFactory(one=one, other=other, reason=HOSTILE)

    pages = client.get(LIST).content.decode() + client.get(address(pair)).content.decode()
    pages += press(client, address(pair), one.pk).content.decode()

    assert "<img src=x" not in pages
    assert 'href="javascript:' not in pages
    assert "&lt;img src=x onerror=alert(1)&gt;" in pages


def test_the_list_costs_the_same_for_1_and_3(client, curator):
    LikelyDoubleFactory()
    one = number_of_queries(lambda: client.get(LIST))
    LikelyDoubleFactory.create_batch(2)

    assert number_of_queries(lambda: client.get(LIST)) == one
