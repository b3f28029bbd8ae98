"""The parser of pages finds what a browser would silently mend."""

from tests.strict_html import mistake_in

PAGE = '<!doctype html><html lang="nl"><head><title>a</title></head><body>{}</body></html>'
BROKEN = (
    "<p>a",
    "<div>",
    "</div>",
    "<p></p></p>",
    "<h2>a</h3>",
    "<b><i>a</b></i>",
    "<p><div>a</div></p>",
    "<p><ul><li>a</li></ul></p>",
    "<h1>a<h2>b</h2></h1>",
    '<a href="a"><a href="b">c</a></a>',
    "<button><button>a</button></button>",
    "<form><div><form></form></div></form>",
    "<ul>a</ul>",
    "<ul><p>a</p></ul>",
    "<li>a</li>",
    "<td>a</td>",
    "<table><div></div></table>",
    "<select><div>a</div></select>",
    '<img src="a" src="b">',
    '<p id="a"></p><p id="a"></p>',
    '<p a"b>c</p>',
    "<p title=a'b>c</p>",
    "<a href='a'b='c'>d</a>",
    "<div/>",
    "<input></input>",
    '<svg><path d="M0"></svg>',
    "<p>a &amp b</p>",
    "<p>AT&T</p>",
    "<p>&foo; a</p>",
    '<a href="?a=1&b=2">c</a>',
    "<p>a<b</p>",
    "<p>1 < 2</p>",
    "<p>a\x00b</p>",
)
SOUND = (
    "<p>a &amp; b, c & d, &euro; 12 en &#39;s&#x27;</p>",
    '<a href="?a=1&amp;b=2">c<br>d<br/>e</a>',
    '<ul><li>a<ul><li>b</li></ul></li></ul><input disabled name="a" value=b>',
    "<table><caption>a</caption><tr><th>b</th><td><p>c</p></td></tr></table>",
    "<select><optgroup label='a'><option selected>b</option></optgroup></select>",
    "<dl><div><dt>a</dt><dd>b</dd></div></dl><details><summary>a</summary><p>b</p></details>",
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><script>if (a < b && c) { d() }</script>',
)


def test_what_a_browser_would_mend_is_a_mistake():
    missed = [text for text in BROKEN if not mistake_in(PAGE.format(text))]

    assert missed == []


def test_what_may_stand_in_a_page_is_none():
    mistakes = [mistake_in(PAGE.format(text)) for text in SOUND]

    assert mistakes == [""] * len(SOUND)


def test_a_page_says_what_kind_of_document_it_is():
    assert mistake_in("<html><body><p>a</p></body></html>") == "line 1: no doctype"
