"""What moves on the curators' pages moves without ``unsafe-eval``, and nothing else does."""

from playwright.sync_api import expect

from tests.e2e.conftest import complaints_of

LIST = "/beheer/initiatives/initiative/"


def test_menu_filters_actions_and_choices_work(administrator):
    page, complaints = administrator, complaints_of(administrator)

    page.goto(LIST)
    filters, menu = page.locator("#changelist-filter"), page.locator("#nav-sidebar")
    page.get_by_role("link", name="Filters").click()
    expect(filters).to_be_visible()
    page.keyboard.press("Escape")
    expect(filters).to_be_hidden()
    page.locator("input[name=_selected_action]").first.check()
    run = page.locator("#changelist-actions button[name=index]")
    expect(run).to_be_hidden()
    page.locator("#changelist-actions select").select_option(index=1)
    expect(run).to_be_visible()
    page.locator(".cur-menu--wide").click()
    expect(menu).to_be_hidden()
    page.reload()
    expect(menu).to_be_hidden()
    page.locator(".cur-menu--wide").click()
    expect(menu).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#searchbar")).to_be_focused()
    page.locator("#searchbar").blur()  # keys count where nobody types
    page.keyboard.press("Control+k")
    expect(page.locator("#search-input-command")).to_be_focused()

    assert complaints == []


def test_the_menus_of_a_form_open(administrator):
    page, complaints = administrator, complaints_of(administrator)

    page.goto(f"{LIST}1/change/")
    own = page.locator("[x-show=openUserLinks]")
    page.locator("[x-on\\:click='openUserLinks = !openUserLinks']").click()
    expect(own).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    expect(own).to_be_hidden()
    page.locator("[x-ref=relatedWidgetWrapperthemes]").click()
    expect(page.locator("#related-widget-wrapper-themes")).to_be_visible()

    assert complaints == []


def test_a_narrow_screen_has_its_menu(administrator):
    administrator.set_viewport_size({"width": 390, "height": 800})
    administrator.goto("/beheer/")

    administrator.locator(".cur-menu--narrow").click()

    expect(administrator.locator("#nav-sidebar")).to_be_visible()


def test_only_known_expressions_run(administrator):
    """Also without the content policy: the text of an attribute is looked up, never made a function of."""
    administrator.goto("/beheer/")
    complaints = complaints_of(administrator)

    administrator.evaluate("document.querySelector('main').innerHTML = '<i x-data x-init=\"window.ran = 1\"></i>'")
    administrator.wait_for_function("document.querySelector('main i')._x_dataStack")

    assert administrator.evaluate("window.ran") is None
    assert complaints == ["Alpine: staat niet in expressions.js: window.ran = 1"]
