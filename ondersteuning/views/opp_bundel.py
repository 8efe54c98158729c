"""Year-end bundles of OPPs: start one, watch it, stop it, take it up again, download it."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.access_opp_bundel import (
    alleen_concept,
    bundels_van,
    get_bundel,
    get_bundelbestand,
    keuze_van,
    laatste_taak,
)
from ondersteuning.forms.opp_bundel import BundelForm
from ondersteuning.services.opp_bundel import NietsTeBundelen, bundel_maken, bundel_stoppen, bundel_verder
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.OPP_BEHEREN)
@require_http_methods(["GET", "POST"])
def bundels(request: ZorgRequest) -> HttpResponse:
    """One's own bundles, and starting a new one."""
    gevraagd = request.POST if request.method == "POST" else None
    form = BundelForm(gevraagd, werkplek=request.werkplek)
    if form.is_valid():
        try:
            bundel = bundel_maken(door=request.werkplek, keuze=form.keuze, op=timezone.now())
        except NietsTeBundelen as fout:
            form.add_error("wat", str(fout))
        else:
            return redirect("ondersteuning:opp_bundel", bundel.pk)
    rijen = [(b, keuze_van(b)) for b in bundels_van(request.werkplek)]
    status = 422 if request.method == "POST" else 200
    return render(request, "ondersteuning/opp/bundels.html", {"form": form, "rijen": rijen}, status=status)


@vereist(Recht.OPP_BEHEREN)
@require_GET
def bundel(request: ZorgRequest, pk: int) -> HttpResponse:
    """How far one bundle is, what failed, and its file; for htmx only the part that changes."""
    rij = get_bundel(request.werkplek, pk)
    taak, keuze = laatste_taak(rij), keuze_van(rij)
    loopt = taak is not None and taak.status in {"wacht", "bezig"}
    bestand = taak.bestand if taak and taak.bestand and taak.bestand.verloopt_op > timezone.now() else None
    context: dict[str, Any] = {
        "bundel": rij,
        "keuze": keuze,
        "taak": taak,
        "loopt": loopt,
        "bestand": bestand,
    }
    if request.headers.get("HX-Request"):
        return render(request, "ondersteuning/opp/_bundel_stand.html", context)
    context["concept"] = alleen_concept(request.werkplek, keuze)
    return render(request, "ondersteuning/opp/bundel.html", context)


@vereist(Recht.OPP_BEHEREN)
@require_POST
def stop(request: ZorgRequest, pk: int) -> HttpResponse:
    """Stop after the document that is being made."""
    bundel_stoppen(door=request.werkplek, pk=pk, op=timezone.now())
    gedaan(request, "Gestopt. Wat klaar is, blijft bewaard.")
    return redirect("ondersteuning:opp_bundel", pk)


@vereist(Recht.OPP_BEHEREN)
@require_POST
def verder(request: ZorgRequest, pk: int) -> HttpResponse:
    """Go on where it was, with what failed too."""
    bundel_verder(door=request.werkplek, pk=pk)
    return redirect("ondersteuning:opp_bundel", pk)


@vereist(Recht.OPP_BEHEREN)
@require_GET
def bestand(request: ZorgRequest, pk: int) -> HttpResponse:
    """The finished bundle; logged as printed for every pupil in it."""
    rij = get_bundelbestand(request.werkplek, pk, timezone.now())
    try:
        return FileResponse(rij.bestand.open("rb"), as_attachment=True, filename=rij.naam)
    except FileNotFoundError as fout:
        raise Http404("bundelbestand") from fout
