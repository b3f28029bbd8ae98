"""How the curators' room looks."""

from django.templatetags.static import static

from .menu import menu

# Reading-lamp green, from almost white to almost black; 600 is the accent of the site
ACCENT = {
    "50": "#eff8f4", "100": "#dcebe3", "200": "#b9d8c9", "300": "#8cc2a9", "400": "#4f9c7c", "500": "#1c6f55",
    "600": "#0b5d46", "700": "#0a4a39", "800": "#06382b", "900": "#06342a", "950": "#03211a",
}  # fmt: skip
GREY = {
    "50": "#f6f9f7", "100": "#eff5f1", "200": "#dbe4de", "300": "#c8d4cd", "400": "#8b9d94", "500": "#5b6b63",
    "600": "#46564e", "700": "#33433b", "800": "#20342a", "900": "#17251e", "950": "#0f1814",
}  # fmt: skip

UNFOLD = {
    "SITE_TITLE": "Bieb Netwerk",
    "SITE_HEADER": "Bieb Netwerk",
    "SITE_SUBHEADER": "Beheer",
    "SITE_SYMBOL": "local_library",
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": True,
    "SHOW_BACK_BUTTON": True,
    "THEME": "light",
    "BORDER_RADIUS": "4px",
    "COLORS": {
        "base": GREY,
        "primary": ACCENT,
        "font": {
            "subtle-light": "var(--color-base-500)",
            "subtle-dark": "var(--color-base-300)",
            "default-light": "var(--color-base-700)",
            "default-dark": "var(--color-base-200)",
            "important-light": "var(--color-base-950)",
            "important-dark": "var(--color-base-100)",
        },
    },
    "DASHBOARD_CALLBACK": "desk.to_do.add_to_dos",
    "STYLES": [lambda request: static("css/curators.css")],
    "SCRIPTS": [
        lambda request: static("js/expressions.js"),
        lambda request: static("js/curators.js"),
    ],
    "SIDEBAR": {
        "show_search": False,
        "show_all_applications": False,
        "navigation": menu,
    },
}
