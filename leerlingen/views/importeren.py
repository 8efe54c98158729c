"""Pages of an import: choose a file, look at the differences, confirm, undo."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from leerlingen import access_import
from leerlingen.forms_import import BestandForm, KeuzeForm
from leerlingen.models import Import
from leerlingen.services import importeren as services
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import bladzijde

PER_PAGINA = 50


@vereist(Recht.IMPORT)
def overzicht(request: ZorgRequest) -> HttpResponse:
    """Show earlier imports, and take a new file."""
    form = BestandForm()
    if request.method == "POST":
        form = BestandForm(request.POST, request.FILES, te_groot=getattr(request, "upload_te_groot", False))
        if form.is_valid():
            try:
                opdracht = services.import_starten(door=request.werkplek, upload=form.cleaned_data["bestand"])
                return redirect("leerlingen:import_voorbeeld", opdracht.pk)
            except (services.LeesFout, services.ImportFout) as fout:
                form.add_error("bestand", str(fout))
    context = {"form": form, "imports": access_import.imports_van(request.werkplek)}
    return render(request, "leerlingen/import/overzicht.html", context)


@vereist(Recht.IMPORT)
@require_GET
def voorbeeld(request: ZorgRequest, pk: int) -> HttpResponse:
    """Show what an import would do or did, one kind of lines at a time, 50 a page."""
    opdracht = access_import.get_import(request.werkplek, pk)
    bladen = access_import.tabbladen(opdracht)
    gevraagd = request.GET.get("soort", "")
    soort = next((b.soort for b in bladen if b.soort == gevraagd), bladen[0].soort if bladen else "")
    context = {
        "opdracht": opdracht,
        "bladen": bladen,
        "soort": soort,
        "pagina": bladzijde(
            access_import.regels_van(opdracht, soort), request.GET.get("p"), per_pagina=PER_PAGINA
        ),
        "te_kiezen": opdracht.status == Import.Status.VOORBEELD and soort in services.TE_KIEZEN,
        "plek": "leerling" if opdracht.soort == Import.Soort.EDEXML else "regel",
        "taak_url": reverse("leerlingen:import_voortgang", args=[pk]),
    }
    return render(request, "leerlingen/import/voorbeeld.html", context)


@vereist(Recht.IMPORT)
@require_POST
def bevestigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Keep the ticks of this page; then confirm, or go where the person wants."""
    opdracht = access_import.get_import(request.werkplek, pk)
    form = KeuzeForm(request.POST)
    if not form.is_valid():
        return redirect("leerlingen:import_voorbeeld", pk)
    try:
        _voer_uit(request.werkplek, opdracht, form)
    except services.ImportFout as fout:
        messages.warning(request, str(fout))
    return redirect(_terug(pk, form.cleaned_data["soort"], form.cleaned_data["blad"]))


def _voer_uit(werkplek: Werkplek, opdracht: Import, form: KeuzeForm) -> None:
    """Keep what is ticked on this page (or all, or none), and confirm when asked."""
    data = form.cleaned_data
    if data["actie"] in {"alle", "geen"}:
        aan = data["actie"] == "alle"
        services.import_alles_kiezen(door=werkplek, opdracht=opdracht, soort=data["soort"], aan=aan)
    else:
        getoond, aangevinkt = form.nummers("getoond"), form.nummers("regel")
        services.import_kiezen(door=werkplek, opdracht=opdracht, getoond=getoond, aangevinkt=aangevinkt)
    if data["actie"] == "bevestig":
        ook = data["ook_andere_school"]
        services.import_bevestigen(door=werkplek, opdracht=opdracht, ook_andere_school=ook)


def _terug(pk: int, soort: str, bladzijde_nummer: int | None) -> str:
    adres = reverse("leerlingen:import_voorbeeld", args=[pk])
    return f"{adres}?soort={soort}&p={bladzijde_nummer or 1}" if soort else adres


@vereist(Recht.IMPORT)
@require_POST
def ongedaan(request: ZorgRequest, pk: int) -> HttpResponse:
    """Undo a whole import."""
    opdracht = access_import.get_import(request.werkplek, pk)
    try:
        services.import_terugdraaien(door=request.werkplek, opdracht=opdracht)
        gedaan(request, "Ik zet alles terug zoals het was")
    except services.ImportFout as fout:
        messages.warning(request, str(fout))
    return redirect("leerlingen:import_voorbeeld", pk)


@vereist(Recht.IMPORT)
@require_GET
def voortgang(request: ZorgRequest, pk: int) -> HttpResponse:
    """How far the job of this import is; when it is done the whole page comes anew."""
    opdracht = access_import.get_import(request.werkplek, pk)
    if _is_htmx(request) and opdracht.loopt:
        context = {"taak": opdracht.taak, "taak_url": request.path}
        return render(request, "leerlingen/import/_voortgang.html", context)
    adres = reverse("leerlingen:import_voorbeeld", args=[pk])
    return HttpResponse(headers={"HX-Redirect": adres}) if _is_htmx(request) else redirect(adres)


def _is_htmx(request: HttpRequest) -> bool:
    return bool(request.headers.get("HX-Request"))
