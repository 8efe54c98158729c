"""A trajectory: beginning it, reading it, changing its words, handing it over, closing it and taking that back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.access_traject import (
    get_overdracht,
    get_traject,
    get_traject_om_te_sturen,
    mag_starten,
    vervolgen_voor_traject,
)
from ondersteuning.forms.traject import (
    AntwoordForm,
    LeerlingForm,
    OverdrachtForm,
    SluitForm,
    TrajectForm,
    WijzigForm,
)
from ondersteuning.models import OverdrachtStatus, Stand, Traject, TrajectStatus
from ondersteuning.naardeles import naar_de_les
from ondersteuning.oppreden import zin_na_start
from ondersteuning.services.regie import regie_beantwoorden, regie_vragen
from ondersteuning.services.traject import traject_afsluiten, traject_heropenen, traject_wijzigen
from ondersteuning.services.trajectstart import traject_starten
from ondersteuning.trajectbeeld import lees_beeld
from ondersteuning.trajectkeuze import Leerlingbron
from ondersteuning.trajectstart import Begin, lees_begin
from ondersteuning.views.trajectvorm import (
    draai_terug,
    geweigerd,
    met_concept,
    toon_vorm,
    verstuur,
    verzonden,
)
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.kiezen import GEVONDEN_MAX, VRAAG_MAX
from zorgapp.werk.services import concept_weg

VEROUDERD = "Een collega paste dit net aan. Hieronder staat de nieuwste stand; wat jij typte staat er nog."


@vereist(Recht.TRAJECT_STARTEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """The form, filled in from a follow-up, a waiting place, a group or a pupil; first which pupil when it is not known."""
    begin = lees_begin(request.werkplek, request.GET)
    if begin.bestaand:
        messages.info(request, "Dit traject is al gestart.")
        return redirect("ondersteuning:traject", begin.bestaand.pk)
    if begin.leerling is None:
        return _welke_leerling(request, begin)
    if request.method == "GET":
        return _startvorm(request, begin)
    form = TrajectForm(request.POST, werkplek=request.werkplek, leerling=begin.leerling)
    return _start(request, begin, form) if form.is_valid() else _startvorm(request, begin, form, 422)


def _welke_leerling(request: ZorgRequest, begin: Begin) -> HttpResponse:
    """First screen of a start without a source: which pupil, or which follow-up."""
    werkplek = request.werkplek
    form = LeerlingForm(verzonden(request), werkplek=werkplek)
    if request.method == "POST" and form.is_valid():
        groep = f"&groep={begin.groep.pk}" if begin.groep else ""
        return redirect(f"{request.path}?leerling={form.cleaned_data['leerling'].pk}{groep}")
    context = {"form": form, "begin": begin, "vervolgen": vervolgen_voor_traject(werkplek)}
    return render(
        request, "ondersteuning/traject/leerling.html", context, status=422 if form.is_bound else 200
    )


def _startvorm(
    request: ZorgRequest, begin: Begin, form: TrajectForm | None = None, status: int = 200, **extra: Any
) -> HttpResponse:
    werkplek, leerling = request.werkplek, begin.leerling
    assert leerling is not None
    if begin.vervolg is None and not mag_starten(werkplek, leerling):
        raise PermissionDenied("niet de coördinator of de begeleider")
    if form is None:
        form, extra["concept"] = met_concept(
            werkplek,
            begin.sleutel,
            lambda velden: TrajectForm(initial=begin.velden | velden, werkplek=werkplek, leerling=leerling),
        )
    form.helper.form_action = f"{request.path}?{begin.adres}"
    context = {"form": form, "begin": begin, **extra}
    return render(request, "ondersteuning/traject/nieuw.html", context, status=status)


def _start(request: ZorgRequest, begin: Begin, form: TrajectForm) -> HttpResponse:
    leerling, vervolg = begin.leerling, begin.vervolg
    assert leerling is not None
    velden = {
        "leerling_id": leerling.pk,
        "gegevens": form.gegevens(begin.groep),
        "vervolg_id": vervolg.pk if vervolg else None,
        "vervolg_versie": form.cleaned_data["vervolg_versie"] or 0,
    }
    uit = geweigerd(
        form, lambda: traject_starten(door=request.werkplek, op=timezone.now(), **velden), VEROUDERD
    )
    if uit.waarde is None:
        return _startvorm(request, begin, form, uit.status)
    concept_weg(door=request.werkplek, sleutel=begin.sleutel)
    if uit.waarde.traject is None:
        gedaan(
            request,
            f"Er is nu geen plek. De leerling staat op de wachtlijst, op plaats {uit.waarde.voor_je + 1}.",
        )
        return redirect("web:leerling", leerling.pk)
    gedaan(request, f"Gestart. {uit.waarde.traject.regievoerder.voornaam} heeft de regie.")
    if opp := zin_na_start(request.werkplek, uit.waarde.traject):
        opgelet(request, opp, naar=reverse("ondersteuning:opp_redenen", args=[leerling.pk]))
    return redirect("ondersteuning:traject", uit.waarde.traject.pk)


@vereist(Recht.TRAJECT_STARTEN)
@require_GET
def leerling(request: ZorgRequest) -> HttpResponse:
    """Fragment: pupils found by name, whose file one may open."""
    vraag = request.GET.get(request.GET.get("veld", "q"), "").strip()[:VRAAG_MAX]
    gevonden = Leerlingbron(request.werkplek).zoek(vraag, GEVONDEN_MAX)
    return render(request, "accounts/_gevonden.html", {"gevonden": gevonden, "vraag": vraag})


def _een(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    """Render one trajectory: the whole of it, or the summary for who may not read more."""
    traject, zicht = get_traject(request.werkplek, pk)
    if not zicht.inhoud:
        context = {"traject": traject, "beeld": lees_beeld(traject, vol=False)}
        return render(request, "ondersteuning/traject/samenvatting.html", context, status=status)
    overdracht = extra.pop("overdracht_form", None)
    if zicht.sturen and overdracht is None:
        overdracht = OverdrachtForm(werkplek=request.werkplek, traject=traject)
    beeld = lees_beeld(traject, vol=True)
    context = {
        "traject": traject,
        "zicht": zicht,
        "beeld": beeld,
        "les": naar_de_les(request.werkplek, traject, zicht),
        "overdracht_form": overdracht,
        "scoren": zicht.sturen and traject.status == TrajectStatus.LOOPT,
        "standen": [(s.value, s.label) for s in Stand],
        **extra,
    }
    return render(request, "ondersteuning/traject/traject.html", context, status=status)


@vereist(Recht.TRAJECT)
@require_GET
def traject(request: ZorgRequest, pk: int) -> HttpResponse:
    """One trajectory."""
    return _een(request, pk)


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def wijzig(request: ZorgRequest, pk: int) -> HttpResponse:
    """Its words."""
    rij = get_traject_om_te_sturen(request.werkplek, pk)
    form = WijzigForm(verzonden(request), werkplek=request.werkplek, traject=rij)
    uit = verstuur(
        request,
        form,
        lambda: traject_wijzigen(
            door=request.werkplek, pk=pk, versie=form.cleaned_data["versie"], gegevens=form.gegevens()
        ),
        VEROUDERD,
    )
    if uit.waarde:
        gedaan(request, "Bewaard.")
        return redirect("ondersteuning:traject", pk)
    return toon_vorm(request, form, rij, "Wijzig het traject", uit.status)


@vereist(Recht.TRAJECT)
@require_POST
def overdragen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Ask a colleague to take over."""
    rij = get_traject_om_te_sturen(request.werkplek, pk)
    form = OverdrachtForm(request.POST, werkplek=request.werkplek, traject=rij)
    velden = form.cleaned_data if form.is_valid() else {}
    uit = geweigerd(
        form, lambda: regie_vragen(door=request.werkplek, pk=pk, op=timezone.now(), **velden), VEROUDERD
    )
    if uit.waarde is None:
        return _een(request, pk, uit.status, overdracht_form=form)
    wie = velden["naar"].voornaam
    if uit.waarde.status == OverdrachtStatus.AANVAARD:
        gedaan(request, f"{wie} heeft nu de regie.")
    else:
        gedaan(request, f"Gevraagd. Tot {wie} het aanvaardt blijft de regie waar hij is.")
    return redirect("ondersteuning:traject", pk)


