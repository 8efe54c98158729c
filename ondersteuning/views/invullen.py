"""Filling in a list on a phone: the names of a class, one pupil at a time, and the rest in one go."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.access import get_leerling, mag_contacten_zien
from leerlingen.coordinatoren import coordinatoren
from ondersteuning.access_lijsten import (
    antwoord_ingezien,
    eigen_antwoorden,
    get_invulling,
    get_lijstleerling,
    leerlingen_van,
    mijn_invullingen,
)
from ondersteuning.access_voorstellen import antwoorden_over, is_coordinator
from ondersteuning.forms.invullen import InvulForm, RestForm
from ondersteuning.lijstbeeld import beeld_van_klas, samenvattingen
from ondersteuning.models import Lijstantwoord, Lijstinvulling
from ondersteuning.services.invullen import antwoord_bewaren, niets_opvallends, rest_bevestigen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import bladzijde

VEROUDERD = "In een ander venster staat een nieuwere versie. Die zie je hier; wat je net tikte staat eronder."


@vereist(Recht.LIJST_INVULLEN)
@require_GET
def mijn(request: ZorgRequest) -> HttpResponse:
    """Lists that were asked of oneself and are not closed."""
    pagina = bladzijde(mijn_invullingen(request.werkplek), request.GET.get("p"))
    return render(request, "ondersteuning/lijsten/mijn.html", {"pagina": pagina})


@vereist(Recht.LIJST_INVULLEN)
@require_GET
def klas(request: ZorgRequest, pk: int) -> HttpResponse:
    """The names of one of one's own classes, with what was already seen of whom."""
    invulling = get_invulling(request.werkplek, pk)
    beeld = beeld_van_klas(
        leerlingen_van(request.werkplek, invulling), eigen_antwoorden(invulling), request.GET.get("klas", "")
    )
    context = {"invulling": invulling, "lijst": invulling.campagne.lijst, "beeld": beeld}
    return render(request, "ondersteuning/lijsten/klas.html", context)


@vereist(Recht.LIJST_INVULLEN)
@require_POST
def rest(request: ZorgRequest, pk: int) -> HttpResponse:
    """Nothing stands out of the others on the page."""
    form = RestForm(request.POST)
    if not form.is_valid():
        get_invulling(request.werkplek, pk)
        messages.error(request, "Bekijk eerst de namen. Daarna kun je de klas afronden.")
        return redirect("ondersteuning:invullen", pk)
    klaar_was = get_invulling(request.werkplek, pk).klaar_op
    invulling = rest_bevestigen(door=request.werkplek, pk=pk, gezien=form.nummers(), op=timezone.now())
    if invulling.klaar_op and not klaar_was:
        gedaan(request, "Dank je. Je bent klaar met deze lijst. Tot hij sluit kun je nog iets wijzigen.")
        return redirect("ondersteuning:mijn_lijsten")
    messages.info(request, "Bewaard. Er staan nog leerlingen open; kijk bij je andere klas.")
    return redirect("ondersteuning:invullen", pk)


def _vorm(
    request: ZorgRequest,
    invulling: Lijstinvulling,
    kind: Any,
    form: InvulForm,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    wie = coordinatoren(request.werkplek.school.pk, request.werkplek.dag, kind)
    context = {
        "invulling": invulling,
        "lijst": invulling.campagne.lijst,
        "leerling": kind,
        "form": form,
        "coordinator": wie[0] if wie else None,
        **extra,
    }
    return render(request, "ondersteuning/lijsten/leerling.html", context, status=status)


@vereist(Recht.LIJST_INVULLEN)
@require_http_methods(["GET", "POST"])
def leerling(request: ZorgRequest, pk: int, leerling_id: int) -> HttpResponse:
    """One pupil: three words per point. A script saves at every tap; the button saves as well and goes back."""
    invulling = get_invulling(request.werkplek, pk)
    kind = get_lijstleerling(request.werkplek, invulling, leerling_id)
    lijst = invulling.campagne.lijst
    if request.method == "GET":
        antwoord_ingezien(request.werkplek, invulling, kind)
        nu = eigen_antwoorden(invulling).get(kind.pk)
        return _vorm(request, invulling, kind, InvulForm(lijst=lijst, antwoord=nu))
    form = InvulForm(request.POST, lijst=lijst)
    if not form.is_valid():
        return (
            _stand(request, 422, fout=next(iter(form.errors.values()))[0])
            if _htmx(request)
            else _vorm(request, invulling, kind, form, 422)
        )
    try:
        rij = _bewaar(request, pk, kind.pk, form)
    except Verouderd:
        return _botsing(request, invulling, kind, form)
    if _htmx(request):
        return _stand(request, 200, rij=rij)
    return redirect(reverse("ondersteuning:invullen", args=[pk]) + f"#l{kind.pk}")


def _bewaar(request: ZorgRequest, pk: int, leerling_id: int, form: InvulForm) -> Lijstantwoord:
    return antwoord_bewaren(
        door=request.werkplek,
        pk=pk,
        leerling_id=leerling_id,
        versie=form.cleaned_data["versie"],
        waarden=form.waarden(),
        toelichting=form.cleaned_data["toelichting"],
        op=timezone.now(),
    )


def _htmx(request: ZorgRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _stand(request: ZorgRequest, status: int, **context: Any) -> HttpResponse:
    """Fragment: saved at which moment, with the version for the next save; or what is wrong."""
    return render(request, "ondersteuning/lijsten/_stand.html", context, status=status)


def _botsing(request: ZorgRequest, invulling: Lijstinvulling, kind: Any, form: InvulForm) -> HttpResponse:
    """Another window was first: show what stands, and what was typed here."""
    if _htmx(request):
        return _stand(request, 422, fout=VEROUDERD.split(".")[0] + ". Laad deze bladzijde opnieuw.")
    nu = eigen_antwoorden(invulling).get(kind.pk)
    staat = InvulForm(lijst=invulling.campagne.lijst, antwoord=nu)
    eigen = [b for b in (*form.goed, *form.opvallend) if b["gekozen"] in {"1", "2"}]
    extra = {"verouderd": VEROUDERD, "eigen": eigen, "eigen_tekst": form.cleaned_data["toelichting"]}
    return _vorm(request, invulling, kind, staat, 409, **extra)


@vereist(Recht.LIJST_INVULLEN)
@require_POST
def niets(request: ZorgRequest, pk: int, leerling_id: int) -> HttpResponse:
    """After all nothing stands out of this pupil."""
    niets_opvallends(door=request.werkplek, pk=pk, leerling_id=leerling_id, op=timezone.now())
    return redirect("ondersteuning:invullen", pk)


@vereist(Recht.LEERLING_INZIEN)
@require_GET
def over_leerling(request: ZorgRequest, pk: int) -> HttpResponse:
    """What colleagues saw of one pupil, in sentences; a teacher reads his own answers only."""
    kind, grond = get_leerling(request.werkplek, pk)
    antwoorden = antwoorden_over(request.werkplek, kind.pk, grond)
    alles = mag_contacten_zien(request.werkplek, grond)
    context = {
        "leerling": kind,
        "grond": grond,
        "alles": alles,
        "lijsten": samenvattingen(
            antwoorden, request.werkplek.user.pk, is_coordinator(request.werkplek, kind), alles
        ),
    }
    return render(request, "ondersteuning/lijsten/over_leerling.html", context)
