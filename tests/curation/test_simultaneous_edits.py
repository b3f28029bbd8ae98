"""Two people have the same form open: what each changed is kept, and nobody overwrites what they did not see."""

import pytest
from django.contrib import admin
from django.test import Client, RequestFactory
from django.urls import reverse

from curation.options import CuratedAdmin
from curation.simultaneous_edits import KeepsOthersEdits
from history.timeline import timeline
from initiatives.models import Initiative
from tests import factories
from tests.filled_forms import filled_in
from tests.role_factories import administrator, national_curator

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


class Editor:
    """Somebody with a form open."""

    def __init__(self, name, row):
        self.client = Client()
        self.client.force_login(national_curator(name=name, email=f"{name.lower()}@voorbeeld.nl"))
        self.model = row._meta.model_name
        self.address = reverse(f"admin:{row._meta.app_label}_{self.model}_change", args=[row.pk])
        self.open()

    def open(self):
        """Open it, or open it again."""
        self.page = self.client.get(self.address).content.decode()
        self.values = filled_in(self.page, f"{self.model}_form")

    def send(self, *, follow=False, **changed):
        """Send all of it, with what was changed."""
        return self.client.post(self.address, self.values | changed | {"_continue": ""}, follow=follow)

    def save(self, **changed):
        """The same, and stay with the page that comes back."""
        response = self.send(follow=True, **changed)
        self.page = response.content.decode()
        self.values = filled_in(self.page, f"{self.model}_form")
        return response.context["adminform"].form


@pytest.fixture
def initiative():
    theme = factories.ThemeFactory(name="Taal")
    texts = {"goal": "Lezen.", "lessons": "Begin klein.", "results": "Twaalf mensen."}
    return factories.InitiativeFactory(themes=[theme], **texts)


def test_what_another_changed_stays(initiative):
    an, bo = Editor("An", initiative), Editor("Bo", initiative)

    bo.send(goal="Rekenen.")
    an.save(lessons="Begin groot.")

    initiative.refresh_from_db()
    assert (initiative.goal, initiative.lessons) == ("Rekenen.", "Begin groot.")
    assert "veranderde intussen: Doel. Dat is ook bewaard." in an.page


def test_a_field_that_both_changed_is_refused_with_both_in_sight(initiative):
    an, bo = Editor("An", initiative), Editor("Bo", initiative)

    bo.send(goal="Rekenen.")
    form = an.save(goal="Schrijven.")

    assert list(form.errors) == ["goal"]
    assert "Daar staat nu: ‘Rekenen.’" in form.errors["goal"][0]
    assert an.values["goal"] == "Schrijven."
    initiative.refresh_from_db()
    assert initiative.goal == "Rekenen."


def test_saved_once_more_it_is_taken(initiative):
    an, bo = Editor("An", initiative), Editor("Bo", initiative)

    bo.send(goal="Rekenen.", results="Dertien mensen.")
    an.save(goal="Schrijven.")
    shown = an.values["results"]
    an.send()

    assert shown == "Dertien mensen."
    initiative.refresh_from_db()
    assert (initiative.goal, initiative.results) == ("Schrijven.", "Dertien mensen.")


def test_what_changed_again_meanwhile_is_refused_again(initiative):
    an, bo = Editor("An", initiative), Editor("Bo", initiative)

    bo.save(goal="Rekenen.")
    an.save(goal="Schrijven.")
    bo.send(goal="Dansen.")
    form = an.save()

    assert "Daar staat nu: ‘Dansen.’" in form.errors["goal"][0]


def test_what_is_listed_in_the_order_of_another_table_can_be_saved():
    """Themes stand in the order of a theme above them, which most have not."""
    theme = factories.ThemeFactory(name="Taal")

    Editor("An", theme).send(name="Taal en rekenen")

    theme.refresh_from_db()
    assert theme.name == "Taal en rekenen"


def test_the_same_change_is_no_clash(initiative):
    an, bo = Editor("An", initiative), Editor("Bo", initiative)

    bo.send(goal="Rekenen.")
    form = an.save(goal="Rekenen.")

    assert form.errors == {}


def test_links_are_kept_and_clash_as_well(initiative):
    first, second = initiative.themes.get(), factories.ThemeFactory(name="Geld")
    an, bo, cy = (Editor(name, initiative) for name in ("An", "Bo", "Cy"))

    bo.send(themes=[first.pk, second.pk])
    an.send(goal="Rekenen.")
    form = cy.save(themes=[second.pk])

    assert set(initiative.themes.all()) == {first, second}
    assert "Daar staat nu: ‘Geld, Taal’" in form.errors["themes"][0]


