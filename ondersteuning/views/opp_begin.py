"""Beginning an OPP from the file of a pupil; what is known stands in it at once."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ondersteuning.access_opp import get_leerling_opp, opps_van
from ondersteuning.forms.opp_begin import BeginForm
from ondersteuning.models import OppStatus
from ondersteuning.oppbegin import voorstel
from ondersteuning.services.opp_editor import opp_starten
from ondersteuning.views.oppschets import bewaak, getypt_van, niet_bewaard, schets, weg
from ondersteuning.views.trajectvorm import verzonden
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

AL_BEGONNEN = "Een collega begon dit ontwikkelingsperspectief al. Jouw woorden staan er niet bij."


@vereist(Recht.OPP_BEHEREN)
@require_http_methods(["GET", "POST"])
def begin(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """Name who writes it, and begin; who has one that runs goes there."""
    werkplek = request.werkplek
    leerling, _ = get_leerling_opp(werkplek, leerling_id)
    lopend = next((opp for opp in opps_van(leerling.pk) if opp.status != OppStatus.AFGESLOTEN), None)
    getypt = getypt_van({"aanleiding": BeginForm.base_fields["aanleiding"]}, request.POST)
    if lopend and getypt and getypt[0][1].strip() != lopend.aanleiding:
        return niet_bewaard(request, lopend, "OPP beginnen", AL_BEGONNEN, getypt)
    if lopend:
        return redirect("ondersteuning:opp_scherm", lopend.pk, "start")
    plan = voorstel(werkplek, leerling)
    form = BeginForm(verzonden(request), werkplek=werkplek, leerling=leerling, voorstel=plan)
    if form.is_valid():
        wat = {"leerling_id": leerling.pk, "op": timezone.now(), **form.gegevens()}
        if opp := probeer(form, lambda: opp_starten(door=werkplek, **wat)):
            weg(werkplek, f"oppbegin:{leerling.pk}")
            gedaan(request, "Begonnen. Wat al bekend is, staat er al in.")
            return redirect("ondersteuning:opp_scherm", opp.pk, "start")
    bewaak(form, schets(werkplek, f"oppbegin:{leerling.pk}"))
    context = {"form": form, "leerling": leerling, "plan": plan}
    return render(request, "ondersteuning/opp/begin.html", context, status=422 if form.is_bound else 200)
