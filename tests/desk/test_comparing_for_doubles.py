"""How doubles are looked for: at night, when asked, and of two that somebody ticked in a list."""

import pytest
from django.urls import reverse

from curation.models import Comparison
from desk.double_kinds import EXAMPLES, begin_comparison
from desk.tasks import compare_kind, look_for_doubles
from initiatives.models import Initiative
from partners.models import Library, Partner
from tests import factories
from tests.review_factories import NOW, publishable

pytestmark = pytest.mark.django_db
LIST = "/beheer/dubbelen/"


def test_every_kind_is_compared_at_night_and_has_a_list(client, curator):
    factories.LibraryFactory(name="Bibliotheek Zuidrand")
    factories.LibraryFactory(name="Stichting Openbare Bibliotheek Zuidrand")
    factories.PartnerFactory(name="Welzijn Oost", website="https://www.welzijnoost.voorbeeld.nl/")
    factories.PartnerFactory(name="Stichting WO", website="http://welzijnoost.voorbeeld.nl")
    twins = (publishable(title="Taalcafé"), publishable(title="Taalcafé"))

    look_for_doubles(0)

    found = {}
    for kind in ("praktijkvoorbeelden", "bibliotheken", "partners"):
        page = client.get(f"{LIST}?soort={kind}").context["page"]
        found[kind] = [(str(pair.one), str(pair.other), pair.reason) for pair in page]
    assert found == {
        "praktijkvoorbeelden": [(twins[0].title, twins[1].title, "bijna dezelfde titel")],
        "bibliotheken": [("Bibliotheek Zuidrand", "Stichting Openbare Bibliotheek Zuidrand", "bijna dezelfde naam")],
        "partners": [("Welzijn Oost", "Stichting WO", "zelfde website")],
    }


def test_the_button_compares_anew(client, curator):
    publishable(title="Taalcafé"), publishable(title="Taalcafé")
    before = list(client.get(LIST).context["page"])

    page = client.post(LIST, {"soort": "praktijkvoorbeelden"}, follow=True)

    assert (before, len(page.context["page"])) == ([], 1)
    assert "Laatst vergeleken op" in page.content.decode()


def test_many_are_compared_in_the_background_and_the_page_shows_how_far_it_is(client, curator, monkeypatch):
    monkeypatch.setattr("desk.doubles_views.AT_ONCE", 1)
    publishable(title="Taalcafé"), publishable(title="Taalcafé")

    client.post(LIST, {"soort": "praktijkvoorbeelden"})
    again = client.post(LIST, {"soort": "praktijkvoorbeelden"}, follow=True).content.decode()
    compare_kind(name="praktijkvoorbeelden")

    assert ('<progress id="voortgang"' in again, "Het vergelijken is al bezig." in again) == (True, True)
    assert len(client.get(LIST).context["page"]) == 1
    assert Comparison.objects.get().finished_at is not None


def test_a_comparison_that_never_ended_can_be_asked_for_again():
    begin_comparison(EXAMPLES, NOW)

    assert begin_comparison(EXAMPLES, NOW) is False
    assert begin_comparison(EXAMPLES, NOW + Comparison.GIVEN_UP) is True


def chosen_in_list(client, model, things):
    """Tick these in their list, and compare them."""
    data = {"action": "compare_chosen", "_selected_action": [thing.pk for thing in things]}
    return client.post(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"), data)


def test_two_that_were_ticked_in_a_list_stand_side_by_side(client, curator):
    kinds = [
        (Library, factories.LibraryFactory.create_batch(3), "bibliotheken"),
        (Partner, factories.PartnerFactory.create_batch(3), "partners"),
        (Initiative, [publishable() for _ in range(3)], "praktijkvoorbeelden"),
    ]

    for model, things, name in kinds:
        one, other, third = things
        leads_to = chosen_in_list(client, model, [other, one]).url
        assert (leads_to, client.get(leads_to).status_code) == (f"{LIST}{name}/{one.pk}/{other.pk}/", 200)
        for wrong in ([one], [one, other, third]):
            assert LIST not in (chosen_in_list(client, model, wrong).headers.get("Location") or "")
