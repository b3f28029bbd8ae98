"""In the choosers of the room things of one name are told apart."""

import pytest
from django.urls import reverse

from tests.event_factories import AppearanceFactory, SessionFactory, SpeakerFactory
from tests.evidence_factories import CitationFactory
from tests.factories import MunicipalityAliasFactory, MunicipalityFactory, UserFactory
from tests.queries import number_of_queries
from tests.role_factories import CuratorshipFactory, administrator

pytestmark = pytest.mark.django_db


def found(client, model, field, term):
    """What the field of this model offers to who types the term."""
    app, name = model.split(".")
    asked = {"app_label": app, "model_name": name, "field_name": field, "term": term}
    return sorted(choice["text"] for choice in client.get(reverse("admin:autocomplete"), asked).json()["results"])


def test_what_is_offered_and_what_is_chosen_is_told_apart(client):
    client.force_login(administrator())
    ended = MunicipalityFactory(name="Sluis", valid_until="1995-01-01")
    alias = MunicipalityAliasFactory(municipality=ended)
    MunicipalityFactory(name="Sluis")
    curatorship = CuratorshipFactory(user=UserFactory(name="Kim", email="kim@voorbeeld.nl"))
    UserFactory(name="Kim", email="andere-kim@voorbeeld.nl")
    CitationFactory(speaker="Anna", paraphrase="Volgens Anna werkt het goed.")
    CitationFactory(speaker="Anna", paraphrase="Anna ziet meer bezoekers.")
    session = SessionFactory(title="Pauze", event__title="Netwerkdag")
    appearance = AppearanceFactory(event=session.event, session=session, speaker=SpeakerFactory(name="Jo"))
    SpeakerFactory(name="Jo", job_title="wethouder")

    offered = [
        found(client, "partners.municipalityalias", "municipality", "Sluis"),
        found(client, "partners.curatorship", "user", "Kim"),
        found(client, "events.event", "citations", "Anna"),
        found(client, "events.appearance", "session", "Pauze"),
        found(client, "events.appearance", "speaker", "Jo"),
    ]
    forms = {
        "Sluis (tot 1995)": reverse("admin:partners_municipalityalias_change", args=[alias.pk]),
        "Kim (kim@voorbeeld.nl)": reverse("admin:partners_curatorship_change", args=[curatorship.pk]),
        "Pauze (Netwerkdag)": reverse("admin:events_appearance_change", args=[appearance.pk]),
    }

    assert offered == [
        ["Sluis", "Sluis (tot 1995)"],
        ["Kim (andere-kim@voorbeeld.nl)", "Kim (kim@voorbeeld.nl)"],
        ["Anna: Anna ziet meer bezoekers.", "Anna: Volgens Anna werkt het goed."],
        ["Pauze (Netwerkdag)"],
        ["Jo", "Jo (wethouder)"],
    ]
    assert [name for name, form in forms.items() if name not in client.get(form).content.decode()] == []


def test_a_chooser_costs_the_same_for_1_and_3(client):
    client.force_login(administrator())
    SessionFactory(title="Pauze")
    one = number_of_queries(lambda: found(client, "events.appearance", "session", "Pauze"))
    SessionFactory.create_batch(2, title="Pauze")

    assert number_of_queries(lambda: found(client, "events.appearance", "session", "Pauze")) == one