@vereist(Recht.TRAJECT)
@require_POST
def overdracht(request: ZorgRequest, pk: int) -> HttpResponse:
    """Accept, refuse or withdraw a hand-over."""
    get_overdracht(request.werkplek, pk)
    form = AntwoordForm(request.POST)
    uit = geweigerd(
        form,
        lambda: regie_beantwoorden(
            door=request.werkplek,
            overdracht_id=pk,
            antwoord=OverdrachtStatus(form.cleaned_data.get("keuze", "")),
            reden=form.cleaned_data.get("antwoord", ""),
            op=timezone.now(),
        ),
        "Deze overdracht is al beantwoord of ingetrokken.",
    )
    if uit.waarde is None:
        for fout in [f for lijst in form.errors.values() for f in lijst]:
            messages.error(request, fout)
        return redirect("ondersteuning:caseload")
    if uit.waarde.status == OverdrachtStatus.AANVAARD:
        gedaan(request, "Je hebt nu de regie.")
        return redirect("ondersteuning:traject", uit.waarde.traject_id)
    gedaan(request, "Je neemt het niet over." if uit.waarde.status == "geweigerd" else "Ingetrokken.")
    return redirect("ondersteuning:caseload")


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def afsluiten(request: ZorgRequest, pk: int) -> HttpResponse:
    """The end, with its outcome."""
    rij: Traject = get_traject_om_te_sturen(request.werkplek, pk)
    form = SluitForm(verzonden(request), initial={"versie": rij.versie})
    uit = verstuur(
        request,
        form,
        lambda: traject_afsluiten(
            door=request.werkplek,
            pk=pk,
            versie=form.cleaned_data["versie"],
            gegevens=form.gegevens(),
            op=timezone.now(),
        ),
        VEROUDERD,
    )
    if uit.waarde:
        gedaan(request, "Afgesloten.", herstel=reverse("ondersteuning:traject_heropenen", args=[pk]))
        return redirect("ondersteuning:traject", pk)
    return toon_vorm(request, form, rij, "Sluit het traject af", uit.status)


@vereist(Recht.TRAJECT)
@require_POST
def heropenen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel: take the closing back."""
    draai_terug(
        request,
        lambda: traject_heropenen(door=request.werkplek, pk=pk, op=timezone.now()),
        VEROUDERD,
        "Teruggedraaid. Het traject loopt weer.",
    )
    return redirect("ondersteuning:traject", pk)
