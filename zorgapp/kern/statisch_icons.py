"""The icons of the menu as one file that a browser keeps: they stand on every page, and weigh 2 kB there when written out."""

from functools import cache

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from zorgapp.kern.icons import icoon, vorm_van

BESTAND = "img/menu.svg"
MENU = frozenset(
    (
        "adjustments-horizontal",
        "building",
        "chart-column",
        "clipboard-check",
        "dots",
        "file-text",
        "inbox",
        "layout-grid",
        "list-check",
        "logout",
        "message-report",
        "notes",
        "route",
        "school",
        "send",
        "sun",
        "target-arrow",
        "upload",
        "user",
        "users",
        "users-group",
    )
)


def menublad() -> str:
    """Return the file itself: a symbol per icon."""
    vormen = "".join(
        f'<symbol id="{naam}" viewBox="0 0 24 24">{vorm_van(naam)}</symbol>' for naam in sorted(MENU)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{vormen}</svg>'


@cache
def menu_icoon(naam: str) -> SafeString:
    """Return an icon of 20 px for the menu; one that is not in the file is written out. Raises OnbekendIcoon."""
    if naam not in MENU:
        return icoon(naam, 20)
    return mark_safe(
        f'<svg class="ti" width="20" height="20" aria-hidden="true"><use href="{static(BESTAND)}#{naam}"/></svg>'
    )
