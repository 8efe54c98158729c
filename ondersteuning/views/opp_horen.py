"""Hearing the pupil, for who notes it: one page with the offer, the words, the points and what was explained."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.stukvorm import UITGANGEN
from ondersteuning.access_opp_horen import get_invloed, get_opp_horen, ronden_van
from ondersteuning.access_opp_link import leeft, links_van
from ondersteuning.forms import opp_horen as vorm
from ondersteuning.models import Gevolg, Linksoort, Opp, OppStatus
from ondersteuning.services import opp_horen as dienst
from ondersteuning.services.opp_link import link_maken
from ondersteuning.views.opp_linkdeur import toon_link
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.smal import versmal
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

VEROUDERD = "Een collega paste dit net aan. Dit is de nieuwste stand; wat jij typte staat er nog."


def _sleutel(pk: int) -> str:
    return f"opphoren:{pk}"


@vereist(Recht.OPP_WERKEN)
@require_GET
def horen(request: ZorgRequest, pk: int) -> HttpResponse:
    """The present round, and earlier ones below it."""
    return _toon(request, pk)


def _toon(request: ZorgRequest, pk: int, status: int = 200, **vormen: Any) -> HttpResponse:
    """Render the page; `vormen` holds a refused form under its own name, so that its text is not lost."""
    opp, mag, _ = get_opp_horen(request.werkplek, pk)
    context = {"opp": opp, "leerling": opp.leerling, "mag": mag, **_stand(opp), **_vormen(request, opp)}
    return render(request, "ondersteuning/opp/horen.html", context | vormen, status=status)


def _stand(opp: Opp) -> dict[str, Any]:
    """What there is: the present round, the ones before it, and the links that were given."""
    ronden, op = ronden_van(opp), timezone.now()
    recht = ronden[0].hoorrecht
    links = links_van(opp.pk, Linksoort.HOORRECHT)[:3] if recht else []
    return {
        "nu": ronden[0],
        "recht": recht,
        "eerder": ronden[1:],
        "dicht": opp.status == OppStatus.AFGESLOTEN,
        "links": [(link, leeft(link, op, timezone.localdate(op))) for link in links],
        "aanbod_form": vorm.begin_aanbod(recht, timezone.localdate(op)),
    }


def _vormen(request: ZorgRequest, opp: Opp) -> dict[str, Any]:
    """What can be filled in, with one's own draft."""
    werkplek, sleutel = request.werkplek, _sleutel(opp.pk)
    concept = concept_lezen(werkplek, sleutel)
    tekst = concept.inhoud.get("woorden")
    begin = {"gezegd_op": werkplek.dag, "woorden": tekst if isinstance(tekst, str) else ""}
    return {
        "inbreng_form": vorm.InbrengForm(initial=begin, vandaag=werkplek.dag),
        "gevolgen": Gevolg.choices,
        "uitgangen": ",".join(UITGANGEN),
        "concept_attrs": concept_attrs(werkplek, sleutel, concept.versie),
    }


def _doe(
    request: ZorgRequest, pk: int, naam: str, form: Any, doe: Callable[[], Any], klaar: str
) -> HttpResponse:
    """Run a service with a valid form and go back to the page; a refusal shows the page with the form."""
    try:
        if form.is_valid() and probeer(form, doe):
            gedaan(request, klaar)
            return redirect("ondersteuning:opp_horen", pk)
    except Verouderd:
        return _verouderd(request, pk, naam, form)
    return _toon(request, pk, 422, **{naam: form})


def _verouderd(request: ZorgRequest, pk: int, naam: str, form: Any) -> HttpResponse:
    """What stands there now beside what was typed; sending it once more counts as having seen it."""
    opp, _, _ = get_opp_horen(request.werkplek, pk)
    recht = ronden_van(opp)[0].hoorrecht
    form.data = form.data.copy()
    form.data["versie"] = str(recht.versie if recht else 0)
    return _toon(request, pk, 409, fout=VEROUDERD, nieuwste=recht, **{naam: form})


@vereist(Recht.OPP_WERKEN)
@require_POST
def aanbieden(request: ZorgRequest, pk: int) -> HttpResponse:
    """Note that the pupil was asked, and what he chose."""
    form = vorm.AanbodForm(request.POST, vandaag=request.werkplek.dag)

    def doe() -> Any:
        data = form.cleaned_data
        return dienst.hoorrecht_aanbieden(
            door=request.werkplek, pk=pk, versie=data["versie"], aanbod=form.aanbod()
        )

    return _doe(request, pk, "aanbod_form", form, doe, "Vastgelegd.")


@vereist(Recht.OPP_WERKEN)
@require_POST
def inbreng(request: ZorgRequest, pk: int) -> HttpResponse:
    """Add words of the pupil, or a drawing."""
    gestuurd, bestanden = request.POST, request.FILES  # reading them tells what was too large
    te_groot = getattr(request, "upload_te_groot", False)
    form = vorm.InbrengForm(gestuurd, bestanden, vandaag=request.werkplek.dag, te_groot=te_groot)

    def doe() -> Any:
        rij = dienst.inbreng_toevoegen(
            door=request.werkplek,
            pk=pk,
            sleutel=form.cleaned_data["sleutel"],
            gegevens=form.gegevens(),
            op=timezone.now(),
        )
        concept_weg(door=request.werkplek, sleutel=_sleutel(pk))
        return rij

    return _doe(request, pk, "inbreng_form", form, doe, "Toegevoegd. Deze woorden veranderen niet meer.")


