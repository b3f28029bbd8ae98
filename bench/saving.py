"""How long it takes to save one entry, with its search document."""

from django.test import Client
from django.urls import reverse

from accounts.models import User
from bench import engine
from bench.pages import PageError
from bench.timing import timed
from initiatives.models import Initiative
from tests.filled_forms import filled_in

EMAIL = "meting@localhost"


def measure_saving(size, **limits):
    """Time a plain save, and the curators' form with everything around it."""
    middle = Initiative.objects.get(slug=f"meting-{size // 2}")
    texts = [
        f"Bij deze meting is de tekst {n} keer veranderd."
        for n in range(limits["rounds"])
    ]
    form = _Form(middle)
    return {
        "save": timed(lambda text: _save(middle, text), texts, **limits),
        "form": timed(form.post, texts, before=form.open, **limits),
    }


def _save(initiative, text):
    initiative.lessons = text
    initiative.save()
    engine.catch_up()


class _Form:
    """The curators' form of one entry, opened anew each time: who sends an older one is told that it has changed."""

    def __init__(self, initiative):
        self.client = Client(SERVER_NAME="localhost")
        self.client.force_login(
            _administrator(),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        self.url = reverse("admin:initiatives_initiative_change", args=[initiative.pk])
        self.values = {}

    def open(self):
        """Ask for the form as it is now."""
        page = self.client.get(self.url).content.decode()
        self.values = filled_in(page, "initiative_form")

    def post(self, text):
        """Send the form with another text."""
        values = self.values | {"lessons": text, "_save": ""}
        response = self.client.post(self.url, values)
        if response.status_code != 302:
            raise PageError("Het formulier van een voorbeeld wordt niet aangenomen.")


def _administrator():
    user, _ = User.objects.get_or_create(
        email=EMAIL, defaults={"is_staff": True, "is_superuser": True}
    )
    return user
