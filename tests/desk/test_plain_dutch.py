"""Words of the libraries that were no Dutch sentence; asked of the pages as they are rendered."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.forms.utils import pretty_name
from django.urls import reverse

from initiatives.models import Initiative
from spreadsheets.models import ImportRun
from tests.english import english_among, texts_of
from tests.factories import InitiativeFactory, UserFactory
from tests.markup import squeezed
from tests.role_factories import administrator

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(client):
    client.force_login(administrator())
    return client


def test_a_filter_is_called_after_what_it_asks(room):
    wrong = []
    for model in admin.site._registry:
        page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        text = squeezed(room.get(page))
        if re.search(r"<h3[^>]*>\s*Op ", text):
            wrong.append(model._meta.label)

    assert wrong == []


def test_deleting_is_said_in_the_order_of_a_sentence(room):
    initiative = InitiativeFactory()

    page = squeezed(room.get(reverse("admin:initiatives_initiative_change", args=[initiative.pk])))

    assert f"Verwijder {Initiative._meta.verbose_name}" in page
    assert f"Verwijderen {Initiative._meta.verbose_name}" not in page


def test_an_administrator_is_called_one(room):
    page = squeezed(room.get(reverse("admin:accounts_user_changelist")))

    assert "is beheerder" in page.lower()
    assert "supergebruiker" not in page.lower()


def test_every_column_of_a_list_has_a_dutch_name():
    unnamed = []
    for model, listed in admin.site._registry.items():
        for name in [*listed.list_display, *getattr(listed, "more_columns", ())]:
            label = label_for_field(name, model, listed)
            if "_" in name and label == pretty_name(name):
                unnamed.append(f"{model._meta.label}.{name}")

    assert unnamed == []


def test_where_one_is_begins_with_the_list_and_keeps_letters_as_they_are(room):
    user = UserFactory(email="wie@voorbeeld.nl")

    page = squeezed(room.get(reverse("admin:accounts_user_change", args=[user.pk])))

    parts = re.findall(r"tracking-tight\">\s*([^<]*?)\s*</", page)
    assert parts == ["Gebruikers", "wie@voorbeeld.nl"]


def test_how_a_password_is_kept_is_told_to_nobody(room):
    user = UserFactory()
    user.set_password("een-lang-wachtwoord")
    user.save()

    page = squeezed(room.get(reverse("admin:accounts_user_change", args=[user.pk])))

    assert "Er is een wachtwoord." in page
    assert [word for word in ("algoritme", "iteraties", "salt", "hash") if word in page.lower()] == []


def test_one_row_is_a_row(room):
    run = ImportRun.objects.create(user=administrator(), model="sources.source", total=1, state="klaar")

    page = squeezed(room.get(reverse("admin:spreadsheets_importrun_change", args=[run.pk]), follow=True))

    assert "1 rij ·" in page


def test_no_library_speaks_english_around_a_page_in_what_it_asks_or_in_what_it_refuses(room):
    initiatives = reverse("admin:initiatives_initiative_changelist")
    chosen = {"_selected_action": [InitiativeFactory().pk]}
    actions = dict(admin.site.get_model_admin(Initiative).get_action_choices(room.get(initiatives).wsgi_request))
    answers = [room.get(reverse("admin:index"))]
    answers.append(room.post(reverse("admin:initiatives_initiative_add"), {"title": "", "year": "x"}))
    answers.append(room.post(initiatives, {"action": "delete_selected"}, follow=True))
    for action in actions:
        answers.append(room.post(initiatives, {"action": action, **chosen}, follow=True))

    said = {}
    for answer in answers:
        if "text/html" in answer["Content-Type"]:
            said |= dict.fromkeys(texts_of(answer.content.decode()), answer.request["PATH_INFO"])

    assert english_among(said) == []
