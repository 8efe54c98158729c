"""The phrase library of the school: what is offered beside the fields of an OPP, adding and stopping."""

from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ondersteuning.access_opp_zinnen import zinnen as lees_zinnen
from ondersteuning.forms.opp_zinnen import StopZinForm, ZinForm
from ondersteuning.opp.velden import VELDEN
from ondersteuning.services.opp_zinnen import zin_stoppen, zin_toevoegen
from ondersteuning.views.oppschets import bewaak, schets, weg
from ondersteuning.views.trajectvorm import verzonden
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

SLEUTEL = "oppzin"


@vereist(Recht.OPP_BEHEREN)
@require_http_methods(["GET", "POST"])
def zinnen(request: ZorgRequest) -> HttpResponse:
    """The phrases by field, and one more."""
    form = ZinForm(verzonden(request))
    if form.is_valid():
        data = form.cleaned_data
        wat = {"veld": data["veld"], "tekst": data["tekst"], "op": timezone.now()}
        if probeer(form, lambda: zin_toevoegen(door=request.werkplek, **wat)):
            weg(request.werkplek, SLEUTEL)
            gedaan(request, "De zin staat erbij.")
            return redirect("ondersteuning:opp_zinnen")
    bewaak(form, schets(request.werkplek, SLEUTEL))
    pagina = lees_zinnen(request.werkplek, request.GET.get("p"))
    per = [(VELDEN[veld], list(rijen)) for veld, rijen in groupby(pagina.rijen, lambda z: z.veld)]
    context = {"form": form, "pagina": pagina, "per": per}
    return render(request, "ondersteuning/opp/zinnen.html", context, status=422 if form.is_bound else 200)


@vereist(Recht.OPP_BEHEREN)
@require_POST
def stop(request: ZorgRequest, zin: int) -> HttpResponse:
    """No longer offer a phrase."""
    form = StopZinForm(request.POST)
    try:
        zin_stoppen(
            door=request.werkplek, pk=zin, versie=form.cleaned_data["versie"] if form.is_valid() else 0
        )
        gedaan(request, "De zin staat er niet meer bij. Waar hij al gebruikt is, blijft hij staan.")
    except Verouderd:
        messages.error(request, "Een collega paste deze zin net aan. Kijk eerst wat er nu staat.")
    return redirect("ondersteuning:opp_zinnen")
