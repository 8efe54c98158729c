"""Hand-overs to the lesson: what waits for me, giving one, a teacher's taps, and what its owner does with the whole."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.models import Leerling
from ondersteuning.access_overdracht import (
    get_leerling_overdragen,
    get_overdracht,
    lesgevers,
    ontvangers_van,
    overdrachten_van,
    trajecten_om_over_te_dragen,
    wachtend_voor,
)
from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms.lesoverdracht import AfrondForm, BerichtForm, OverdrachtForm, StapForm, VervangForm
from ondersteuning.klokken_overdracht import termijnen
from ondersteuning.models import Lesoverdracht, Traject
from ondersteuning.naardeles import begin_uit_traject
from ondersteuning.overdrachtloop import AFRONDINGEN, Afronding, LoopStatus, Stap, StapGeweigerd, Uitkomst
from ondersteuning.services.lesoverdracht import overdracht_afronden, overdracht_geven
from ondersteuning.services.lesronde import bericht_geven, docent_vervangen, stap_zetten
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import PER_PAGINA_RUIM, bladzijde

VAN_WIE = {"les": "Voor mijn les", "mij": "Van mij", "alle": "Van iedereen"}
VEROUDERD = "Een collega paste dit net aan. Dit is de nieuwste stand; wat jij typte staat er nog."
KLAAR = {
    Afronding.IN_DE_LES: "Het zit in de les. Het advies blijft op de docentkaart.",
    Afronding.TERUG: "Het komt terug bij jou, op de dag die je koos.",
    Afronding.OPNIEUW: "Er is een nieuwe ronde.",
    Afronding.BEANTWOORD: "Afgerond.",
    Afronding.TREK_IN: "Ingetrokken. Het advies is van de docentkaart.",
}


@vereist(Recht.VERVOLG)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """Advice that waits for one's own lessons, or the open hand-overs one owns (a coordinator: of all his pupils)."""
    werkplek = request.werkplek
    keuzes = {w: label for w, label in VAN_WIE.items() if w != "alle" or werkplek.mag(Recht.TRIAGE)}
    van = request.GET.get("van", "")
    van = van if van in keuzes else ("les" if werkplek.mag(Recht.EIGEN_KLAS) else "mij")
    rijen = wachtend_voor(werkplek) if van == "les" else overdrachten_van(werkplek, alle=van == "alle")
    context = {
        "pagina": bladzijde(rijen, request.GET.get("p"), PER_PAGINA_RUIM),
        "van": van,
        "keuzes": keuzes.items(),
    }
    return render(request, "ondersteuning/overdracht/lijst.html", context)


def _geefvorm(request: ZorgRequest, leerling: Leerling) -> OverdrachtForm:
    """What was sent; on the first look what is known already."""
    werkplek, trajecten = request.werkplek, trajecten_om_over_te_dragen(leerling.pk)
    data = request.POST if request.method == "POST" else None
    return OverdrachtForm(
        data,
        initial={} if data is not None else _begin(request, trajecten),
        kring=eigenaar_kring(werkplek, leerling.pk),
        vandaag=werkplek.dag,
        lesgevers=lesgevers(leerling.pk, werkplek.dag),
        trajecten=trajecten,
    )


