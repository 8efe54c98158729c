"""Who agrees with a handelingsdeel, for the staff: putting it before people, their answers, reminders and links."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.access_opp import Oppblik
from ondersteuning.access_opp_instemming import get_akkoord, get_verzoek, reacties_van
from ondersteuning.access_opp_link import leeft, links_van
from ondersteuning.forms import opp_instemming as vorm
from ondersteuning.models import Linksoort
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.opp.regels import inhoud
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.services import opp_instemming as dienst
from ondersteuning.services.opp_antwoord import antwoord_noteren, link_geven
from ondersteuning.views.opp_linkdeur import toon_link
from ondersteuning.views.oppschets import schets, vul, weg
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD = "De tekst is net veranderd. Lees wat er nu staat en leg dat voor."
GEWEIGERD = (ValidationError, DaadNietToegestaan, Verouderd)


@vereist(Recht.OPP_WERKEN)
@require_GET
def pagina(request: ZorgRequest, pk: int) -> HttpResponse:
    """Who was asked, what everybody answered, and what to do next."""
    return _toon(request, pk)


def _toon(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    opp, mag, akkoord = get_akkoord(request.werkplek, pk)
    context: dict[str, Any] = {"opp": opp, "mag": mag, "a": akkoord, "reacties": reacties_van(opp.pk)}
    if akkoord and akkoord.vraag is None:
        feiten = feiten_van(opp, akkoord.versie, request.werkplek.dag)
        context["mist"] = [punt for punt in inhoud(feiten) if punt.plek == "handelingsdeel"]
        context["hash"] = feiten.hash_handelingsdeel
    elif akkoord:
        op = timezone.now()
        links = {}
        for rij in reversed(links_van(opp.pk, Linksoort.INSTEMMING)):
            links[rij.verzoek_id] = (rij, leeft(rij, op, request.werkplek.dag))
        context["rijen"] = [(p, *links.get(p.verzoek.pk, (None, False))) for p in akkoord.personen]
    return render(request, "ondersteuning/opp/instemming.html", context | extra, status=status)


def _eis_schrijven(mag: Oppblik) -> None:
    if not mag.schrijven:
        raise PermissionDenied("opp schrijven")


def _fout(fout: Exception) -> str:
    """A refusal as a sentence for the page."""
    if isinstance(fout, ValidationError):
        return " ".join(fout.messages)
    return str(fout) or VEROUDERD


def _doe(request: ZorgRequest, pk: int, doe: Callable[[], Any], klaar: str) -> HttpResponse:
    """Run a service and go back to the page of the OPP `pk`; a refusal shows the page with its sentence."""
    try:
        doe()
    except GEWEIGERD as fout:
        return _toon(request, pk, 409, fout=_fout(fout))
    gedaan(request, klaar)
    return redirect("ondersteuning:opp_instemming", pk)


@vereist(Recht.OPP_WERKEN)
@require_POST
def vraag(request: ZorgRequest, pk: int) -> HttpResponse:
    """Put the handelingsdeel before who may agree."""
    _eis_schrijven(get_akkoord(request.werkplek, pk)[1])
    form = vorm.VoorlegForm(request.POST)
    if not form.is_valid():
        return _toon(request, pk, 422, fout=VEROUDERD)
    wat = {"door": request.werkplek, "pk": pk, "op": timezone.now(), **form.cleaned_data}
    klaar = "Voorgelegd. Geef iedereen een link, of leg vast wat ze antwoorden."
    return _doe(request, pk, lambda: dienst.opp_voorleggen(**wat), klaar)


@vereist(Recht.OPP_WERKEN)
@require_POST
def bijwerken(request: ZorgRequest, pk: int) -> HttpResponse:
    """Ask who may decide now."""
    get_akkoord(request.werkplek, pk)
    wat = {"door": request.werkplek, "pk": pk}
    return _doe(request, pk, lambda: dienst.juiste_mensen_vragen(**wat), "Bijgewerkt wie je vraagt.")


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def antwoord(request: ZorgRequest, pk: int) -> HttpResponse:
    """Note what one person answered."""
    opp, mag, verzoek = get_verzoek(request.werkplek, pk)
    _eis_schrijven(mag)
    versie, dag = verzoek.oppversie, request.werkplek.dag
    begin = {"nummer": versie.nummer, "hash": versie.hash}
    form = vorm.AntwoordForm(initial=begin, vandaag=dag)
    fout, eigen = "", schets(request.werkplek, f"oppantwoord:{pk}")
    if request.method == "POST":
        gestuurd, bestanden = request.POST, request.FILES  # reading them tells what was too large
        te_groot = getattr(request, "upload_te_groot", False)
        form = vorm.AntwoordForm(gestuurd, bestanden, vandaag=dag, te_groot=te_groot)
        if form.is_valid():
            fout = _noteer(request, pk, form)
            if not form.errors and not fout:
                weg(request.werkplek, eigen.sleutel)
                gedaan(request, "Vastgelegd.")
                return redirect("ondersteuning:opp_instemming", opp.pk)
    status = 409 if fout else 422 if form.errors else 200
    vul(form, eigen)
    context = {"opp": opp, "v": verzoek, "form": form, "fout": fout, "concept": eigen.attrs}
    return render(request, "ondersteuning/opp/instemming_antwoord.html", context, status=status)


def _noteer(request: ZorgRequest, pk: int, form: vorm.AntwoordForm) -> str:
    """Note it; what is refused becomes an error of the form, or the sentence that is returned."""
    wat = {"gelezen": form.gelezen(), "gegevens": form.gegevens(), "sleutel": form.cleaned_data["sleutel"]}
    try:
        probeer(
            form, lambda: antwoord_noteren(door=request.werkplek, verzoek_id=pk, op=timezone.now(), **wat)
        )
    except DaadNietToegestaan as fout:
        return str(fout)
    return ""


@vereist(Recht.OPP_WERKEN)
@require_POST
def herinner(request: ZorgRequest, pk: int) -> HttpResponse:
    """Note a reminder."""
    opp, mag, _ = get_verzoek(request.werkplek, pk)
    _eis_schrijven(mag)
    form = vorm.HerinnerForm(request.POST)
    if not form.is_valid():
        return _toon(request, opp.pk, 422, fout=" ".join(form.errors.get("dag", [])))
    wat = {"door": request.werkplek, "verzoek_id": pk, "dag": form.cleaned_data["dag"]}
    return _doe(request, opp.pk, lambda: dienst.herinnering_noteren(**wat), "Herinnering genoteerd.")


@vereist(Recht.OPP_WERKEN)
@require_POST
def opnieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """Ask somebody who did not agree once more."""
    opp, _, _ = get_verzoek(request.werkplek, pk)
    wat = {"door": request.werkplek, "verzoek_id": pk, "op": timezone.now()}
    return _doe(request, opp.pk, lambda: dienst.opnieuw_vragen(**wat), "Opnieuw gevraagd.")


@vereist(Recht.OPP_WERKEN)
@require_POST
def link(request: ZorgRequest, pk: int) -> HttpResponse:
    """Make a link for one person and show it once: the code, and the address when it goes on paper."""
    opp, mag, verzoek = get_verzoek(request.werkplek, pk)
    _eis_schrijven(mag)
    form = vorm.LinkForm(request.POST)
    if not form.is_valid():
        return _toon(request, opp.pk, 422, fout="Kies hoe je de link geeft.")
    per_mail = form.cleaned_data["hoe"] == "mail"
    try:
        nieuw = link_geven(door=request.werkplek, verzoek_id=pk, per_mail=per_mail, op=timezone.now())
    except (ValidationError, DaadNietToegestaan) as fout:
        return _toon(request, opp.pk, 422, fout=_fout(fout))
    terug = reverse("ondersteuning:opp_instemming", args=[opp.pk])
    return toon_link(request, nieuw, voor=verzoek.naam, terug=terug)
