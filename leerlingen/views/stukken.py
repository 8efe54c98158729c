"""Documents of a pupil: list, add, look, download, retract, and show one to the schoolleiding."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen import access_stukken
from leerlingen.access import get_leerling
from leerlingen.access_notities import blik_van, get_notitie, niveaukeuzes
from leerlingen.access_stukken import OpenStuk, get_stuk
from leerlingen.forms.notities import RedenForm
from leerlingen.forms.stukken import SAMEN, StukForm, VoorlegForm
from leerlingen.services import stukken as services
from leerlingen.stukvorm import UITGANGEN, VORMEN
from leerlingen.zienswijzen import zienswijzen_bij
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_nummer

WEG = "Dit bestand vinden we niet terug op de server. Meld het de beheerder van je school."
DICHT = "default-src 'none'; sandbox"  # should a browser open it after all, it may do nothing


@vereist(Recht.NOTITIES)
@require_GET
def stukken(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """The documents of one pupil that this person may open."""
    leerling, grond = get_leerling(request.werkplek, leerling_id)
    blik = blik_van(request.werkplek, grond)
    pagina = access_stukken.stukken_van(request.werkplek, leerling.pk, blik, request.GET.get("p"))
    context = {"leerling": leerling, "pagina": pagina, "blik": blik}
    return render(request, "leerlingen/notities/stukken.html", context)


@vereist(Recht.NOTITIES)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """Add files to a pupil's file, or (`?notitie=`) to one of its notes."""
    werkplek = request.werkplek
    leerling, grond = get_leerling(werkplek, leerling_id)
    if request.method == "POST":
        gestuurd, bestanden = request.POST, request.FILES  # reading them tells what was too large
        te_groot = getattr(request, "upload_te_groot", False)
        form = StukForm(gestuurd, bestanden, vandaag=werkplek.dag, te_groot=te_groot)
        toegevoegd = form.is_valid() and probeer(form, lambda: _voeg_toe(request, form, leerling.pk))
        if toegevoegd:
            return _klaar(request, form, leerling.pk, toegevoegd)
    else:
        form = StukForm(initial={"notitie": request.GET.get("notitie", "")}, vandaag=werkplek.dag)
    context = {
        "form": form,
        "leerling": leerling,
        "bij": _bij(request, form, leerling.pk),
        "niveaus": niveaukeuzes(leerling),
        "blik": blik_van(werkplek, grond),
        "uitgangen": ",".join(UITGANGEN),
        "samen": SAMEN,
    }
    status = 422 if form.errors else 200
    return render(request, "leerlingen/notities/stuk_form.html", context, status=status)


def _bij(request: ZorgRequest, form: StukForm, leerling_id: int) -> Any:
    """The note that the files will hang on; None when the address names none of this pupil."""
    gevraagd = gelezen_nummer(str(form["notitie"].value()))
    if gevraagd is None:
        return None
    geopend = get_notitie(request.werkplek, gevraagd)
    return geopend.notitie if geopend.leerling.pk == leerling_id and geopend.mag_wijzigen else None


def _voeg_toe(request: ZorgRequest, form: StukForm, leerling_id: int) -> Any:
    return services.stukken_toevoegen(
        door=request.werkplek,
        leerling_id=leerling_id,
        sleutel=form.cleaned_data["sleutel"],
        gegevens=form.gegevens(),
        bestanden=form.bestanden,
        op=timezone.now(),
        notitie_id=form.cleaned_data["notitie"],
    )


def _klaar(request: ZorgRequest, form: StukForm, leerling_id: int, nieuw: list[Any]) -> HttpResponse:
    gedaan(request, f"{hoeveel(len(nieuw), 'stuk', 'stukken')} toegevoegd.")
    notitie = form.cleaned_data["notitie"]
    adres = reverse("leerlingen:stukken", args=[leerling_id])
    adres = reverse("leerlingen:notitie", args=[notitie]) if notitie else adres
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": adres})
    return redirect(adres)


@vereist(Recht.STUK_OPENEN)
@require_GET
def stuk(request: ZorgRequest, pk: int) -> HttpResponse:
    """What one document is, with what others think of it; opening it is logged."""
    return _toon(request, get_stuk(request.werkplek, pk))


