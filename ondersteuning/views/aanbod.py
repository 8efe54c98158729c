"""The catalogue: what the school offers this year, one offering, and a year taken over into the next."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.access_aanbod import get_aanbod, lijst_ingezien
from ondersteuning.access_wachtlijst import gebruikers_van, wachtlijst
from ondersteuning.catalogus import jaar_uit, lees_catalogus, plekzin, ziet_aantallen
from ondersteuning.forms.aanbod import AanbodForm, OvernemenForm
from ondersteuning.models import Aanbod
from ondersteuning.services.aanbod import (
    VOORBIJ,
    aanbod_bewaren,
    aanbod_hervatten,
    aanbod_stoppen,
    beginset_aanbod,
    jaar_overnemen,
)
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import Pagina
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.velden import gelezen_versie

VEROUDERD = "Een collega paste dit aanbod net aan. Kijk eerst hoe het er nu staat."
LEEG = Pagina([], 1, None)


def versie_uit(request: ZorgRequest) -> int:
    """The version that a small form or a way back carries; 0 for anything that is none."""
    return gelezen_versie(request.POST.get("gelezen") or request.GET.get("v"))


@vereist(Recht.AANBOD_ZIEN)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """The offer of a school year, filtered by what is in the address."""
    context = {"c": lees_catalogus(request.werkplek, request.GET)}
    return render(request, "ondersteuning/aanbod/lijst.html", context)


@vereist(Recht.AANBOD_ZIEN)
@require_GET
def een(request: ZorgRequest, pk: int) -> HttpResponse:
    """One offering; who uses it and who waits, for whom sees their support in full."""
    werkplek = request.werkplek
    aanbod = get_aanbod(werkplek, pk)
    wie, wacht = LEEG, LEEG
    if werkplek.mag(Recht.AANBOD_LEERLINGEN):
        wie = gebruikers_van(werkplek, aanbod, request.GET.get("p"))
        wacht = wachtlijst(werkplek, request.GET.get("w"), aanbod)
        gezien = {(r.pk, r.leerling_id) for r in [*wie.rijen, *wacht.rijen]}
        lijst_ingezien(werkplek, "aanbod", [(aanbod.pk, leerling) for _, leerling in sorted(gezien)])
    nu = Schooljaar.van(werkplek.dag).beginjaar
    plek, vol = plekzin(werkplek, aanbod) if aanbod.schooljaar == nu else ("", False)
    context = {"aanbod": aanbod, "plek": plek, "vol": vol, "gebruikers": wie, "wacht": wacht}
    context |= {
        "aantallen": ziet_aantallen(werkplek),
        "voorbij": aanbod.schooljaar < nu,
        "nu": aanbod.schooljaar == nu,
    }
    return render(request, "ondersteuning/aanbod/een.html", context)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def bewerk(request: ZorgRequest, pk: int = 0) -> HttpResponse:
    """Add (without a number, to the year in the address) or change an offering."""
    werkplek = request.werkplek
    jaar = jaar_uit(werkplek, request.GET.get("jaar", ""))
    aanbod = get_aanbod(werkplek, pk) if pk else Aanbod(schooljaar=jaar.beginjaar)
    if aanbod.schooljaar < Schooljaar.van(werkplek.dag).beginjaar:
        messages.error(request, VOORBIJ)
        return redirect("ondersteuning:aanbod", pk) if pk else redirect("ondersteuning:aanbod_lijst")
    form = AanbodForm(request.POST or None, instance=aanbod, werkplek=werkplek)
    context: dict[str, Any] = {"form": form, "pk": pk, "naam": aanbod.naam, "jaar": aanbod.jaar}
    try:
        bewaard = form.is_valid() and probeer(
            form, lambda: aanbod_bewaren(door=werkplek, aanbod=form.instance, versie=form.versie)
        )
    except Verouderd:
        return _verouderd(request, form, pk, context)
    if bewaard:
        gedaan(request, f"{bewaard.naam} is bewaard.")
        return redirect("ondersteuning:aanbod", bewaard.pk)
    return render(request, "ondersteuning/aanbod/bewerk.html", context, status=422 if form.errors else 200)


def _verouderd(request: ZorgRequest, form: AanbodForm, pk: int, context: dict[str, Any]) -> HttpResponse:
    """What a colleague saved meanwhile beside what was typed; saving once more is a choice then."""
    nu = get_aanbod(request.werkplek, pk)
    context["verouderd"] = form.verschillen(nu)
    form.op_nieuwste(nu)
    return render(request, "ondersteuning/aanbod/bewerk.html", context, status=409)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_POST
def stop(request: ZorgRequest, pk: int) -> HttpResponse:
    """End an offering, or (with `hervat`) take that back."""
    hervat = "hervat" in request.GET
    doe = aanbod_hervatten if hervat else aanbod_stoppen
    versie = versie_uit(request)
    try:
        aanbod = doe(door=request.werkplek, pk=pk, versie=versie)
    except Verouderd:
        messages.error(request, VEROUDERD)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        terug = "" if hervat else f"{reverse('ondersteuning:aanbod_stop', args=[pk])}?hervat&v={versie + 1}"
        gedaan(request, f"{aanbod.naam} {'loopt weer' if hervat else 'is gestopt'}.", herstel=terug)
    return redirect("ondersteuning:aanbod", pk)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_POST
def overnemen(request: ZorgRequest) -> HttpResponse:
    """Copy a whole year to the next."""
    form = OvernemenForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Kies welk schooljaar je wilt overnemen.")
        return redirect("ondersteuning:aanbod_lijst")
    van = Schooljaar(form.cleaned_data["van"])
    naar = Schooljaar(van.beginjaar + 1)
    try:
        uit = jaar_overnemen(door=request.werkplek, van=van)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
        return redirect("ondersteuning:aanbod_lijst")
    zonder = f" Bij {uit.zonder_uitvoerder} staat nog niemand die het doet." if uit.zonder_uitvoerder else ""
    gedaan(request, f"{uit.nieuw} keer aanbod overgenomen in {naar}.{zonder}")
    return redirect(f"{reverse('ondersteuning:aanbod_lijst')}?jaar={naar}")


@vereist(Recht.AANBOD_WIJZIGEN)
@require_POST
def beginset(request: ZorgRequest) -> HttpResponse:
    """Lay down a neutral catalogue in an empty year."""
    try:
        aantal = beginset_aanbod(door=request.werkplek)
        gedaan(request, f"{aantal} keer aanbod neergezet. Pas het aan tot het klopt voor jullie school.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("ondersteuning:aanbod_lijst")
