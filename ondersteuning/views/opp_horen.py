"""Hearing the pupil, for who notes it: one page with the offer, the words, the points and what was explained.

Every form keeps what is typed in it (`oppschets`); a form that is no longer on the page leaves its words there.
"""

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
from ondersteuning.views.oppschets import INTUSSEN, schets, schetsen, verouderd, vul, weg
from ondersteuning.views.trajectvorm import naar_nieuwste
from zorgapp.accounts.forms.basis import getypt, probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.smal import versmal
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD = "Een collega paste dit net aan. Dit is de nieuwste stand; wat jij typte staat er nog."


_DELEN = {"inbreng_form": "", "aanbod_form": ":aanbod", "invloed_form": ":punt", "afzien_form": ":afzien"}


def _sleutel(pk: int, form: str = "inbreng_form") -> str:
    return f"opphoren:{pk}{_DELEN[form]}"


@vereist(Recht.OPP_WERKEN)
@require_GET
def horen(request: ZorgRequest, pk: int) -> HttpResponse:
    """The present round, and earlier ones below it."""
    return _toon(request, pk)


def _toon(request: ZorgRequest, pk: int, status: int = 200, **vormen: Any) -> HttpResponse:
    """Render the page; `vormen` holds a refused form under its own name, so that its text is not lost."""
    opp, mag, _ = get_opp_horen(request.werkplek, pk)
    context = {"opp": opp, "leerling": opp.leerling, "mag": mag, **_stand(opp)}
    context |= _vormen(request, opp, context) | vormen
    for naam, form in vormen.items():
        if naam in _DELEN and not _staat_er(naam, context):
            zinnen = [str(zin) for fouten in form.errors.values() for zin in fouten]
            context |= {"fout": " ".join(zinnen) or VEROUDERD, "getypt": getypt(form)}
    return render(request, "ondersteuning/opp/horen.html", context, status=status)


def _staat_er(naam: str, stand: dict[str, Any]) -> bool:
    """Whether this form is (still) on the page."""
    if stand["dicht"] or (naam != "aanbod_form" and stand["recht"] is None):
        return False
    return {"invloed_form": bool(stand["nu"].inbreng), "afzien_form": not stand["nu"].inbreng}.get(naam, True)


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
    }


def _vormen(request: ZorgRequest, opp: Opp, stand: dict[str, Any]) -> dict[str, Any]:
    """What can be filled in, with one's own drafts (one query)."""
    dag, recht = request.werkplek.dag, stand["recht"]
    eigen = schetsen(request.werkplek, [_sleutel(opp.pk, naam) for naam in _DELEN])
    per = {naam: eigen[_sleutel(opp.pk, naam)] for naam in _DELEN}
    versie = recht.versie if recht else 0
    niet = {"dag": dag.isoformat(), "versie": versie}
    vormen: dict[str, Any] = {
        "inbreng_form": vorm.InbrengForm(initial={"gezegd_op": dag}, vandaag=dag),
        "aanbod_form": vorm.begin_aanbod(recht, dag),
        "invloed_form": vorm.InvloedForm(),
        "afzien_form": vorm.AfzienForm(initial=niet, vandaag=dag),
    }
    getypt = {naam: vul(form, per[naam]) for naam, form in vormen.items()}
    uit = {
        naam: form for naam, form in vormen.items() if getypt[naam] or naam in ("inbreng_form", "aanbod_form")
    }
    if getypt["aanbod_form"] and recht and verouderd(per["aanbod_form"], versie=versie):
        uit |= {"fout": INTUSSEN, "nieuwste": recht}
    return uit | {
        "gevolgen": Gevolg.choices,
        "uitgangen": ",".join(UITGANGEN),
        "attrs": {naam: per[naam].attrs for naam in _DELEN},
    }


def _doe(
    request: ZorgRequest, pk: int, naam: str, form: Any, doe: Callable[[], Any], klaar: str
) -> HttpResponse:
    """Run a service with a valid form and go back to the page; a refusal shows the page with the form."""
    try:
        if form.is_valid() and probeer(form, doe):
            if naam in _DELEN:
                weg(request.werkplek, _sleutel(pk, naam))
            gedaan(request, klaar)
            return redirect("ondersteuning:opp_horen", pk)
    except Verouderd:
        return _verouderd(request, pk, naam, form)
    return _toon(request, pk, 422, **{naam: form})


def _verouderd(request: ZorgRequest, pk: int, naam: str, form: Any) -> HttpResponse:
    """What stands there now beside what was typed; sending it once more counts as having seen it."""
    opp, _, _ = get_opp_horen(request.werkplek, pk)
    recht = ronden_van(opp)[0].hoorrecht
    naar_nieuwste(form, recht.versie if recht else 0)
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
        return dienst.inbreng_toevoegen(
            door=request.werkplek,
            pk=pk,
            sleutel=form.cleaned_data["sleutel"],
            gegevens=form.gegevens(),
            op=timezone.now(),
        )

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
    eigen = schets(request.werkplek, f"oppinvloed:{pk}")
    context["form"], context["concept"], status = form, eigen.attrs, 200
    if vul(form, eigen) and verouderd(eigen, versie=rij.versie):
        context["fout"] = INTUSSEN
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid() and probeer(form, lambda: _wijzig(request, pk, form)):
                weg(request.werkplek, eigen.sleutel)
                gedaan(request, "Punt gewijzigd.")
                return redirect("ondersteuning:opp_horen", opp.pk)
        except Verouderd:
            rij.refresh_from_db()
            naar_nieuwste(form, rij.versie)
            status, context["fout"] = 409, VEROUDERD
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
