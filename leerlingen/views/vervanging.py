"""Letting a substitute read the card of one group, and ending that."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from leerlingen.access_groep import Groepsdeur, get_groep, vervangingen_van
from leerlingen.forms.vervanging import VervangingForm
from leerlingen.models import Vervanging
from leerlingen.services.vervanging import vervanging_geven, vervanging_stoppen
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.datums import dagdatum


@vereist(Recht.VERVANGING)
@require_http_methods(["GET", "POST"])
def vervanging(request: ZorgRequest, groep: str) -> HttpResponse:
    """Who reads the card of this group as a substitute, and a form for one more."""
    werkplek, nu = request.werkplek, timezone.now()
    deur = get_groep(werkplek, groep, nu)
    if not deur.mag_regelen:
        raise PermissionDenied("een vervanger geeft niemand toegang")
    form = VervangingForm(
        request.POST if request.method == "POST" else None, werkplek=werkplek, initial={"dag": werkplek.dag}
    )
    if form.is_valid() and (rij := _geef(request, form, deur)):
        tot = timezone.localtime(rij.tot)
        gedaan(request, f"{rij.user.naam} leest deze docentkaart tot {dagdatum(tot.date())} {tot:%H.%M} uur.")
        return redirect("leerlingen:vervanging", deur.sleutel)
    context = {"deur": deur, "form": form, "vervangingen": vervangingen_van(deur, werkplek, nu), "nu": nu}
    status = 422 if form.errors else 200
    return render(request, "leerlingen/docentkaart/vervanging.html", context, status=status)


def _geef(request: ZorgRequest, form: VervangingForm, deur: Groepsdeur) -> Vervanging | None:
    data = form.cleaned_data
    return probeer(
        form,
        lambda: vervanging_geven(
            door=request.werkplek,
            deur=deur,
            user=data["user"],
            van=data["begin"],
            tot=data["eind"],
            reden=data["reden"],
            vak=deur.vakken[0] if len(deur.vakken) == 1 else "",
            op=timezone.now(),
        ),
    )


@vereist(Recht.VERVANGING)
@require_POST
def stoppen(request: ZorgRequest, pk: int) -> HttpResponse:
    """End a substitute's access now."""
    rij = vervanging_stoppen(door=request.werkplek, pk=pk, op=timezone.now())
    gedaan(request, "De vervanger ziet deze kaart niet meer.")
    return redirect("leerlingen:vervanging", rij.sleutel)
