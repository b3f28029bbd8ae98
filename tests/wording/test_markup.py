"""Headings, lists and links out of plain text; nothing else becomes HTML."""

from wording.markup import marked_up, without_marks

WRITTEN = {
    "": "",
    "Een\ntwee\n\ndrie": "<p>Een<br>twee</p>\n<p>drie</p>",
    "# Kop\ntekst": "<h3>Kop</h3>\n<p>tekst</p>",
    "## Kop ##": "<h4>Kop</h4>",
    "#geen kop": "<p>#geen kop</p>",
    "- een\n- twee\nna": "<ul><li>een</li><li>twee</li></ul>\n<p>na</p>",
    "1. een\n2) twee": "<ol><li>een</li><li>twee</li></ol>",
    "- een\n\n- twee": "<ul><li>een</li></ul>\n<ul><li>twee</li></ul>",
    "Kijk op [de site](https://voorbeeld.nl/a?b=1&c=2).": (
        '<p>Kijk op <a href="https://voorbeeld.nl/a?b=1&amp;c=2">de site</a>.</p>'
    ),
    "Zie https://voorbeeld.nl/x.": '<p>Zie <a href="https://voorbeeld.nl/x">https://voorbeeld.nl/x</a>.</p>',
    "[mail](mailto:ans@voorbeeld.nl)": '<p><a href="mailto:ans@voorbeeld.nl">mail</a></p>',
    "Neem **een pen** mee": "<p>Neem <strong>een pen</strong> mee</p>",
    "2 ** 3 ** 4": "<p>2 ** 3 ** 4</p>",
    "[**hier**](https://a.nl)": '<p><a href="https://a.nl"><strong>hier</strong></a></p>',
    "2019 was mooi": "<p>2019 was mooi</p>",
    "Een\r\ntwee": "<p>Een<br>twee</p>",
}
HOSTILE = {
    "<script>alert(1)</script>": "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "# <b>kop</b>": "<h3>&lt;b&gt;kop&lt;/b&gt;</h3>",
    "[x](javascript:alert)": "<p>[x](javascript:alert)</p>",
    "[x](JAVASCRIPT:alert)": "<p>[x](JAVASCRIPT:alert)</p>",
    "[x](data:text/html,x)": "<p>[x](data:text/html,x)</p>",
    "[x](https://a.nl/**b**)": "<p>[x](https://a.nl/<strong>b</strong>)</p>",
    "**a [b** c](https://a.nl)": '<p>**a <a href="https://a.nl">b** c</a></p>',
    "**<b>**": "<p><strong>&lt;b&gt;</strong></p>",
    "[x](/beheer/)": "<p>[x](/beheer/)</p>",
    '[x](https://a.nl"onclick="alert)': "<p>[x](https://a.nl&quot;onclick=&quot;alert)</p>",
    "[<i>](https://a.nl)": '<p><a href="https://a.nl">&lt;i&gt;</a></p>',
    "https://a.nl'onclick='x": "<p>https://a.nl&#x27;onclick=&#x27;x</p>",
    "https://a.nl/><img>": "<p>https://a.nl/&gt;&lt;img&gt;</p>",
    "[[a](https://a.nl)](https://b.nl)": '<p>[<a href="https://a.nl">a</a>](<a href="https://b.nl">https://b.nl</a>)</p>',
}

PLAIN = {
    "# Kop\n- **punt**\n1. twee": "Kop\n- punt\n1. twee",
    "Kijk op [de site](https://voorbeeld.nl).": "Kijk op de site (https://voorbeeld.nl).",
    "[ans@a.nl](mailto:ans@a.nl) of https://a.nl/x": "ans@a.nl of https://a.nl/x",
    "2 ** 3 ** 4 <b>": "2 ** 3 ** 4 <b>",
    "[x](javascript:alert)": "[x](javascript:alert)",
}


def test_a_few_signs_become_headings_lists_and_links():
    assert {text: marked_up(text, 3) for text in WRITTEN} == WRITTEN


def test_what_somebody_writes_is_text_and_no_address_runs_anything():
    assert {text: marked_up(text, 3) for text in HOSTILE} == HOSTILE


def test_where_nothing_can_be_a_heading_the_signs_are_gone():
    assert {text: without_marks(text) for text in PLAIN} == PLAIN
