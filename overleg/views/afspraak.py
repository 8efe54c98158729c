"""One agreement: reading it with its history, giving it a later date, another owner or other words; and a new one."""

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms.traject import LeerlingForm
from ondersteuning.views.trajectvorm import geweigerd, naar_nieuwste, verzonden
from overleg.access_afspraak import get_afspraak, get_afspraak_om, stappen_van
from overleg.access_afspraken import (
    adres_van_leerling,
    als_regel,
    get_leerling_voor_afspraak,
    partners_voor_afspraak,
    volgend_overleg,
)
from overleg.afspraakkeuze import Keuzes, datums_voor, keuzes_voor, melding_bij
from overleg.afspraaklijst import SESSIE_LAAT
from overleg.afspraakloop import Afspraakstand, is_klaar
from overleg.afspraakverhaal import verhaal
from overleg.forms.afspraak import AfspraakVelden, LaterForm, OverdraagForm, WoordenForm
from overleg.models import Afspraak
from overleg.services.afspraak import (
    afspraak_los_maken,
    afspraak_overdragen,
    afspraak_uitstellen,
    afspraak_wijzigen,
)
from zorgapp.accounts.forms.basis import getypt
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.velden import gelezen_nummer

TE_ZEGGEN = (Afspraakstand.GELUKT, Afspraakstand.LOOPT, Afspraakstand.LUKT_NIET, Afspraakstand.NIET_NODIG)
VEROUDERD = "Een collega deed hier net iets mee. Boven staat de stand van nu; wat jij typte staat er nog."


def _een(
    request: ZorgRequest, afspraak: Afspraak, mag: Any, status: int = 200, **eigen: forms.Form
) -> HttpResponse:
    """Render one agreement, with the forms for who may work on it; `eigen` is the one that was refused."""
    werkplek, leerling = request.werkplek, afspraak.leerling_id
    context: dict[str, Any] = {
        "afspraak": afspraak,
        "mag": mag,
        "regel": als_regel(werkplek, afspraak),
        "klaar": is_klaar(afspraak.stand),
        "verhaal": verhaal(stappen_van(afspraak.pk), werkplek.dag),
        "leerling_url": adres_van_leerling(werkplek, leerling) if leerling else "",
        "standen": [(stand.value, stand.label) for stand in TE_ZEGGEN],
        "vrij": "" if is_klaar(afspraak.stand) else melding_bij(afspraak.klaar_op),
    }
    if mag.bijwerken and not context["klaar"]:
        context |= _vormen(request, afspraak) | eigen
        for vorm in eigen.values() if status == 409 else ():
            naar_nieuwste(vorm, afspraak.versie)
    else:
        context["fouten"] = [fout for vorm in eigen.values() for fout in vorm.non_field_errors()]
        context["getypt"] = [tekst for vorm in eigen.values() for tekst in getypt(vorm)]
    return render(request, "overleg/afspraak.html", context, status=status)


def _vormen(request: ZorgRequest, afspraak: Afspraak) -> dict[str, forms.Form]:
    werkplek, versie = request.werkplek, {"versie": afspraak.versie}
    woorden = versie | {"wat": afspraak.wat, "merkt": afspraak.merkt}
    return {
        "later": _later_vorm(request, afspraak, initial=versie),
        "overdraag": OverdraagForm(kring=eigenaar_kring(werkplek, afspraak.leerling_id), initial=versie),
        "woorden": WoordenForm(initial=woorden),
    }


def _later_vorm(request: ZorgRequest, afspraak: Afspraak, *args: Any, **kwargs: Any) -> LaterForm:
    """Its dates to tap on lie after the one there is."""
    datums = datums_voor(request.werkplek, later_dan=afspraak.klaar_op)
    return LaterForm(*args, vandaag=request.werkplek.dag, datums=datums, **kwargs)


@vereist(Recht.AFSPRAAK)
@require_GET
def afspraak(request: ZorgRequest, pk: int) -> HttpResponse:
    """One agreement with its history."""
    return _een(request, *get_afspraak(request.werkplek, pk))


def _wijzig(
    request: ZorgRequest, pk: int, naam: str, form: forms.Form, doe: Callable[..., Afspraak]
) -> HttpResponse | None:
    """Run a service with what `form` holds; what it refuses is shown beside what stands there now. None: it was done."""
    uit = geweigerd(
        form,
        lambda: doe(door=request.werkplek, pk=pk, op=timezone.now(), **form.cleaned_data),
        VEROUDERD,
    )
    if uit.waarde is None:
        return _een(request, *get_afspraak(request.werkplek, pk), uit.status, **{naam: form})
    request.session.pop(SESSIE_LAAT, None)
    return None


