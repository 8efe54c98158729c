"""The first step of a personal link, the code, and taking a link back by the staff that gave it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from ondersteuning.access_opp_link import leeft, zoek_link
from ondersteuning.models import Linksoort
from ondersteuning.services.opp_link import Geweigerd, link_intrekken, link_openen
from ondersteuning.views.opp_linkdeur import begin_bezoek, dicht, dood, vraag_code
from zorgapp.accounts.grens import binnen_grens, te_vaak
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, openbaar, vereist
from zorgapp.kern.berichten import gedaan

GRENZEN = "30/10m/ip,10/10m/key"
"""Codes that may be tried from one address, and on one link, before one must wait."""
TERUG = {Linksoort.HOORRECHT: "opp_horen", Linksoort.INSTEMMING: "opp_instemming"}
"""The page of the staff that shows links of a kind."""


@openbaar("pupil and parents have no account; the signed address and a code say who it is")
@csrf_exempt
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the code; looking changes nothing, for mail scanners follow links."""
    nu = timezone.now()
    if request.method == "GET":
        return vraag_code(request) if leeft(zoek_link(token), nu, timezone.localdate(nu)) else dood(request)
    if not binnen_grens(request, "opplink", GRENZEN, token):
        return dicht(te_vaak(request))
    uitkomst = link_openen(token=token, code=request.POST.get("code", "")[:40], op=nu)
    if uitkomst is Geweigerd.DOOD:
        return dood(request)
    if isinstance(uitkomst, Geweigerd):
        return vraag_code(request, 422, fout=True)
    return begin_bezoek(uitkomst.link, token)


@vereist(Recht.OPP_WERKEN)
@require_POST
def intrekken(request: ZorgRequest, pk: int) -> HttpResponse:
    """Stop a link from working."""
    link = link_intrekken(door=request.werkplek, pk=pk, op=timezone.now())
    gedaan(request, "De link werkt niet meer.")
    return redirect(f"ondersteuning:{TERUG[Linksoort(link.soort)]}", link.opp_id)
