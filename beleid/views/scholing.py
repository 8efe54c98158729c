"""Training for colleagues: the list of a year, one training, adding, changing, calling off and back, taking over."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beleid.access_scholing import (
    deelnamestand,
    deelnemers_van,
    eigen_deelname,
    get_scholing,
    mag_terugkijken,
    scholing_van,
)
from beleid.forms.scholing import ScholingForm
from beleid.models import Scholing
from beleid.services import scholing as dienst
from beleid.services.scholingdeelname import kan_meedoen, kan_terugkijken
from beleid.services.scholingjaar import scholing_overname, scholing_overnemen
from beleid.views.beleid import JAREN_TERUG, gevraagd_jaar
from beleid.views.concept import begin_van
from beleid.views.punt import VEROUDERD
from ondersteuning.views.trajectvorm import draai_terug, geweigerd, naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.pagina import bladzijde
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.velden import gelezen_versie
from zorgapp.werk.services import concept_weg

_TEKSTEN = ("titel", "doelgroep", "aanbieder", "waarom", "materiaal")


def naar_lijst(jaar: Schooljaar) -> str:
    """The address of the list of a year."""
    return f"{reverse('beleid:scholing')}?jaar={jaar}"


def toon_vorm(
    request: ZorgRequest, form: Form, kop: str, status: int, rij: Scholing | None, **extra: Any
) -> HttpResponse:
    """One form on a page of its own; after a 409, or beside a draft that is older, with what stands there now."""
    if status == 409 and rij:
        naar_nieuwste(form, rij.versie)
    context = {"form": form, "kop": kop, "s": rij, **extra}
    context["verouderd"] = status == 409 or bool(extra.get("achter"))
    return render(request, "beleid/scholing_vorm.html", context, status=status)


def _volgorde(rijen: list[Scholing], request: ZorgRequest) -> list[Scholing]:
    """What comes first by day, then what was, the last one first; each knows whether it is over (`was`)."""
    dag = request.werkplek.dag
    for rij in rijen:
        rij.was = rij.gegeven or rij.datum < dag  # type: ignore[attr-defined]
    komt = [rij for rij in rijen if not rij.was]  # type: ignore[attr-defined]
    return komt + [rij for rij in reversed(rijen) if rij.was]  # type: ignore[attr-defined]


@vereist(Recht.BELEID)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """The training of a year, with the money for who may see it."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    rijen, nu = scholing_van(werkplek, jaar), Schooljaar.van(werkplek.dag)
    staat = [rij for rij in rijen if rij.weg_op is None]
    werkt = werkplek.mag(Recht.BELEID_WERKEN) and jaar >= nu
    context = {
        "jaar": jaar,
        "pagina": bladzijde(_volgorde(rijen, request), request.GET.get("p")),
        "adres": f"jaar={jaar}&",
        "voorbij": jaar < nu,
        "werkt": werkt,
        "leest_geld": werkplek.mag(Recht.BELEID_JAAR),
        "kosten": sum(rij.kosten or 0 for rij in staat) if werkplek.mag(Recht.BELEID_JAAR) else 0,
        "vorig": Schooljaar(jaar.beginjaar - 1) if nu.beginjaar - jaar.beginjaar < JAREN_TERUG else None,
        "volgend": Schooljaar(jaar.beginjaar + 1) if jaar <= nu else None,
    }
    return render(request, "beleid/scholing.html", context)