@vereist(Recht.VERVOLG)
@require_http_methods(["GET", "POST"])
def geef(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """Give advice to teachers of a pupil; a trajectory in the address fills in whose advice it is."""
    werkplek = request.werkplek
    leerling = get_leerling_overdragen(werkplek, leerling_id)
    form = _geefvorm(request, leerling)
    if request.method == "GET":
        return _toon_geef(request, leerling, form)
    if not form.is_valid():
        return _toon_geef(request, leerling, form, 422)
    try:
        rij = overdracht_geven(
            door=werkplek, leerling_id=leerling.pk, gegevens=form.gegevens(), op=timezone.now()
        )
    except StapGeweigerd as fout:
        form.add_error("datum" if "dag" in str(fout) else "docenten", str(fout))
    except ValidationError as fout:
        form.add_error("actie", fout.messages)
    else:
        gedaan(request, "Overgedragen. De docenten krijgen bericht.")
        return redirect("ondersteuning:overdracht", rij.pk)
    return _toon_geef(request, leerling, form, 422)


def _begin(request: ZorgRequest, trajecten: list[Traject]) -> dict[str, Any]:
    """What is known already: the owner, the date of report, and what the trajectory in the address says."""
    werkplek = request.werkplek
    klok = termijnen(
        werkplek.dag,
        instelling("bevestigtermijn", werkplek.dag),
        instelling("berichttermijn", werkplek.dag),
        vrije_perioden(werkplek.dag),
    )
    gevraagd = request.GET.get("traject", "")
    traject = next((t for t in trajecten if str(t.pk) == gevraagd), None)
    begin = {"eigenaar": werkplek.user.pk, "datum": klok.bericht_op}
    return begin | (begin_uit_traject(traject) if traject else {})


def _toon_geef(
    request: ZorgRequest, leerling: Leerling, form: OverdrachtForm, status: int = 200
) -> HttpResponse:
    context = {"leerling": leerling, "form": form}
    return render(request, "ondersteuning/overdracht/geef.html", context, status=status)


@vereist(Recht.VERVOLG)
@require_GET
def overdracht(request: ZorgRequest, pk: int) -> HttpResponse:
    """One hand-over: for its owner with every teacher, for a teacher his own part."""
    return _een(request, pk)


def _een(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    rij, zicht = get_overdracht(request.werkplek, pk)
    context = {"o": rij, "zicht": zicht, "uitkomsten": Uitkomst, "stappen": Stap, **extra}
    if zicht.sturen:
        context |= _voor_eigenaar(request.werkplek, rij)
    return render(request, "ondersteuning/overdracht/overdracht.html", context, status=status)


def _voor_eigenaar(werkplek: Werkplek, rij: Lesoverdracht) -> dict[str, Any]:
    """Every teacher, who of them no longer teaches the pupil, and what may be decided now."""
    nu = lesgevers(rij.leerling_id, werkplek.dag)
    wie = {les.user_id for les in nu}
    ontvangers = ontvangers_van(rij.pk)
    for ontvanger in ontvangers:
        ontvanger.weg = ontvanger.docent_id not in wie  # type: ignore[attr-defined]
    al = {o.docent_id for o in ontvangers if o.status != "vervangen"}
    return {
        "ontvangers": ontvangers,
        "anderen": [les for les in nu if les.user_id not in al],
        "keuzes": [(k.value, k.label) for k in AFRONDINGEN[LoopStatus(rij.status)]],
    }


@vereist(Recht.VERVOLG)
@require_POST
def stap(request: ZorgRequest, pk: int) -> HttpResponse:
    """One tap: confirm, or begin to try."""
    form = StapForm(request.POST)
    if not form.is_valid():
        return _een(request, pk, 422, fout="Deze stap kennen we niet. Kies opnieuw.")
    data = form.cleaned_data
    try:
        stap_zetten(door=request.werkplek, pk=pk, versie=data["versie"], stap=data["stap"], op=timezone.now())
    except (Verouderd, StapGeweigerd) as fout:
        return _een(request, pk, 409, fout=str(fout) or VEROUDERD)
    gedaan(request, "Bevestigd." if data["stap"] == Stap.BEVESTIG else "Genoteerd dat je het probeert.")
    return redirect("ondersteuning:overdracht", pk)


@vereist(Recht.VERVOLG)
@require_POST
def bericht(request: ZorgRequest, pk: int) -> HttpResponse:
    """A teacher tells how it goes."""
    form = BerichtForm(request.POST)
    if not form.is_valid():
        return _een(request, pk, 422, bericht_form=form)
    try:
        bericht_geven(door=request.werkplek, pk=pk, op=timezone.now(), **form.cleaned_data)
    except (Verouderd, StapGeweigerd) as fout:
        return _een(request, pk, 409, bericht_form=form, fout=str(fout) or VEROUDERD)
    gedaan(request, "Dank je. Dit helpt bij het vervolg.")
    return redirect("ondersteuning:overdracht", pk)


@vereist(Recht.VERVOLG)
@require_POST
def vervang(request: ZorgRequest, pk: int, ontvanger_id: int) -> HttpResponse:
    """Somebody else takes over from a teacher."""
    rij, zicht = get_overdracht(request.werkplek, pk)
    if not zicht.sturen:
        raise PermissionDenied("overdracht sturen")
    form = VervangForm(request.POST, lesgevers=lesgevers(rij.leerling_id, request.werkplek.dag))
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect("ondersteuning:overdracht", pk)
    try:
        docent_vervangen(
            door=request.werkplek,
            pk=pk,
            ontvanger_id=ontvanger_id,
            versie=form.cleaned_data["versie"],
            naar=form.gekozen(),
            op=timezone.now(),
        )
    except (Verouderd, StapGeweigerd) as fout:
        return _een(request, pk, 409, fout=str(fout) or VEROUDERD)
    gedaan(request, "Overgedragen aan een ander.")
    return redirect("ondersteuning:overdracht", pk)


@vereist(Recht.VERVOLG)
@require_POST
def rond_af(request: ZorgRequest, pk: int) -> HttpResponse:
    """The owner ends it, or lets it come back."""
    if not get_overdracht(request.werkplek, pk)[1].sturen:
        raise PermissionDenied("overdracht sturen")
    form = AfrondForm(request.POST, vandaag=request.werkplek.dag)
    if not form.is_valid():
        return _een(request, pk, 422, afrond_form=form)
    try:
        overdracht_afronden(door=request.werkplek, pk=pk, op=timezone.now(), **form.cleaned_data)
    except (Verouderd, StapGeweigerd) as fout:
        return _een(request, pk, 409, afrond_form=form, fout=str(fout) or VEROUDERD)
    gedaan(request, KLAAR[form.cleaned_data["keuze"]])
    return redirect("ondersteuning:overdracht", pk)
