"""What only its writer reads: working notes about pupils, and the notes of a vertrouwenspersoon."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen import access_prive
from leerlingen.access import get_leerling
from leerlingen.forms import prive as formulieren
from leerlingen.models import Leerling
from leerlingen.services import prive as services
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

ELDERS = "In een ander venster is dit net veranderd. Kijk wat er nu staat en bewaar daarna opnieuw."


def _grenzen(request: ZorgRequest, rij: Any = None) -> dict[str, Any]:
    """Today, and the last day a text may stay: that of the school year it was written in."""
    eind = services.laatste_dag(request.werkplek.dag) if rij is None else Schooljaar(rij.schooljaar).eind
    return {"vandaag": request.werkplek.dag, "uiterlijk": eind}


def _post(request: ZorgRequest) -> Any:
    """What was sent; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def _met_concept(request: ZorgRequest, sleutel: str) -> tuple[dict[str, Any], dict[str, str]]:
    """One's draft, and the attributes of its form."""
    concept = concept_lezen(request.werkplek, sleutel)
    return dict(concept.inhoud), concept_attrs(request.werkplek, sleutel, concept.versie)


@vereist(Recht.NOTITIES)
@require_GET
def mijn(request: ZorgRequest) -> HttpResponse:
    """All one's own working notes, what expires first on top."""
    pagina = access_prive.mijn_aantekeningen(request.werkplek, request.GET.get("p"))
    return render(request, "leerlingen/notities/aantekeningen.html", {"pagina": pagina})