@vereist(Recht.BELEID)
@require_GET
def een(request: ZorgRequest, pk: int) -> HttpResponse:
    """One training, and what one may do with it; names of who takes part for who works at it only."""
    werkplek, rij = request.werkplek, get_scholing(request.werkplek, pk)
    werkt, over = werkplek.mag(Recht.BELEID_WERKEN), rij.datum < werkplek.dag
    context = {
        "s": rij,
        "over": over,
        "werkt": werkt,
        "leest_geld": werkplek.mag(Recht.BELEID_JAAR),
        "kan_meedoen": kan_meedoen(werkplek, rij),
        "kijkt_terug": kan_terugkijken(werkplek, rij) and mag_terugkijken(werkplek, rij),
        "eigen": eigen_deelname(werkplek, rij),
        "stand": deelnamestand(werkplek, rij),
        "pagina": deelnemers_van(werkplek, rij, request.GET.get("p")) if werkt else None,
    }
    return render(request, "beleid/scholing_een.html", context)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """One more training in a year."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    sleutel = f"scholing:nieuw:{jaar.beginjaar}"
    bekend = begin_van(werkplek, sleutel, dict.fromkeys(_TEKSTEN, ""), 0)
    begin = bekend.velden | {"eigenaar": werkplek.user.pk}
    form = ScholingForm(verzonden(request), werkplek=werkplek, jaar=jaar, rij=None, initial=begin)
    form.helper.attrs |= bekend.attrs

    def voeg_toe() -> Scholing:
        return dienst.scholing_toevoegen(door=werkplek, jaar=jaar, gegevens=form.gegevens())

    uit = verstuur(request, form, voeg_toe, VEROUDERD)
    if uit.waarde is None:
        return toon_vorm(request, form, "Nieuwe scholing", uit.status, None, jaar=jaar)
    concept_weg(door=werkplek, sleutel=sleutel)
    gedaan(request, "De scholing staat in de lijst. Collega’s kunnen zich aanmelden.")
    return redirect("beleid:scholing_een", uit.waarde.pk)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another day, other words, what it costs."""
    werkplek, rij = request.werkplek, get_scholing(request.werkplek, pk)
    sleutel = f"scholing:{pk}"
    bekend = begin_van(werkplek, sleutel, {veld: getattr(rij, veld) for veld in _TEKSTEN}, rij.versie)
    begin = {"datum": rij.datum, "kosten": rij.kosten, "eigenaar": rij.eigenaar_id} | bekend.velden
    form = ScholingForm(verzonden(request), werkplek=werkplek, jaar=rij.jaar, rij=rij, initial=begin)
    form.helper.attrs |= bekend.attrs

    def wijzig() -> Scholing:
        versie, op = form.cleaned_data["versie"] or 0, timezone.now()
        return dienst.scholing_wijzigen(door=werkplek, pk=pk, versie=versie, gegevens=form.gegevens(), op=op)

    uit = verstuur(request, form, wijzig, VEROUDERD)
    if uit.waarde is None:
        achter = bekend.achter and not form.is_bound
        return toon_vorm(request, form, "Wijzig de scholing", uit.status, rij, jaar=rij.jaar, achter=achter)
    concept_weg(door=werkplek, sleutel=sleutel)
    gedaan(request, "De scholing is aangepast.")
    return redirect("beleid:scholing_een", pk)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def vervalt(request: ZorgRequest, pk: int) -> HttpResponse:
    """It does not go on, with a way back."""
    werkplek, rij = request.werkplek, get_scholing(request.werkplek, pk)
    versie, op = gelezen_versie(request.POST.get("versie", "")), timezone.now()
    uit = geweigerd(
        Form(), lambda: dienst.scholing_vervalt(door=werkplek, pk=pk, versie=versie, op=op), VEROUDERD
    )
    if uit.waarde is None:
        opgelet(request, uit.melding)
        return redirect("beleid:scholing_een", pk)
    terug = f"{reverse('beleid:scholing_terug', args=[pk])}?versie={uit.waarde.versie}"
    gedaan(request, f"‘{rij.titel}’ gaat niet door. Wie meedeed, hoort het in de mail.", herstel=terug)
    return redirect(naar_lijst(rij.jaar))


@vereist(Recht.BELEID_WERKEN)
@require_POST
def terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel: it goes on after all."""
    versie = gelezen_versie(request.GET.get("versie", ""))
    draai_terug(
        request,
        lambda: dienst.scholing_terug(door=request.werkplek, pk=pk, versie=versie),
        VEROUDERD,
        "De scholing gaat weer door.",
    )
    return redirect("beleid:scholing_een", pk)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def overnemen(request: ZorgRequest) -> HttpResponse:
    """What of last year goes along and what does not; then do it."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    if jaar < Schooljaar.van(werkplek.dag):
        raise PermissionDenied("een jaar dat voorbij is")
    if request.method == "GET":
        context = {
            "jaar": jaar,
            "uit": scholing_overname(werkplek, jaar),
            "vorig": Schooljaar(jaar.beginjaar - 1),
        }
        return render(request, "beleid/scholing_overnemen.html", context)
    uit = geweigerd(Form(), lambda: scholing_overnemen(door=werkplek, jaar=jaar), VEROUDERD)
    if uit.waarde is None:
        messages.error(request, uit.melding)
    else:
        gedaan(request, f"Overgenomen: {hoeveel(len(uit.waarde.mee), 'scholing', 'scholingen')}.")
    return redirect(naar_lijst(jaar))
