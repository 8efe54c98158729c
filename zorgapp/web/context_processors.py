"""What every page's shell needs: menu, who you are, the theme."""

from typing import Any

from django.http import HttpRequest

from ondersteuning.access import aantal_nieuw
from zorgapp.accounts.rollen import Recht
from zorgapp.kern.pagina import geteld
from zorgapp.web.menu import menu_voor


def schil(request: HttpRequest) -> dict[str, Any]:
    """Context of templates/base.html; without a Werkplek (login, errors) only the theme."""
    werkplek = getattr(request, "werkplek", None)
    if werkplek is None:
        return {"thema": getattr(getattr(request, "user", None), "thema", "auto")}
    if request.headers.get("HX-Request"):
        return {"werkplek": werkplek, "vandaag": werkplek.dag}
    nieuw = getattr(request, "aantal_nieuw", None)  # a view that counted already leaves it here
    if nieuw is None:
        nieuw = aantal_nieuw(werkplek) if werkplek.mag(Recht.TRIAGE) else 0
    pad = request.path
    menu = [
        {
            "url": url,
            "label": punt.label,
            "icoon": punt.icoon,
            "kop": punt.kop,
            "tel": geteld(nieuw) if nieuw and punt.tel == "nieuw" else "",
            "tel_soort": "nieuw",
            "huidig": pad == url or bool(punt.deel and pad.startswith(f"/{punt.deel}")),
        }
        for punt, url in menu_voor(werkplek.rollen)
    ]
    return {
        "werkplek": werkplek,
        "vandaag": werkplek.dag,
        "thema": werkplek.user.thema,
        "menu": menu,
        "scholen": getattr(request, "scholen", []),
    }
