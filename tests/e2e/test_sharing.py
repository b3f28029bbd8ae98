"""Sharing an example in the browser: kept as one goes, gone on with by the mailed link, with and without JavaScript."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import expect

from tests.e2e.accessibility import SIZES, violations
from tests.e2e.mail import wait_for_mail
from tests.e2e.waiting import wait_for

# what is kept while nothing stands in the second answer stays under way
NEVER_ANSWERED = """() => {
  const send = window.fetch;
  window.fetch = (address, options) => {
    if (options.body.get("summary")) return send(address, options);
    window.isUnderWay = true;
    return new Promise(() => {});
  };
}"""


def fill_in(page, title, summary):
    page.get_by_label("Hoe heet het?").fill(title)
    page.get_by_label("Wat doen jullie?").fill(summary)


def picture():
    file = BytesIO()
    Image.new("RGB", (40, 30)).save(file, "JPEG")
    return {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def test_what_is_typed_is_kept_and_the_mailed_link_goes_on_elsewhere(page, plain_page, site_folder):
    page.set_viewport_size(SIZES["smal"])
    page.goto("/delen/")
    with page.expect_response(lambda answer: "komen langs" in (answer.request.post_data or "")):
        fill_in(page, "Taalcafé aan huis", "We komen langs.")
        page.get_by_label("Wat doen jullie?").blur()
    expect(page.locator("[data-saved]")).to_contain_text("Bewaard om")
    page.reload()
    expect(page.get_by_label("Hoe heet het?")).to_have_value("Taalcafé aan huis")
    page.get_by_label("Je e-mailadres").fill("deler@voorbeeld.nl")
    page.get_by_role("button", name="Bewaar en mail me de link").click()
    expect(page.get_by_text("We mailen je de link")).to_be_visible()
    assert violations(page) == {}

    link = wait_for_mail(site_folder, "deler@voorbeeld.nl", r"(/delen/[^\s\"<]+)", "Ga verder")[1]
    plain_page.goto(link)
    plain_page.get_by_label("Waar gaat het over?").select_option(index=1)
    plain_page.get_by_role("button", name="Deel dit voorbeeld").click()

    expect(plain_page.get_by_role("heading", name="Je voorbeeld ‘Taalcafé aan huis’")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Een curator kijkt ernaar")).to_be_visible()


def test_who_leaves_right_after_the_last_key_keeps_the_last_answer(page, plain_page):
    page.goto("/delen/")
    with page.expect_response(lambda answer: "Leeskring" in (answer.request.post_data or "")):
        page.get_by_label("Hoe heet het?").fill("Leeskring")
    expect(page.locator("[data-saved]")).to_contain_text("Bewaard om")
    address = page.url
    page.get_by_label("Wat doen jullie?").fill("We lezen samen.")
    page.goto("/toegankelijkheid/")

    wait_for(lambda: summary_of(plain_page, address) == "We lezen samen.")


def test_who_leaves_while_something_is_kept_keeps_the_last_answer(page, plain_page):
    page.goto("/delen/")
    page.get_by_label("Hoe heet het?").fill("Leeskring")
    expect(page.locator("[data-saved]")).to_contain_text("Bewaard om")
    address = page.url
    page.evaluate(NEVER_ANSWERED)
    page.get_by_label("Hoe heet het?").fill("Leeskring in de wijk")
    page.get_by_label("Wat doen jullie?").focus()
    page.wait_for_function("window.isUnderWay")
    page.get_by_label("Wat doen jullie?").fill("We lezen samen.")
    page.goto("/toegankelijkheid/")

    wait_for(lambda: summary_of(plain_page, address) == "We lezen samen.")


def summary_of(page, address):
    """What is kept of the second question."""
    page.goto(address)
    return page.get_by_label("Wat doen jullie?").input_value()


def test_without_javascript_a_wrong_file_costs_nothing_and_enter_only_keeps(plain_page):
    plain_page.goto("/delen/")
    fill_in(plain_page, "Leeskring", "We lezen samen.")
    plain_page.get_by_label("Hoe heet het?").press("Enter")
    expect(plain_page.get_by_text("Bewaard. Met het webadres")).to_be_visible()
    plain_page.get_by_text("Heb je een foto of een document?").click()
    plain_page.get_by_label("Een foto").set_input_files(picture() | {"buffer": b"<svg/>"})
    plain_page.get_by_role("button", name="Bewaar", exact=True).last.click()
    expect(plain_page.get_by_role("alert").filter(has_text="Dit is geen foto")).to_be_visible()
    plain_page.get_by_label("Een foto").set_input_files(picture())
    plain_page.get_by_role("button", name="Bewaar", exact=True).last.click()

    expect(plain_page.get_by_role("button", name="Haal weg foto.jpg")).to_be_visible()
    expect(plain_page.get_by_label("Hoe heet het?")).to_have_value("Leeskring")


def test_a_tip_needs_no_more_than_a_name_and_a_link(plain_page):
    plain_page.goto("/delen/")
    plain_page.get_by_role("link", name="Geef de naam en een link").click()
    plain_page.get_by_label("Hoe heet het?").fill("Boekenbus")
    plain_page.get_by_role("button", name="Geef deze tip").click()
    expect(plain_page.get_by_role("alert")).to_contain_text("Plak het webadres")
    plain_page.get_by_label("De link").fill("www.voorbeeld.nl/boekenbus")
    plain_page.get_by_role("button", name="Geef deze tip").click()

    expect(plain_page.get_by_role("heading", name="Bedankt voor je tip")).to_be_visible()
