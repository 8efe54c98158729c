"""A development point: choosing and changing it, its page, reading its figure, looking back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from beleid.access_punt import get_punt, mag_kiezen, punten_van
from beleid.blok_punt import punt_beeld
from beleid.forms.punt import MetenForm, PuntForm, TerugkijkForm
from beleid.kerngetallen import kernstanden
from beleid.models import Ontwikkelpunt, Puntstatus
from beleid.puntmeter import getal, te_vroeg
from beleid.services.punt import moment_meten, punt_evalueren, punt_kiezen, punt_wijzigen
from beleid.views.beleid import gevraagd_jaar
from ondersteuning.views.trajectvorm import naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD = "Een collega paste dit net aan. Kijk wat er nu staat; wat jij typte staat er nog."


def _vorm(
    request: ZorgRequest, form: Form, kop: str, status: int, punt: Ontwikkelpunt | None, **extra: Any
) -> HttpResponse:
    """One form on a page of its own; after a 409 with what stands there now."""
    if status == 409 and punt:
        naar_nieuwste(form, extra.pop("versie", punt.versie))
    context = {"form": form, "kop": kop, "punt": punt, "verouderd": status == 409, **extra}
    return render(request, "beleid/punt_vorm.html", context, status=status)


@vereist(Recht.BELEID_JAAR)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """The point of this year or the next; a second one for the schoolleiding, with a reason."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    if jaar.eind < werkplek.dag:
        raise Http404("een jaar dat voorbij is")
    al = len(punten_van(werkplek, jaar))
    if al >= 2 or not mag_kiezen(werkplek, al + 1):
        raise PermissionDenied("ontwikkelpunt kiezen")
    begin = {"doel_op": jaar.eind.replace(month=6, day=30), "eigenaar": werkplek.user.pk}
    form = PuntForm(
        verzonden(request), werkplek=werkplek, jaar=jaar, punt=None, tweede=al == 1, initial=begin
    )

    def kies() -> Ontwikkelpunt:
        reden = form.cleaned_data.get("reden_tweede", "")
        return punt_kiezen(door=werkplek, jaar=jaar, gegevens=form.gegevens(), reden_tweede=reden)

    uit = verstuur(request, form, kies, VEROUDERD)
    if uit.waarde is None:
        kop = "Tweede ontwikkelpunt" if al else "Kies jullie ontwikkelpunt"
        standen = kernstanden(werkplek, jaar).values()
        return _vorm(request, form, kop, uit.status, None, jaar=jaar, standen=standen, tweede=al == 1)
    gedaan(request, "Het ontwikkelpunt staat. Er zijn drie meetmomenten gepland.")
    return redirect("beleid:punt", uit.waarde.pk)


@vereist(Recht.BELEID_JAAR)
@require_GET
def punt(request: ZorgRequest, pk: int) -> HttpResponse:
    """One point: its meter, why, the three moments, and looking back."""
    rij = get_punt(request.werkplek, pk)
    stand = kernstanden(request.werkplek, rij.jaar).get(rij.cijfer)
    werkt = request.werkplek.mag(Recht.BELEID_WERKEN) and rij.status == Puntstatus.LOOPT
    momenten = [(m, te_vroeg(m.datum, request.werkplek.dag)) for m in rij.momenten.all()]
    context = {**punt_beeld(rij, stand), "momenten": momenten, "werkt": werkt}
    context["evaluatie"] = getattr(rij, "evaluatie", None)
    return render(request, "beleid/punt.html", context)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another sentence, figure, target or owner."""
    werkplek, rij = request.werkplek, get_punt(request.werkplek, pk)
    velden = ("versie", "titel", "waarom", "cijfer", "start", "doel", "doel_op", "helpt", "remt")
    begin = {veld: getattr(rij, veld) for veld in velden} | {"eigenaar": rij.eigenaar_id}
    form = PuntForm(
        verzonden(request), werkplek=werkplek, jaar=rij.jaar, punt=rij, tweede=False, initial=begin
    )

    def wijzig() -> Ontwikkelpunt:
        return punt_wijzigen(
            door=werkplek, pk=pk, versie=form.cleaned_data["versie"] or 0, gegevens=form.gegevens()
        )

    uit = verstuur(request, form, wijzig, VEROUDERD)
    if uit.waarde is None:
        return _vorm(request, form, "Wijzig het ontwikkelpunt", uit.status, rij)
    gedaan(request, "Het ontwikkelpunt is aangepast.")
    return redirect("beleid:punt", pk)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def meten(request: ZorgRequest, pk: int, nummer: int) -> HttpResponse:
    """Keep the figure at one of the three moments; last night's is filled in."""
    werkplek, rij = request.werkplek, get_punt(request.werkplek, pk)
    moment = next((m for m in rij.momenten.all() if m.nummer == nummer), None)
    if moment is None:
        raise Http404("meetmoment")
    stand = kernstanden(werkplek, rij.jaar).get(rij.cijfer)
    nu = moment.waarde if moment.waarde is not None else stand.waarde if stand else None
    begin = {
        "versie": moment.versie,
        "toelichting": moment.toelichting,
        "waarde": getal(nu) if nu is not None else "",
    }
    form = MetenForm(verzonden(request), initial=begin)

    def meet() -> Any:
        velden = form.cleaned_data | {"versie": form.cleaned_data["versie"] or 0}
        return moment_meten(door=werkplek, pk=pk, nummer=nummer, **velden)

    uit = verstuur(request, form, meet, VEROUDERD)
    if uit.waarde is None:
        extra = {"moment": moment, "stand": stand, "versie": moment.versie}
        return _vorm(request, form, f"Meetmoment {nummer}", uit.status, rij, **extra)
    gedaan(request, f"Meetmoment {nummer} staat vast.")
    return redirect("beleid:punt", pk)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def terugkijken(request: ZorgRequest, pk: int) -> HttpResponse:
    """Look back together, and close the point."""
    werkplek, rij = request.werkplek, get_punt(request.werkplek, pk)
    begin = {"versie": rij.versie, "datum": werkplek.dag}
    form = TerugkijkForm(verzonden(request), initial=begin)

    def kijk() -> Ontwikkelpunt:
        versie = form.cleaned_data["versie"] or 0
        return punt_evalueren(
            door=werkplek, pk=pk, versie=versie, evaluatie=form.evaluatie(), op=timezone.now()
        )

    uit = verstuur(request, form, kijk, VEROUDERD)
    if uit.waarde is None:
        return _vorm(request, form, "Kijk samen terug", uit.status, rij)
    gedaan(request, "Het ontwikkelpunt is afgerond.")
    return redirect("beleid:punt", pk)
