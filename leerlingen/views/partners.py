"""Pages of the sociale kaart."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.access_partners import get_partner, partners
from leerlingen.forms.partners import PartnerForm
from leerlingen.models import ExternePartner
from leerlingen.models.partner import Partnersoort
from leerlingen.services.partners import partner_bewaren, partner_hervatten, partner_stoppen
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_versie

VEROUDERD = "Een collega paste deze partner net aan. Kijk eerst hoe het er nu staat."


@vereist(Recht.SOCIALE_KAART)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """Partners, filtered by what is in the address."""
    soort, ook = request.GET.get("soort", ""), "gestopt" in request.GET
    pagina = partners(request.werkplek, soort, ook, request.GET.get("p"))
    adres = urlencode({"soort": soort} | ({"gestopt": "1"} if ook else {}))
    context = {"pagina": pagina, "soorten": Partnersoort.choices, "soort": soort, "ook": ook}
    return render(request, "leerlingen/partners/lijst.html", context | {"adres": f"{adres}&"})


@vereist(Recht.SOCIALE_KAART)
@require_GET
def een(request: ZorgRequest, pk: int) -> HttpResponse:
    """One partner."""
    return render(request, "leerlingen/partners/een.html", {"partner": get_partner(request.werkplek, pk)})


@vereist(Recht.AANBOD_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def bewerk(request: ZorgRequest, pk: int = 0) -> HttpResponse:
    """Add (without a number) or change a partner."""
    werkplek = request.werkplek
    partner = get_partner(werkplek, pk) if pk else ExternePartner()
    form = PartnerForm(request.POST or None, instance=partner, vandaag=werkplek.dag)
    context: dict[str, object] = {"form": form, "partner": partner, "pk": pk, "naam": partner.naam}
    try:
        if form.is_valid() and (
            bewaard := probeer(
                form, lambda: partner_bewaren(door=werkplek, partner=form.instance, versie=form.versie)
            )
        ):
            gedaan(request, f"{bewaard.naam} is bewaard.")
            return redirect("leerlingen:partner", bewaard.pk)
    except Verouderd:
        nu = get_partner(werkplek, pk)
        context["verouderd"] = form.verschillen(nu)
        form.op_nieuwste(nu)
        return render(request, "leerlingen/partners/bewerk.html", context, status=409)
    return render(request, "leerlingen/partners/bewerk.html", context, status=422 if form.errors else 200)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_POST
def stop(request: ZorgRequest, pk: int) -> HttpResponse:
    """End working with a partner, or (with `hervat`) take that back."""
    hervat = "hervat" in request.GET
    doe = partner_hervatten if hervat else partner_stoppen
    versie = gelezen_versie(request.POST.get("gelezen") or request.GET.get("v"))
    try:
        partner = doe(door=request.werkplek, pk=pk, versie=versie)
    except Verouderd:
        messages.error(request, VEROUDERD)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        terug = "" if hervat else f"{reverse('leerlingen:partner_stop', args=[pk])}?hervat&v={partner.versie}"
        gedaan(request, f"{partner.naam} {'doet weer mee' if hervat else 'is gestopt'}.", herstel=terug)
    return redirect("leerlingen:partner", pk)
