"""What a curator types wrong in the admin is explained in Dutch; it is never an error of ours."""

import pytest
from django.urls import reverse

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
NO_INLINES = {
    f"{prefix}-{name}": 0
    for prefix in ("branches", "contact_persons", "aliases", "successions")
    for name in ("TOTAL_FORMS", "INITIAL_FORMS")
}


@pytest.mark.parametrize(
    ("model", "typed", "sentence"),
    [
        ("library", {"isil": "fout"}, "Een ISIL-code is NL- met tien cijfers, en hoort bij een bibliotheek."),
        ("municipality", {}, "Een gemeente heeft een provincie en een CBS-code: GM met vier cijfers."),
        ("municipality", {"latitude": "52"}, "Geef breedtegraad (50 tot 54) en lengtegraad (3 tot 8) allebei."),
        ("partner", {"website": "geen adres"}, "Voer een geldige URL in."),
    ],
)
def test_a_wrong_organisation_is_explained(client, model, typed, sentence):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    response = client.post(
        reverse(f"admin:partners_{model}_add"), NO_INLINES | {"name": "Naam", "slug": "naam"} | typed
    )

    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_a_figure_about_nothing_is_explained(client):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    response = client.post(reverse("admin:initiatives_figure_add"), {"value": 5, "label": "Iets", "period": "2016"})

    assert "Kies één ding waar dit over gaat" in response.content.decode()


@pytest.mark.parametrize("tampered", ["Nieuw", "9" * 30, "-1", "1.5", "²"])
def test_a_chooser_that_was_tampered_with_is_explained(client, tampered):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    figure = {"value": 5, "label": "Iets", "period": "2016", "theme": tampered, "source": tampered}

    one = client.post(reverse("admin:initiatives_figure_add"), figure)
    several = client.post(reverse("admin:initiatives_document_add"), {"themes": [tampered], "title": "Iets"})

    assert (one.status_code, several.status_code) == (200, 200)
    assert {"theme", "source"} <= one.context["adminform"].form.errors.keys()
    assert "themes" in several.context["adminform"].form.errors