def _toon(request: ZorgRequest, geopend: OpenStuk, status: int = 200, **extra: Any) -> HttpResponse:
    werkplek, bron = request.werkplek, access_stukken.bron_van(geopend.stuk.pk)
    if geopend.mag_voorleggen:
        kring = access_stukken.leiding_kring(werkplek)
        extra.setdefault("voorleg_form", VoorlegForm(kring=kring, vandaag=werkplek.dag))
    context = {
        "o": geopend,
        "stuk": geopend.stuk,
        "leerling": geopend.leerling,
        "vorm": VORMEN[geopend.stuk.vorm],
        "bron": bron,
        "zienswijzen": zienswijzen_bij(werkplek, bron),
        "voorgelegd": access_stukken.voorgelegd_aan(geopend, werkplek),
        **extra,
    }
    return render(request, "leerlingen/notities/stuk.html", context, status=status)


@vereist(Recht.STUK_OPENEN)
@require_GET
def bestand(request: ZorgRequest, pk: int) -> HttpResponseBase:
    """The file itself, always as a download that no browser runs; logged as one."""
    geopend = get_stuk(request.werkplek, pk, Handeling.GEDOWNLOAD)
    rij, vorm = geopend.stuk, VORMEN[geopend.stuk.vorm]
    try:
        inhoud = rij.bestand.bestand.open("rb")
    except OSError:
        messages.error(request, WEG)
        return redirect("leerlingen:stuk", pk)
    naam = f"{rij.soort}-{rij.gebeurd_op:%Y-%m-%d}-{rij.pk}.{vorm.sleutel}"
    antwoord = FileResponse(inhoud, as_attachment=True, filename=naam, content_type=vorm.mime)
    antwoord.headers["Content-Security-Policy"] = DICHT
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    antwoord.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return antwoord


@vereist(Recht.NOTITIES)
@require_POST
def intrekken(request: ZorgRequest, pk: int) -> HttpResponse:
    """Retract a document with a reason; can be undone."""
    form = RedenForm(request.POST)
    if not form.is_valid():
        return _toon(request, get_stuk(request.werkplek, pk), 422, reden_form=form)
    services.stuk_intrekken(door=request.werkplek, pk=pk, reden=form.cleaned_data["reden"], op=timezone.now())
    gedaan(request, "Ingetrokken.", herstel=reverse("leerlingen:stuk_terugzetten", args=[pk]))
    return redirect("leerlingen:stuk", pk)


@vereist(Recht.NOTITIES)
@require_POST
def terugzetten(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take the retraction back."""
    try:
        services.stuk_terugzetten(door=request.werkplek, pk=pk)
        gedaan(request, "Het stuk staat er weer.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("leerlingen:stuk", pk)


@vereist(Recht.NOTITIES)
@require_POST
def voorleggen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Show this document to somebody of the schoolleiding; with `stop` nobody sees it any more."""
    werkplek = request.werkplek
    if "stop" in request.POST:
        services.stuk_niet_meer_voorleggen(door=werkplek, pk=pk)
        gedaan(request, "De schoolleiding ziet dit stuk niet meer.")
        return redirect("leerlingen:stuk", pk)
    form = VoorlegForm(request.POST, kring=access_stukken.leiding_kring(werkplek), vandaag=werkplek.dag)
    if not form.is_valid():
        return _toon(request, get_stuk(werkplek, pk), 422, voorleg_form=form)
    data = form.cleaned_data
    services.stuk_voorleggen(door=werkplek, pk=pk, op=timezone.now(), **data)
    gedaan(request, f"{data['aan'].voornaam} kan dit stuk nu bekijken.")
    return redirect("leerlingen:stuk", pk)


@vereist(Recht.STUK_OPENEN)
@require_GET
def voorgelegd(request: ZorgRequest) -> HttpResponse:
    """Documents that the coordinator shows to this person now."""
    rijen = access_stukken.aan_mij_voorgelegd(request.werkplek)
    return render(request, "leerlingen/notities/voorgelegd.html", {"rijen": rijen})
