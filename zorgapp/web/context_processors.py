"""What every page's shell needs: menu, who you are, the theme."""

from typing import Any

from django.http import HttpRequest

from ondersteuning.access import aantal_nieuw
from zorgapp.accounts.rollen import Recht
from zorgapp.kern.pagina import geteld
from zorgapp.web.menu import ingang_van, menu_voor


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
    ingangen = menu_voor(werkplek.rollen)
    huidig = ingang_van(ingangen, pad)
    menu = [
        {
            "url": ingang.url,
            "label": ingang.punt.label,
            "icoon": ingang.punt.icoon,
            "kop": ingang.punt.kop,
            "tel": geteld(nieuw) if nieuw and ingang.punt.tel == "nieuw" else "",
            "tel_soort": "nieuw",
            "huidig": ingang is huidig,
        }
        for ingang in ingangen
    ]
    return {
        "werkplek": werkplek,
        "vandaag": werkplek.dag,
        "thema": werkplek.user.thema,
        "menu": menu,
        "tabs": [(label, url, url == pad) for label, url in huidig.lijsten(pad)] if huidig else [],
        "scholen": getattr(request, "scholen", []),
    }
