"""Mijn trajecten: what a begeleider does today and what waits; a coordinator can look at a colleague's."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from ondersteuning.caseload import lees
from ondersteuning.forms.traject import WieForm
from ondersteuning.models import Stand
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.toegang import ZorgRequest, vereist


@vereist(Recht.TRAJECT)
@require_GET
def caseload(request: ZorgRequest) -> HttpResponse:
    """One's own, or with `wie` that of a colleague; the form sends a name as well, without a script."""
    werkplek = request.werkplek
    kiest = werkplek.is_een(Rol.ZORGCOORDINATOR)
    form = (
        WieForm(request.GET if kiest and "wie" in request.GET else None, werkplek=werkplek) if kiest else None
    )
    if (
        form
        and form.is_bound
        and request.GET.get("wie_naam")
        and form.is_valid()
        and form.cleaned_data["wie"]
    ):
        return redirect(f"{request.path}?wie={form.cleaned_data['wie'].pk}")
    stand = lees(werkplek, request.GET.get("wie", ""), request.GET.get("p"))
    context = {
        "stand": stand,
        "form": form,
        "voor_mij": stand.voor_mij(werkplek),
        "standen": [(s.value, s.label) for s in Stand],
        "wie_adres": f"wie={stand.wie.pk}&" if stand.wie else "",
    }
    return render(request, "ondersteuning/caseload/caseload.html", context)