def test_rows_of_a_form_are_kept_as_well(initiative):
    figure = factories.FigureFactory(initiative=initiative, label="deelnemers", unit="mensen")
    an, bo = Editor("An", initiative), Editor("Bo", initiative)

    bo.send(**{"figures-0-label": "bezoekers"})
    an.send(**{"figures-0-unit": "keer"})

    figure.refresh_from_db()
    assert (figure.label, figure.unit) == ("bezoekers", "keer")


def test_a_row_that_another_deleted_is_gone_for_who_left_it_alone(initiative):
    factories.FigureFactory(initiative=initiative)
    an, bo = Editor("An", initiative), Editor("Bo", initiative)

    bo.send(**{"figures-0-DELETE": "on"})
    an.send(goal="Rekenen.")

    initiative.refresh_from_db()
    assert (initiative.goal, initiative.figures.count()) == ("Rekenen.", 0)


def test_a_row_that_another_deleted_is_not_lost_for_who_changed_it(initiative):
    factories.FigureFactory(initiative=initiative)
    an, bo = Editor("An", initiative), Editor("Bo", initiative)

    bo.send(**{"figures-0-DELETE": "on"})
    an.save(**{"figures-0-label": "bezoekers"}, goal="Rekenen.")
    told = an.page
    an.send()

    assert "heeft intussen een regel verwijderd die jij veranderde" in told
    assert ": bezoekers" in told
    initiative.refresh_from_db()
    assert (initiative.goal, initiative.figures.count()) == ("Rekenen.", 0)


@pytest.mark.django_db(transaction=True)
def test_who_changed_it_is_said_and_nobody_is_blamed_for_what_they_left_alone():
    initiative = factories.InitiativeFactory(themes=[factories.ThemeFactory()], goal="Lezen.")
    an, bo, cy = (Editor(name, initiative) for name in ("An", "Bo", "Cy"))
    bo.send(goal="Rekenen.")

    form = an.save(goal="Schrijven.", lessons="Begin groot.")
    cy.send(results="Dertien mensen.")
    an.save(goal="Rekenen.")

    assert "Bo heeft dit op" in form.errors["goal"][0]
    assert "Cy veranderde intussen: Resultaten. Dat is ook bewaard." in an.page
    newest = timeline(initiative)[0]
    assert (newest.who, [change.what for change in newest.changes]) == ("An", ["geleerde lessen"])


def test_nonsense_for_how_it_was_is_no_error_of_ours(initiative):
    an, not_saved = Editor("An", initiative), []

    for number, nonsense in enumerate(["", "[]", "{", '{"goal": 5}', "9" * 5000, "[" * 100000]):
        an.send(lessons=f"Les {number}.", opened=nonsense)
        initiative.refresh_from_db()
        if initiative.lessons != f"Les {number}.":
            not_saved.append(nonsense[:20])

    assert not_saved == []


def test_who_else_has_it_open_is_said(initiative):
    an, bo = Editor("An", initiative), Editor("Bo", initiative)
    seen_by_an = an.client.post(f"{an.address.removesuffix('change/')}open/").content.decode()

    assert "An bewerkt dit nu." in bo.page
    assert "Bo bewerkt dit nu." in seen_by_an
    assert "An bewerkt" not in seen_by_an


def test_nothing_is_read_out_again_while_nobody_comes_or_goes(initiative):
    an, _ = Editor("An", initiative), Editor("Bo", initiative)

    answer = an.client.post(f"{an.address.removesuffix('change/')}open/", {"others_here": "Bo bewerkt dit nu."})

    assert (answer.status_code, answer.content) == (204, b"")


def test_who_saved_and_left_is_no_longer_there(initiative):
    bo = Editor("Bo", initiative)
    bo.client.post(bo.address, bo.values | {"_save": ""})

    assert "bewerkt dit nu" not in Editor("An", initiative).page


def test_every_form_of_the_room_keeps_what_others_changed():
    """Of every kind of row with a form, and of the rows within it."""
    request = RequestFactory().get("/")
    request.user = administrator()
    overwriting = []

    for model, model_admin in admin.site._registry.items():
        if not isinstance(model_admin, CuratedAdmin):
            continue
        forms = [model_admin.get_form(request, model(), change=True)]
        for inline in model_admin.get_inline_instances(request):
            forms.append(inline.get_formset(request).form)
        names = [form.__name__ for form in forms if not issubclass(form, KeepsOthersEdits)]
        overwriting += [f"{model.__name__}: {name}" for name in names]

    assert overwriting == []


def test_a_page_makes_the_row_that_a_script_copies_once():
    """It asks for it four times."""
    request = RequestFactory().get("/")
    request.user = administrator()
    made_again = []

    for inline in admin.site.get_model_admin(Initiative).get_inline_instances(request):
        rows = inline.get_formset(request)()
        if rows.empty_form is not rows.empty_form:
            made_again.append(str(inline))

    assert made_again == []
