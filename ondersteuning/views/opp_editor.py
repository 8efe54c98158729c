"""The editor of an OPP: five screens, each saved apart; a colleague's newer words are never overwritten."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ondersteuning.access_opp_editor import (
    Werk,
    afwijkingen_van,
    doelen_van,
    get_opp_schrijven,
    te_nemen,
    versie_met_nummer,
)
from ondersteuning.access_opp_zinnen import zinnen_bij
from ondersteuning.forms.opp_editor import SchermForm
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.opp.velden import SCHERM, SCHERMEN, Scherm
from ondersteuning.opp.wacht import POORT, bekijk
from ondersteuning.oppbronnen import herkomst_van
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.oppscherm import (
    feiten_van_tekst,
    mag_vaststellen,
    meldingen,
    pagina,
    samen,
    stappen,
    waarschuwing,
)
from ondersteuning.oppversies import inhoud_op
from ondersteuning.samenvoegen import voeg_samen
from ondersteuning.services.opp import OppBotsing
from ondersteuning.services.opp_editor import VraagtOpnieuw, scherm_bewaren, vraagt_opnieuw
from ondersteuning.views.opp_vorm import VAST
from ondersteuning.views.oppschets import niet_bewaard
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_versie
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg


def sleutel(pk: int, scherm: Scherm) -> str:
    """The key of one's own draft of one screen."""
    return f"opp:{pk}:{scherm.sleutel}"


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def scherm(request: ZorgRequest, pk: int, scherm: str) -> HttpResponse:
    """One screen: its texts and choices, what is still missing there, and the way to the next."""
    werk, dit = get_opp_schrijven(request.werkplek, pk), SCHERM[scherm]
    if werk.versie is None:
        return _vast(request, werk, dit)
    if not dit.velden:
        return _samen(request, werk, dit)
    if request.method == "GET":
        return _toon(request, werk, dit, _begin(request, werk, dit))
    form = SchermForm(request.POST, scherm=dit, pro=werk.opp.pro)
    if not form.is_valid():
        return _toon(request, werk, dit, form, 422)
    return _bewaar(request, werk, dit, form)


def _bewaar(request: ZorgRequest, werk: Werk, dit: Scherm, form: SchermForm) -> HttpResponse:
    data, pk = form.cleaned_data, werk.opp.pk
    wat = {naam: data[naam] for naam in ("nummer", "versie", "basis", "gewaarschuwd")}
    try:
        rij = scherm_bewaren(door=request.werkplek, pk=pk, inhoud=form.inhoud(), op=timezone.now(), **wat)
    except OppBotsing as fout:
        return _botsing(request, fout, dit, data)
    except VraagtOpnieuw:
        return _toon(request, get_opp_schrijven(request.werkplek, pk), dit, form, 409)
    except ValidationError as fout:
        form.add_error("afwijkt", fout.messages)
        return _toon(request, werk, dit, form, 422)
    except DaadNietToegestaan:
        return _vast(request, werk, dit)
    concept_weg(door=request.werkplek, sleutel=sleutel(pk, dit))
    nieuw = f" Dit is nu versie {rij.nummer}: leg het opnieuw voor." if rij.nummer != data["nummer"] else ""
    gedaan(request, f"Bewaard.{nieuw}")
    verder = SCHERMEN[SCHERMEN.index(dit) + 1] if "verder" in request.POST else dit
    return redirect("ondersteuning:opp_scherm", pk, verder.sleutel)


def _vast(request: ZorgRequest, werk: Werk, dit: Scherm) -> HttpResponse:
    """It was set: back to the OPP; what was sent meanwhile is shown, and can be copied."""
    if request.method == "GET" or not dit.velden:
        return redirect(pagina("opp", werk.opp.pk) or "web:vandaag")
    nu = werk.versies[0]
    getypt = [
        (veld.label, tekst)
        for veld in dit.velden
        if (tekst := request.POST.get(veld.naam, "")) and tekst != getattr(nu, veld.naam)
    ]
    return niet_bewaard(request, werk.opp, dit.kop, VAST, getypt)


