"""What a curator types wrong in the admin is explained in Dutch; it is never an error of ours."""

import pytest
from django.urls import reverse

from tests.role_factories import administrator

pytestmark = pytest.mark.django_db
NO_INLINES = {
    f"{prefix}-{name}": 0
    for prefix in ("branches", "contact_persons", "aliases", "successions")
    for name in ("TOTAL_FORMS", "INITIAL_FORMS")
}
WRONG = [
    ("library", {"isil": "fout"}, "Een ISIL-code is NL- met tien cijfers, en hoort bij een bibliotheek."),
    ("municipality", {}, "Een gemeente heeft een provincie en een CBS-code: GM met vier cijfers."),
    ("municipality", {"latitude": "52"}, "Geef breedtegraad (50 tot 54) en lengtegraad (3 tot 8) allebei."),
    ("partner", {"website": "geen adres"}, "Vul een webadres in, zoals https://voorbeeld.nl."),
]


@pytest.fixture
def client(client):
    client.force_login(administrator())
    return client


def test_a_wrong_organisation_is_explained(client):
    unexplained = []

    for model, typed, sentence in WRONG:
        form = NO_INLINES | {"name": "Naam", "slug": "naam"} | typed
        response = client.post(reverse(f"admin:partners_{model}_add"), form)
        if response.status_code != 200 or sentence not in response.content.decode():
            unexplained.append(f"{model} {typed}: {response.status_code}")

    assert unexplained == []


def test_a_figure_about_nothing_is_explained(client):
    response = client.post(reverse("admin:initiatives_figure_add"), {"value": 5, "label": "Iets", "period": "2016"})

    assert "Kies één ding waar dit over gaat" in response.content.decode()


def test_a_chooser_that_was_tampered_with_is_explained(client):
    unexplained = []

    for tampered in ("Nieuw", "9" * 30, "-1", "1.5", "²"):
        figure = {"value": 5, "label": "Iets", "period": "2016", "theme": tampered, "source": tampered}
        one = client.post(reverse("admin:initiatives_figure_add"), figure)
        several = client.post(reverse("admin:initiatives_document_add"), {"themes": [tampered], "title": "Iets"})
        told = [
            name in response.context["adminform"].form.errors
            for response, names in ((one, ("theme", "source")), (several, ("themes",)))
            for name in names
        ]
        if (one.status_code, several.status_code, told) != (200, 200, [True, True, True]):
            unexplained.append(f"{tampered}: {one.status_code} {several.status_code} {told}")

    assert unexplained == []
