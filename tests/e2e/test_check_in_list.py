"""The list at the door while the network is away."""

from django.utils import timezone
from playwright.sync_api import expect

from events.links import door_token
from events.models import Registration
from partners.models import Organisation
from tests import event_factories as factories
from tests.e2e.conftest import complaints_of


def test_who_came_in_without_a_network_is_sent_when_it_is_back(administrator, in_site):
    page, complaints = administrator, complaints_of(administrator)
    with in_site():
        event = factories.EventFactory(starts_on=timezone.localdate())
        factories.EventRoleFactory(event=event, organisation=Organisation.objects.get(slug="probiblio"))
        ans = factories.RegistrationFactory(booking__event=event, name="Ans Alders")
        zoe = factories.RegistrationFactory(booking__event=event, name="Zoë Zwart")
    address = f"/beheer/events/event/{event.pk}/inchecken/lijst/"
    door = f"/agenda/deur/{door_token(event, event.starts_on)}/"
    key = f"binnen-{event.pk}"
    page.goto(address)
    page.context.set_offline(True)

    page.get_by_label("Naam of code").fill("zoe")
    expect(page.get_by_text("Ans Alders", exact=True)).to_be_hidden()
    page.locator(f"button[value='{zoe.code}']").click()
    expect(page.get_by_text("1 persoon is binnen, maar nog niet verstuurd.")).to_be_visible()
    with in_site():
        assert Registration.objects.filter(event=event, checked_in_at__isnull=False).count() == 0
    page.context.set_offline(False)

    expect(page.get_by_text("Zoë Zwart is binnen.")).to_be_visible()

    expect(page.get_by_text("nog niet verstuurd")).to_be_hidden()
    with in_site():
        assert Registration.objects.get(event=event, checked_in_at__isnull=False).name == "Zoë Zwart"
    assert page.evaluate(f"localStorage.getItem({key!r})") is None
    page.goto(door + "?q=ans")
    page.context.set_offline(True)
    page.locator(f"button[value='{ans.code}']").click()
    expect(page.get_by_text("1 persoon is binnen, maar nog niet verstuurd.")).to_be_visible()
    page.context.set_offline(False)

    expect(page.get_by_text("Ans Alders is binnen.")).to_be_visible()
    assert [text for text in complaints if "ERR_INTERNET_DISCONNECTED" not in text] == []