@vereist(Recht.AFSPRAAK)
@require_POST
def later(request: ZorgRequest, pk: int) -> HttpResponse:
    """A later date, with the reason."""
    form = _later_vorm(request, get_afspraak_om(request.werkplek, pk, "bijwerken")[0], request.POST)

    def doe(*, klaar: str, **velden: Any) -> Afspraak:
        return afspraak_uitstellen(**velden)

    if weigering := _wijzig(request, pk, "later", form, doe):
        return weigering
    gedaan(request, "Uitgesteld. De reden staat erbij.")
    if melding := melding_bij(form.cleaned_data["klaar_op"]):
        opgelet(request, melding)
    return redirect("overleg:afspraak", pk)


@vereist(Recht.AFSPRAAK)
@require_POST
def overdragen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another owner, who is told."""
    afspraak, _ = get_afspraak_om(request.werkplek, pk, "overdragen")
    form = OverdraagForm(request.POST, kring=eigenaar_kring(request.werkplek, afspraak.leerling_id))
    if weigering := _wijzig(request, pk, "overdraag", form, afspraak_overdragen):
        return weigering
    gedaan(request, f"Overgedragen. {form.cleaned_data['naar'].voornaam} krijgt bericht.")
    return redirect("overleg:afspraken")


@vereist(Recht.AFSPRAAK)
@require_POST
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Other words; what it said stays in the history."""
    get_afspraak_om(request.werkplek, pk, "wijzigen")
    if weigering := _wijzig(request, pk, "woorden", WoordenForm(request.POST), afspraak_wijzigen):
        return weigering
    gedaan(request, "Bewaard. Wat er stond, blijft in de geschiedenis.")
    return redirect("overleg:afspraak", pk)


@vereist(Recht.AFSPRAAK)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """A new agreement about a pupil, outside a meeting; first which pupil, when the address does not say."""
    werkplek, nummer = request.werkplek, gelezen_nummer(request.GET.get("leerling"))
    if nummer is None:
        return _welke_leerling(request)
    leerling, contacten = get_leerling_voor_afspraak(werkplek, nummer)
    volgend = volgend_overleg(werkplek, timezone.now())
    keuzes = keuzes_voor(
        werkplek,
        leerling,
        volgend=timezone.localdate(volgend.begin) if volgend else None,
        contacten=contacten,
        partners=partners_voor_afspraak(werkplek),
    )
    if request.method == "GET":
        return _vorm(request, leerling, AfspraakVelden(keuzes=keuzes, initial=_begin(request, keuzes)))
    form = AfspraakVelden(request.POST, keuzes=keuzes)
    uit = geweigerd(form, lambda: _maak(request, leerling, form), VEROUDERD)
    if uit.waarde is None:
        return _vorm(request, leerling, form, uit.status)
    return _gemaakt(request, uit.waarde)


def _begin(request: ZorgRequest, keuzes: Keuzes) -> dict[str, Any]:
    """How the form begins: oneself, in a week."""
    dagen = [voorstel.dag.isoformat() for voorstel in keuzes.datums]
    return {
        "sleutel": uuid.uuid4(),
        "wie": str(request.werkplek.user.pk),
        "klaar": dagen[min(1, len(dagen) - 1)],
    }


def _maak(request: ZorgRequest, leerling: Any, form: AfspraakVelden) -> Afspraak:
    return afspraak_los_maken(
        door=request.werkplek,
        leerling=leerling,
        gegevens=form.gegevens(),
        sleutel=form.cleaned_data["sleutel"],
        op=timezone.now(),
    )


def _gemaakt(request: ZorgRequest, afspraak: Afspraak) -> HttpResponse:
    eigen = afspraak.eigenaar_id == request.werkplek.user.pk
    gedaan(request, "Vastgelegd." if eigen else f"Vastgelegd. {afspraak.eigenaar.voornaam} krijgt bericht.")
    if melding := melding_bij(afspraak.klaar_op):
        opgelet(request, melding)
    return redirect("web:leerling", afspraak.leerling_id)


def _vorm(request: ZorgRequest, leerling: Any, form: AfspraakVelden, status: int = 200) -> HttpResponse:
    return render(request, "overleg/afspraak_nieuw.html", {"form": form, "leerling": leerling}, status=status)


def _welke_leerling(request: ZorgRequest) -> HttpResponse:
    form = LeerlingForm(verzonden(request), werkplek=request.werkplek)
    if request.method == "POST" and form.is_valid():
        return redirect(f"{request.path}?leerling={form.cleaned_data['leerling'].pk}")
    return render(
        request, "overleg/afspraak_leerling.html", {"form": form}, status=422 if form.is_bound else 200
    )