def _botsing(request: ZorgRequest, fout: OppBotsing, dit: Scherm, data: dict[str, Any]) -> HttpResponse:
    """The form again with both texts; sending it now counts as having seen the other's."""
    werk = get_opp_schrijven(request.werkplek, fout.versie.opp_id)
    zelfde = fout.versie.nummer == data["nummer"]
    basis = data["basis"] if zelfde else fout.versie.versie
    nu = {"nummer": fout.versie.nummer, "versie": fout.versie.versie, "basis": basis}
    form = SchermForm(initial=nu, scherm=dit, pro=werk.opp.pro)
    form.toon_botsing(fout.samen.inhoud, fout.samen.botsingen)
    return _toon(request, werk, dit, form, 409, intussen="" if zelfde else f"versie {fout.versie.nummer}")


def _begin(request: ZorgRequest, werk: Werk, dit: Scherm) -> SchermForm:
    """The screen as it is opened: one's own draft, put together with what a colleague saved since."""
    rij = werk.versie
    assert rij is not None
    nu = rij.inhoud()
    begin = {**nu, "nummer": rij.nummer, "versie": rij.versie, "basis": rij.versie}
    form = SchermForm(initial=begin, scherm=dit, pro=werk.opp.pro)
    concept = concept_lezen(request.werkplek, sleutel(werk.opp.pk, dit)).inhoud
    if concept:
        nummer, basis = gelezen_versie(concept.get("nummer")), gelezen_versie(concept.get("basis"))
        oud = rij if nummer == rij.nummer else versie_met_nummer(werk.opp.pk, nummer)
        samengevoegd = voeg_samen(inhoud_op(oud, basis) if oud else {}, form.uit_concept(concept), nu)
        form.toon_botsing(samengevoegd.inhoud, samengevoegd.botsingen)
        if oud is rij:
            form.initial["basis"] = basis
    return form


def _toon(
    request: ZorgRequest, werk: Werk, dit: Scherm, form: SchermForm, status: int = 200, **extra: Any
) -> HttpResponse:
    rij, werkplek = werk.versie, request.werkplek
    assert rij is not None
    doelen, afwijkingen = doelen_van(rij.pk), afwijkingen_van(rij.pk)
    uitslagen = bekijk(feiten_van_tekst(werkplek, werk, doelen, afwijkingen), (6,))
    concept = sleutel(werk.opp.pk, dit)
    context = {
        **_rond(werk, dit),
        "form": form,
        "vragen": form.vragen(herkomst_van(rij), zinnen_bij(werkplek, form.namen)),
        "stappen": stappen(werk, dit, uitslagen, heel=False),
        "meldingen": meldingen(uitslagen, dit.sleutel),
        "concept_attrs": concept_attrs(werkplek, concept, concept_lezen(werkplek, concept).versie),
        **extra,
    }
    if dit.sleutel == "handelingsdeel":
        context |= {"doelen": doelen, "afwijkingen": afwijkingen, "neem": te_nemen(werk.opp, doelen)}
        context |= {"waarschuwing": waarschuwing(rij), "opnieuw": vraagt_opnieuw(rij)}
    return render(request, "ondersteuning/opp/editor.html", context, status=status)


def _rond(werk: Werk, dit: Scherm) -> dict[str, Any]:
    plek = SCHERMEN.index(dit)
    return {
        "opp": werk.opp,
        "versie": werk.versie,
        "scherm": dit,
        "nummer": plek + 1,
        "vorige": SCHERMEN[plek - 1] if plek else None,
        "volgende": SCHERMEN[plek + 1] if plek + 1 < len(SCHERMEN) else None,
        "hub": pagina("opp", werk.opp.pk),
        "meer_versies": len(werk.versies) > 1,
    }


def _samen(request: ZorgRequest, werk: Werk, dit: Scherm) -> HttpResponse:
    """The last screen: hearing, talk and agreement as they stand, and what keeps it from being set."""
    assert werk.versie is not None
    feiten = feiten_van(werk.opp, werk.versie, request.werkplek.dag)
    uitslagen = bekijk(feiten)
    context = {
        **_rond(werk, dit),
        "stappen": stappen(werk, dit, uitslagen, heel=True),
        "delen": samen(werk, feiten),
        "elders": meldingen(bekijk(feiten, POORT), *(s.sleutel for s in SCHERMEN if s.velden)),
        "klaar": mag_vaststellen(uitslagen),
    }
    return render(request, "ondersteuning/opp/samen.html", context)
