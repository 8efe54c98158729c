"""Short advice for in the lesson: giving, putting first, ending."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from leerlingen.access import get_leerling
from leerlingen.access_kaart import adviezen_van, eis, mag_adviseren
from leerlingen.access_kaartlezers import vakken_rond
from leerlingen.forms.kaart import AdviesForm
from leerlingen.models import Leerling
from leerlingen.services.advies import advies_geven, advies_stoppen, advies_vooraan
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import Schooljaar


def _open(request: ZorgRequest, pk: int, handeling: Handeling = Handeling.GEWIJZIGD) -> Leerling:
    leerling, grond = get_leerling(request.werkplek, pk, handeling)
    eis(mag_adviseren(request.werkplek, grond))
    return leerling


@vereist(Recht.ADVIES_GEVEN)
@require_http_methods(["GET", "POST"])
def adviezen(request: ZorgRequest, pk: int) -> HttpResponse:
    """What runs, and a form for a new one."""
    werkplek, leerling = request.werkplek, _open(request, pk)
    form = AdviesForm(
        request.POST if request.method == "POST" else None,
        vakken=vakken_rond(leerling.pk, werkplek.dag),
        initial={"tot": Schooljaar.van(werkplek.dag).eind},
    )
    if form.is_valid() and probeer(
        form, lambda: advies_geven(door=werkplek, leerling=leerling, **form.cleaned_data)
    ):
        gedaan(request, "Het advies staat op de docentkaart.")
        return redirect("leerlingen:kaart_advies", leerling.pk)
    context = {"leerling": leerling, "form": form, "adviezen": adviezen_van(leerling.pk, werkplek.dag)}
    return render(request, "leerlingen/kaart/advies.html", context, status=422 if form.errors else 200)


@vereist(Recht.ADVIES_GEVEN)
@require_POST
def stoppen(request: ZorgRequest, pk: int, advies_id: int) -> HttpResponse:
    """End an advice from today."""
    leerling = _open(request, pk)
    advies_stoppen(door=request.werkplek, leerling=leerling, pk=advies_id)
    gedaan(request, "Het advies staat niet meer op de docentkaart.")
    return redirect("leerlingen:kaart_advies", leerling.pk)


@vereist(Recht.ADVIES_GEVEN)
@require_POST
def vooraan(request: ZorgRequest, pk: int, advies_id: int) -> HttpResponse:
    """Let an advice come first, or (`uit`) no longer."""
    leerling = _open(request, pk)
    zet = "uit" not in request.POST
    advies_vooraan(door=request.werkplek, leerling=leerling, pk=advies_id, vooraan=zet)
    gedaan(request, "Staat nu vooraan." if zet else "Staat niet meer vooraan.")
    return redirect("leerlingen:kaart_advies", leerling.pk)