@vereist(Recht.NOTITIES)
@require_http_methods(["GET", "POST"])
def van_leerling(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """One's own working notes about one pupil, with the form for another."""
    werkplek = request.werkplek
    leerling, _ = get_leerling(werkplek, leerling_id)
    sleutel = f"prive:leerling:{leerling.pk}"
    begin, attrs = _met_concept(request, sleutel)
    if request.method == "POST":
        form = formulieren.AantekeningForm(request.POST, **_grenzen(request))
        if form.is_valid() and probeer(form, lambda: _bewaar(request, form, leerling)):
            concept_weg(door=werkplek, sleutel=sleutel)
            gedaan(request, "Bewaard. Alleen jij leest dit.")
            return redirect("leerlingen:aantekeningen", leerling.pk)
    else:
        form = formulieren.AantekeningForm(initial=begin, **_grenzen(request))
    pagina = access_prive.mijn_aantekeningen(werkplek, request.GET.get("p"), leerling.pk)
    context = {"pagina": pagina, "leerling": leerling, "form": form, "concept": attrs}
    status = 422 if form.errors else 200
    return render(request, "leerlingen/notities/aantekeningen.html", context, status=status)


def _bewaar(request: ZorgRequest, form: Any, leerling: Leerling) -> Any:
    velden = {naam: form.cleaned_data[naam] for naam in ("sleutel", "tekst", "verloopt_op")}
    return services.aantekening_bewaren(
        door=request.werkplek, leerling_id=leerling.pk, op=timezone.now(), **velden
    )


@vereist(Recht.NOTITIES)
@require_http_methods(["GET", "POST"])
def aantekening(request: ZorgRequest, pk: int) -> HttpResponse:
    """Change one's own working note."""
    rij = access_prive.get_aantekening(request.werkplek, pk)
    leerling, _ = get_leerling(request.werkplek, rij.leerling_id)
    velden = {"tekst": rij.tekst, "verloopt_op": rij.verloopt_op}
    begin, extra = _begin(request, _sleutel(rij), rij, velden)
    vorm = formulieren.AantekeningWijzigForm
    form = vorm(_post(request), initial=begin, **_grenzen(request, rij))
    terug = ("leerlingen:aantekeningen", rij.leerling_id)
    return _wijzig(request, form, rij, services.aantekening_wijzigen, terug, leerling=leerling, **extra)


def _sleutel(rij: Any) -> str:
    """The key of the draft of a change; drafts of private texts go with the school year too."""
    return f"prive:{rij._meta.model_name}:{rij.pk}"


def _begin(
    request: ZorgRequest, sleutel: str, rij: Any, velden: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """First values of a change, and the text that stands there when one's draft began on an earlier one."""
    inhoud, attrs = _met_concept(request, sleutel)
    oud = bool(inhoud) and str(inhoud.get("versie")) != str(rij.versie)
    begin = velden | {naam: inhoud[naam] for naam in velden if naam in inhoud} | {"versie": rij.versie}
    return begin, {"concept": attrs} | ({"nu": rij, "gewijzigd": ELDERS} if oud else {})


def _wijzig(
    request: ZorgRequest, form: Any, rij: Any, dienst: Any, terug: tuple[Any, ...], **extra: Any
) -> HttpResponse:
    """Save a change of a private text; another window that was first shows both texts."""
    status = 422 if form.errors else 200
    if form.is_valid():
        velden = dict(form.cleaned_data)
        try:
            if probeer(form, lambda: dienst(door=request.werkplek, pk=rij.pk, op=timezone.now(), **velden)):
                concept_weg(door=request.werkplek, sleutel=_sleutel(rij))
                gedaan(request, "Bewaard. Alleen jij leest dit.")
                return redirect(*terug)
            status = 422
        except services.Gewijzigd as fout:
            form.data = {**request.POST.dict(), "versie": str(fout.nu.versie)}
            extra |= {"nu": fout.nu, "gewijzigd": ELDERS}
            status = 409
    context = {"form": form, "rij": rij, **extra}
    return render(request, "leerlingen/notities/prive_form.html", context, status=status)


@vereist(Recht.NOTITIES)
@require_POST
def aantekening_weg(request: ZorgRequest, pk: int) -> HttpResponse:
    """Throw one's own working note away."""
    rij = access_prive.get_aantekening(request.werkplek, pk)
    services.aantekening_weggooien(door=request.werkplek, pk=pk)
    concept_weg(door=request.werkplek, sleutel=_sleutel(rij))
    gedaan(request, "Weggegooid.")
    return redirect("leerlingen:aantekeningen", rij.leerling_id)


@vereist(Recht.VERTROUWENSNOTITIES)
@require_GET
def vertrouwensnotities(request: ZorgRequest) -> HttpResponse:
    """One's own notes as vertrouwenspersoon."""
    pagina = access_prive.mijn_vertrouwensnotities(request.werkplek, request.GET.get("p"))
    context = {"pagina": pagina, "uiterlijk": services.laatste_dag(request.werkplek.dag)}
    return render(request, "leerlingen/notities/vertrouwensnotities.html", context)


@vereist(Recht.VERTROUWENSNOTITIES)
@require_http_methods(["GET", "POST"])
def vertrouwensnotitie_nieuw(request: ZorgRequest) -> HttpResponse:
    """A new note that nobody else reads."""
    sleutel = "prive:vertrouwen:nieuw"
    begin, attrs = _met_concept(request, sleutel)
    form = formulieren.VertrouwensnotitieForm(_post(request), initial=begin)
    if form.is_valid():
        velden = form.cleaned_data
        dienst = services.vertrouwensnotitie_bewaren
        if probeer(form, lambda: dienst(door=request.werkplek, op=timezone.now(), **velden)):
            concept_weg(door=request.werkplek, sleutel=sleutel)
            gedaan(request, "Bewaard. Alleen jij leest dit.")
            return redirect("leerlingen:vertrouwensnotities")
    context = {"form": form, "concept": attrs, **_grenzen(request)}
    status = 422 if form.errors else 200
    return render(request, "leerlingen/notities/prive_form.html", context, status=status)


@vereist(Recht.VERTROUWENSNOTITIES)
@require_http_methods(["GET", "POST"])
def vertrouwensnotitie(request: ZorgRequest, pk: int) -> HttpResponse:
    """Read or change one's own note."""
    rij = access_prive.get_vertrouwensnotitie(request.werkplek, pk)
    begin, extra = _begin(request, _sleutel(rij), rij, {"over": rij.over, "tekst": rij.tekst})
    form = formulieren.VertrouwensnotitieWijzigForm(_post(request), initial=begin)
    terug = ("leerlingen:vertrouwensnotities",)
    return _wijzig(request, form, rij, services.vertrouwensnotitie_wijzigen, terug, **extra)


@vereist(Recht.VERTROUWENSNOTITIES)
@require_POST
def vertrouwensnotitie_weg(request: ZorgRequest, pk: int) -> HttpResponse:
    """Throw one's own note away."""
    rij = access_prive.get_vertrouwensnotitie(request.werkplek, pk)
    services.vertrouwensnotitie_weggooien(door=request.werkplek, pk=pk)
    concept_weg(door=request.werkplek, sleutel=_sleutel(rij))
    gedaan(request, "Weggegooid.")
    return redirect("leerlingen:vertrouwensnotities")
