"""The door of the pages behind a personal link: who typed its code passes, for one page and a short time.

These pages are open, take no session, and send `Referrer-Policy: no-referrer`, so that an address never travels on.
Browsers then send `Origin: null`, which Django's own check of forms refuses; a visit therefore has its own proof: a
cookie for this one address that no other site can make a browser send, and the same in the form (`bezoek.bewijs`).
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.csrf import csrf_exempt

from ondersteuning.access_opp_link import Linkbezoek, leeft, zoek_link
from ondersteuning.models import Linksoort, OppLink
from ondersteuning.opp.linksleutel import in_groepen
from ondersteuning.services.opp_link import Nieuwelink
from zorgapp.accounts.toegang import openbaar

View = Callable[..., HttpResponse]
COOKIE = "zorgapp_link"
BEZOEK_SECONDEN = 2 * 60 * 60
PAGINA = {Linksoort.HOORRECHT: "opp_link_vertel", Linksoort.INSTEMMING: "opp_link_lees"}
"""The page that each kind of link opens; its receipt has that name with `_klaar`."""
_ZOUT = "zorgapp.opplink.bezoek"
_KORT = 20  # what is shorter is a choice, no text that somebody would lose


def dicht(antwoord: HttpResponse) -> HttpResponse:
    """Say to browser and search engine that this address goes nowhere; `no-store` every page says already."""
    antwoord.headers["Referrer-Policy"] = "no-referrer"
    antwoord.headers["X-Robots-Tag"] = "noindex, nofollow"
    return antwoord


def dood(request: HttpRequest) -> HttpResponse:
    """The one answer to a link that was never made, has ended, was used or was withdrawn."""
    return dicht(render(request, "ondersteuning/opp/link_dood.html", status=404))


def adres(naam: str, token: str) -> str:
    return reverse(f"ondersteuning:{naam}", args=[token])


def linkpagina(soort: Linksoort, reden: str, *, klaar: bool = False) -> Callable[[View], View]:
    """Mark an open view behind links of this `soort`; it gets a Linkbezoek where the address has a token.

    Without a typed code it leads to the page for that, when the link lives; a used link leads its own visitor to the
    receipt (`klaar`), for as long as his visit lasts. The school is set for the whole request.
    """

    def omhul(view: View) -> View:
        @wraps(view)
        def bewaakt(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
            bezoek = _bezoek(request, token, soort)
            if not isinstance(bezoek, Linkbezoek):
                return bezoek
            gebruikt = bezoek.link.gebruikt_op is not None
            if gebruikt != klaar:
                return dicht(redirect(adres(PAGINA[soort] + ("_klaar" if gebruikt else ""), token)))
            return dicht(view(request, bezoek, *args, **kwargs))

        return openbaar(reden)(csrf_exempt(bewaakt))

    return omhul


def _bezoek(request: HttpRequest, token: str, soort: Linksoort) -> Linkbezoek | HttpResponse:
    """The visit of this request, or the answer to who has none."""
    op = timezone.now()
    dag, link, cookie = timezone.localdate(op), zoek_link(token), request.COOKIES.get(COOKIE, "")
    open_ = link is not None and link.soort == soort and _van(cookie) == link.pk
    if link is None or link.soort != soort:
        return dood(request)
    if not leeft(link, op, dag) and not (open_ and link.gebruikt_op):
        return dood(request)
    bewijs = salted_hmac(_ZOUT, cookie, algorithm="sha256").hexdigest()
    if open_ and (request.method != "POST" or _klopt(request, bewijs)):
        return Linkbezoek(link, dag, bewijs)
    if request.method == "POST":
        waar = adres("opp_link", token)
        return vraag_code(request, 403, getypt=_getypt(request), opnieuw=True, adres=waar)
    return dicht(redirect(adres("opp_link", token)))


def _van(cookie: str) -> int | None:
    """The number of the link whose code was typed with this cookie; None when it is not ours or its time is over."""
    try:
        return int(signing.loads(cookie, salt=_ZOUT, max_age=BEZOEK_SECONDEN)["link"])
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None


def _klopt(request: HttpRequest, bewijs: str) -> bool:
    return constant_time_compare(request.POST.get("bewijs", ""), bewijs)


def _getypt(request: HttpRequest) -> list[str]:
    """Texts that were sent after the visit ended: shown back, so that nobody loses what he wrote."""
    velden = (naam for naam in request.POST if naam not in {"bewijs", "sleutel"})
    return [tekst for naam in velden for tekst in request.POST.getlist(naam) if len(tekst) > _KORT]


def vraag_code(request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
    """The page that asks for the code and shows nothing else."""
    return dicht(render(request, "ondersteuning/opp/link_code.html", context, status=status))


def begin_bezoek(link: OppLink, token: str) -> HttpResponse:
    """Lead who typed the right code to his page, with the cookie for it."""
    antwoord = redirect(adres(PAGINA[Linksoort(link.soort)], token))
    waarde = signing.dumps({"link": link.pk, "toeval": secrets.token_hex(8)}, salt=_ZOUT)
    antwoord.set_cookie(
        COOKIE,
        waarde,
        max_age=BEZOEK_SECONDEN,
        path=adres("opp_link", token),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )
    return dicht(antwoord)


def toon_link(request: HttpRequest, nieuw: Nieuwelink, *, voor: str, terug: str) -> HttpResponse:
    """Show the staff a link that was just made, once: the code, and the address unless it was mailed.

    `voor` is whom it is for, `terug` the address of the page they came from.
    """
    context = {"nieuw": nieuw, "code": in_groepen(nieuw.code), "voor": voor, "terug": terug}
    return render(request, "ondersteuning/opp/link_gemaakt.html", context)
