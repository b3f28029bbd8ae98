"""Every place that makes raw HTML, with the reason why no text of people can run there; a new one has to be added."""

import re

from tests.hostile.raw_html import ROOT, raw_places

OUR_DRAWINGS = "drawings of wording/icons.py, chosen by a name that is ours"
A_KEY = "the QR code of a key or an address: a path made here"
ITS_OWN_PATH = "request.path of an address that was found, in quotes and escaped as text"
FIELD_NAMES = "names of fields of allauth's forms"
DATA_ONLY = "escapes < > & itself; is data and no script"
MAIL = "plain text in a mail; mail.outgoing.mail_text gives it as text to be escaped"
OUR_FRAGMENT = "a fragment that our own template escaped"
PLACES = {  # {(path, what): (how often, why it is safe)}
    ("accounts/adapters.py", "mark_safe"): (1, A_KEY),
    ("serving/refusals.py", "HttpResponse as HTML"): (1, "a template that escapes"),
    ("remembering/memory.py", "HttpResponse as HTML"): (1, "a page as it went out before"),
    ("search/highlighting.py", "mark_safe"): (1, "every piece between the marks is escaped"),
    ("search/templatetags/facet_values.py", "mark_safe"): (
        1,
        "key and label are escaped; the rest is ours",
    ),
    ("wording/templatetags/wording.py", "filter that says what is safe"): (
        1,
        "puts another space between words; what was to be escaped still is",
    ),
    ("wording/templatetags/wording.py", "mark_safe"): (
        4,
        f"{OUR_DRAWINGS}, one attribute without a value, and a text that was escaped before its tags were added",
    ),
    ("events/codes.py", "mark_safe"): (1, A_KEY),
    ("static/js/check_in.js", "HTML"): (1, "parsed as a page of ours, of which the nodes are moved"),
    ("static/js/combobox.js", "HTML"): (1, OUR_FRAGMENT),
    ("templates/admin/_simultaneous.html", "attribute of a script"): (1, "an address of ours; the number of a row"),
    ("templates/admin/doubles.html", "attribute of a script"): (1, "an address of ours; the name of a kind"),
    ("templates/admin/export_run.html", "attribute of a script"): (1, ITS_OWN_PATH),
    ("templates/admin/import_run.html", "attribute of a script"): (1, ITS_OWN_PATH),
    ("templates/admin/policy_queue.html", "attribute of a script"): (1, ITS_OWN_PATH),
    ("templates/admin/policy_reading.html", "attribute of a script"): (1, ITS_OWN_PATH),
    ("templates/admin/step_run.html", "attribute of a script"): (1, ITS_OWN_PATH),
    ("templates/opportunities/_basket_button.html", "attribute of a script"): (1, "an address of ours; a slug"),
    ("templates/opportunities/_list_button.html", "attribute of a script"): (
        1,
        "an address of ours; a kind and a slug",
    ),
    ("templates/opportunities/_matrix_fill.html", "attribute of a script"): (1, f"{ITS_OWN_PATH}; encoded for a query"),
    ("templates/opportunities/_matrix_fold.html", "attribute of a script"): (1, f"{ITS_OWN_PATH}; encoded for a query"),
    ("templates/opportunities/_matrix_form.html", "attribute of a script"): (1, ITS_OWN_PATH),
    ("templates/opportunities/note_form.html", "attribute of a script"): (1, ITS_OWN_PATH),
    ("templates/search/_overview.html", "attribute of a script"): (2, f"{ITS_OWN_PATH}; names of our facets"),
    ("templates/account/login.html", "script in the page"): (1, FIELD_NAMES),
    ("templates/mfa/authenticate.html", "script in the page"): (1, FIELD_NAMES),
    ("templates/mfa/authenticate.html", "json_script"): (1, DATA_ONLY),
    ("templates/mfa/totp/activate_form.html", "|safe"): (1, A_KEY),
    ("templates/mfa/webauthn/add_form.html", "script in the page"): (1, FIELD_NAMES),
    ("templates/mfa/webauthn/add_form.html", "json_script"): (1, DATA_ONLY),
    ("templates/mfa/webauthn/reauthenticate.html", "script in the page"): (1, FIELD_NAMES),
    ("templates/mfa/webauthn/reauthenticate.html", "json_script"): (1, DATA_ONLY),
}


def test_every_place_that_makes_raw_html_has_a_reason():
    """Escape the text there, or write down why none of it is of people."""
    found = {place: count for place, count in raw_places().items() if not is_mail(place)}

    assert found == {place: count for place, (count, why) in PLACES.items()}


def test_text_that_is_not_escaped_is_only_for_mail():
    """A text template gives text that is marked as safe for HTML; ``mail_text`` takes that mark off again."""
    found = [str(path.relative_to(ROOT)) for path in python_of_the_site() if "render_to_string(" in path.read_text()]

    assert found == ["mail/outgoing.py"]


def is_mail(place):
    path, what = place
    return what == "autoescape off" and re.fullmatch(r"templates/\w+/email/\w+\.txt", path)


def python_of_the_site():
    apps = [path.parent for path in ROOT.glob("*/__init__.py") if path.parent.name not in ("tests", "bench")]
    return sorted(path for app in apps for path in app.rglob("*.py"))
