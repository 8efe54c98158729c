"""What every page's shell needs: menu, who you are, the theme."""

from typing import Any

from django.http import HttpRequest

from zorgapp.web.menu import ingang_van, menu_voor
from zorgapp.web.tellers import tellers


def schil(request: HttpRequest) -> dict[str, Any]:
    """Context of templates/base.html; without a Werkplek (login, errors) only the theme."""
    werkplek = getattr(request, "werkplek", None)
    if werkplek is None:
        return {"thema": getattr(getattr(request, "user", None), "thema", "auto")}
    if request.headers.get("HX-Request"):
        return {"werkplek": werkplek, "vandaag": werkplek.dag}
    # a view that counted already leaves it here
    nieuw, dagen = getattr(request, "aantal_nieuw", None), getattr(request, "eigen_dagen", None)
    telling = tellers(werkplek, request.session, nieuw, dagen)
    pad = request.path
    ingangen = menu_voor(werkplek.rollen)
    huidig = ingang_van(ingangen, pad)
    menu = [
        {
            "url": ingang.url,
            "label": ingang.punt.label,
            "icoon": ingang.punt.icoon,
            "kop": ingang.punt.kop,
            "tel": telling[ingang.punt.tel].tekst if ingang.punt.tel in telling else "",
            "tel_soort": telling[ingang.punt.tel].soort if ingang.punt.tel in telling else "",
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