@vereist(Recht.OPP_WERKEN)
@require_POST
def invloed_nieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """Add what the school does with one point."""
    form = vorm.InvloedForm(request.POST)

    def doe() -> Any:
        return dienst.invloed_toevoegen(door=request.werkplek, pk=pk, punt=form.als_punt())

    return _doe(request, pk, "invloed_form", form, doe, "Punt toegevoegd.")


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def invloed(request: ZorgRequest, pk: int) -> HttpResponse:
    """Change one point."""
    rij, opp = get_invloed(request.werkplek, pk)
    context: dict[str, Any] = {"rij": rij, "opp": opp, "leerling": opp.leerling, "gevolgen": Gevolg.choices}
    begin = {naam: getattr(rij, naam) for naam in vorm.InvloedForm.base_fields}
    form: Any = vorm.InvloedForm(request.POST or None, initial=begin)
    context["form"], status = form, 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid() and probeer(form, lambda: _wijzig(request, pk, form)):
                gedaan(request, "Punt gewijzigd.")
                return redirect("ondersteuning:opp_horen", opp.pk)
        except Verouderd:
            rij.refresh_from_db()
            form.data = form.data.copy()
            form.data["versie"], status = str(rij.versie), 409
            context["fout"] = VEROUDERD
    return render(request, "ondersteuning/opp/horen_punt.html", context, status=status)


def _wijzig(request: ZorgRequest, pk: int, form: vorm.InvloedForm) -> Any:
    versie = form.cleaned_data["versie"] or 0
    return dienst.invloed_wijzigen(door=request.werkplek, invloed_id=pk, versie=versie, punt=form.als_punt())


@vereist(Recht.OPP_WERKEN)
@require_POST
def toelichten(request: ZorgRequest, pk: int) -> HttpResponse:
    """Note the day it was explained to the pupil."""
    form = vorm.DagForm(request.POST, vandaag=request.werkplek.dag)

    def doe() -> Any:
        data = form.cleaned_data
        return dienst.hoorrecht_toelichten(
            door=request.werkplek, pk=pk, versie=data["versie"], dag=data["dag"]
        )

    return _doe(request, pk, "dag_form", form, doe, "Vastgelegd.")


@vereist(Recht.OPP_WERKEN)
@require_POST
def afzien(request: ZorgRequest, pk: int) -> HttpResponse:
    """Note that the pupil does not want to be heard now, or (`toch`) that he does after all."""
    form = vorm.AfzienForm(request.POST, vandaag=request.werkplek.dag)

    def doe() -> Any:
        data, wie = form.cleaned_data, request.werkplek
        if "toch" in request.POST:
            return dienst.hoorrecht_doet_mee(door=wie, pk=pk, versie=data["versie"])
        return dienst.hoorrecht_afzien(
            door=wie, pk=pk, versie=data["versie"], dag=data["dag"], reden=data["reden"]
        )

    return _doe(request, pk, "afzien_form", form, doe, "Vastgelegd.")


@vereist(Recht.OPP_WERKEN)
@require_POST
def link(request: ZorgRequest, pk: int) -> HttpResponse:
    """Make a link for the pupil and show it once: the code, and the address when it goes on paper."""
    form = vorm.LinkForm(request.POST)
    opp, _, _ = get_opp_horen(request.werkplek, pk)
    nu = ronden_van(opp)[0]
    if not form.is_valid() or nu.hoorrecht is None:
        return _toon(request, pk, 422, link_form=form, fout="" if nu.hoorrecht else dienst.EERST_AANBIEDEN)
    per_mail = form.cleaned_data["hoe"] == "mail"
    wat = {"door": request.werkplek, "soort": Linksoort.HOORRECHT, "opp": opp, "ronde": nu.ronde}
    try:
        nieuw = link_maken(**wat, per_mail=per_mail, op=timezone.now())
    except ValidationError as fout:
        return _toon(request, pk, 422, fout=" ".join(fout.messages))
    terug = reverse("ondersteuning:opp_horen", args=[pk])
    return toon_link(request, nieuw, voor=opp.leerling.roepnaam, terug=terug)


@vereist(Recht.OPP_WERKEN)
@require_POST
def geef(request: ZorgRequest, pk: int) -> HttpResponse:
    """Hand this device to the pupil: from here on this session has one page."""
    opp, _, _ = get_opp_horen(request.werkplek, pk)
    if opp.status == OppStatus.AFGESLOTEN or ronden_van(opp)[0].hoorrecht is None:
        return _toon(request, pk, 422, fout=dienst.EERST_AANBIEDEN)
    pad = reverse("ondersteuning:opp_tablet", args=[pk])
    versmal(request, pad)
    return redirect(pad)
