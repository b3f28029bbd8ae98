"""What templates say in one word: an icon, a page's address with another parameter, a number in Dutch."""

from functools import cache, lru_cache
from urllib.parse import quote

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import get_template
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from wording.breaking import unbroken
from wording.enumerations import joined, joined_at_most
from wording.icons import INTERFACE, THEMES
from wording.markup import marked_up
from wording.numbers import amount, money
from wording.years import OLD, is_old

register = template.Library()
register.filter(amount)
register.filter(joined)
register.filter(joined_at_most)
register.filter(money)
register.filter(unbroken, is_safe=True)
FONTS = "vendor/fonts.css"
TOLD = ("lijst", "notitie")  # in an address: what the reader did a moment ago
MOST_FRAGMENTS = 500


@register.simple_tag
@cache
def icon(name, css_class="i"):
    """A small drawing beside a word; decoration, so hidden from screen readers."""
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>',
        css_class,
        mark_safe(INTERFACE[name]),  # noqa: S308 our own drawing
    )


@register.simple_tag
@cache
def theme_icon(name, css_class="theme-icon"):
    """The drawing of a theme, with its lit part."""
    return format_html(
        '<svg class="{}" viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="2.25"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>',
        css_class,
        mark_safe(THEMES.get(name, THEMES["informatie"])),  # noqa: S308 our own drawing
    )


@register.filter
def old(year):
    """``ouder dan vijf jaar`` where something of that year is, else nothing; what says so is grey, too."""
    if is_old(year, timezone.localdate()):
        return OLD
    return ""


@register.simple_tag(takes_context=True)
def forwarded_address(context):
    """The whole address of this page for in a mail, without what this reader just did on it."""
    request = context["request"]
    query = request.GET.copy()
    for name in TOLD:
        query.pop(name, None)
    address = request.build_absolute_uri(request.path)
    if query:
        address = f"{address}?{query.urlencode()}"
    return quote(address, safe="")


@register.simple_tag
def fragment(name, **values):
    """A fragment that knows these values and nothing else, made once for all pages that ask for the same."""
    if settings.DEBUG:  # whoever writes it wants to see it
        return get_template(name).render(values)
    return made_once(name, **values)


@lru_cache(maxsize=MOST_FRAGMENTS)
def made_once(name, **values):
    return get_template(name).render(values)


@register.simple_tag
def current(page_name, *prefixes):
    """Mark a menu item when the page is one of its own: those whose name begins with one of ``prefixes``."""
    if page_name.startswith(prefixes):
        return mark_safe(' aria-current="true"')
    return ""


@register.simple_tag
def own_fonts():
    """Where our own letters are, empty when the build step did not fetch them: the site runs on the system's too."""
    try:
        if staticfiles_storage.exists(FONTS):
            return staticfiles_storage.url(FONTS)
    except ValueError:  # left behind by an earlier build, and not in this one
        return ""
    return ""


@register.filter
def month_name(number):
    """``5`` → ``mei``."""
    return MONTHS[number]


@register.filter
def get(numbers, key):
    """The number in a dictionary, 0 where there is none."""
    return numbers.get(key, 0)


@register.filter
def examples(count):
    """``1 voorbeeld``, ``3 voorbeelden``."""
    if count == 1:
        return "1 voorbeeld"
    return f"{count} voorbeelden"


@register.filter(name="marked_up")
def marked_up_filter(text, first_level):
    """A text with headings from this level on, lists and links, of which everything else is escaped."""
    return mark_safe(marked_up(text, first_level))  # noqa: S308 escaped before the first tag was added
