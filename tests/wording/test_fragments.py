"""A fragment that is made once for all pages: it knows what it is given, and nothing of another page."""

from django.template import Context, Template

FOOTER = Template('{% load wording %}{% fragment "components/_footer.html" publisher_name=name %}')


def test_a_fragment_is_of_what_it_is_given_and_escapes_it():
    texts = {}
    for name in ("Stichting <b>Eén</b>", "Stichting Twee", "Stichting <b>Eén</b>"):
        texts[name] = FOOTER.render(Context({"name": name}))

    assert "Stichting &lt;b&gt;Eén&lt;/b&gt;" in texts["Stichting <b>Eén</b>"]
    assert "Stichting Twee" in texts["Stichting Twee"]
    assert "Eén" not in texts["Stichting Twee"]
