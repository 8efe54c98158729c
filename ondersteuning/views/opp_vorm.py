"""What the views of goals and deviations share: the version in the making, one form on a page, and one tap."""

import re
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ondersteuning.access_opp_editor import Werk, get_opp_schrijven
from ondersteuning.models import OppVersie
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.oppscherm import pagina, waarschuwing
from ondersteuning.services.opp_doelen import Plek
from ondersteuning.services.opp_editor import VraagtOpnieuw
from ondersteuning.views.oppschets import (
    INTUSSEN,
    Schets,
    bewaak,
    getypt_van,
    niet_bewaard,
    schets,
    verouderd,
)
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest
from zorgapp.kern.berichten import gedaan

VEROUDERD = "Een collega paste dit net aan. Hieronder staat wat jij typte; wat er nu staat, staat erboven."
WEGGEHAALD = (
    "Een collega haalde dit weg. Wat jij typte staat hieronder; bewaar je het, dan komt het er weer bij."
)
EERST_KIJKEN = "Een collega paste dit net aan. Kijk eerst wat er nu staat."
OPNIEUW = "Dit deel is intussen aan de ouders voorgelegd. Kijk eerst wat er nu staat."
VAST = "Deze versie is vastgesteld. Begin een bijstelling om iets te veranderen."
View = Callable[..., HttpResponse]
_VAN = re.compile(r"[0-9a-f-]{1,36}")
vorm_of_sturen = require_http_methods(["GET", "POST"])


def met_versie(view: View) -> View:
    """Open the OPP for writing and give the view its `Werk`; without a version in the making, back to the OPP."""
    return _met_versie(view, {})


def met_versie_en_tekst(vorm: type[forms.Form]) -> Callable[[View], View]:
    """The same for a view that takes this form: what was typed in it is shown when it can no longer be saved."""
    return lambda view: _met_versie(view, vorm.base_fields)  # type: ignore[attr-defined]


def _met_versie(view: View, velden: dict[str, forms.Field]) -> View:
    @wraps(view)
    def binnen(request: ZorgRequest, pk: int, **kwargs: Any) -> HttpResponse:
        werk = get_opp_schrijven(request.werkplek, pk)
        try:
            if werk.versie is not None:
                return view(request, werk, **kwargs)
        except DaadNietToegestaan:
            pass
        if getypt := getypt_van(velden, request.POST):
            return niet_bewaard(request, werk.opp, "Handelingsdeel", VAST, getypt)
        messages.error(request, VAST)
        return redirect(pagina("opp", pk) or "web:vandaag")

    return binnen


def plek(werk: Werk, form: forms.Form) -> Plek:
    """Where the writer stood when he sent this form."""
    return Plek(werk.opp.pk, form.cleaned_data["nummer"], form.cleaned_data["gewaarschuwd"])


def terug(werk: Werk, deel: str) -> HttpResponse:
    """Back to a part of the handelingsdeel."""
    return redirect(reverse("ondersteuning:opp_scherm", args=[werk.opp.pk, "handelingsdeel"]) + f"#{deel}")


def stuur(form: forms.Form, doe: Callable[[], Any]) -> tuple[int, Any]:
    """Run a service for a form: the status of the answer, and what it gave (None: not sent, or refused)."""
    if not form.is_bound:
        return 200, None
    if not form.is_valid():
        return 422, None
    try:
        waarde = probeer(form, doe)
    except Verouderd:
        form.add_error(None, VEROUDERD)
        return 409, None
    except VraagtOpnieuw:
        return 409, None
    return (302, waarde) if waarde is not None else (422, None)


def toon(
    request: ZorgRequest,
    werk: Werk,
    form: forms.Form,
    kop: str,
    status: int,
    lees: Callable[[Werk], Any] | None = None,
    *,
    eigen: Schets,
    **extra: Any,
) -> HttpResponse:
    """One form on a page of its own; after a 409 it is about what stands there now, which `lees` reads anew.

    It begins with one's own draft; when a colleague saved since that was typed, both texts are shown.
    """
    if status == 409:
        werk = get_opp_schrijven(request.werkplek, werk.opp.pk)
    assert werk.versie is not None
    rij, vraagt = lees(werk) if lees else None, status == 409 and not form.errors
    context = {"opp": werk.opp, "versie": werk.versie, "form": form, "kop": kop, "rij": rij}
    context |= {"vraag_opnieuw": vraagt, **_naast_elkaar(form, werk.versie, rij, eigen, status, vraagt)}
    return render(request, "ondersteuning/opp/vorm.html", context | extra, status=status)


def _naast_elkaar(
    form: forms.Form, versie: OppVersie, rij: Any, eigen: Schets, status: int, vraagt: bool
) -> dict[str, Any]:
    """What stands there now, when the form holds words that were typed on something else; and what a change asks."""
    waarschuw, nummer = waarschuwing(versie), versie.nummer
    if status == 409:
        _over_nu(form, nummer=nummer, versie=rij.versie if rij else 0, gewaarschuwd=waarschuw)
    oud = bewaak(form, eigen) and rij is not None and verouderd(eigen, nummer=nummer, versie=rij.versie)
    nu = _nu(form, rij) if rij and (oud or (status == 409 and not vraagt)) else []
    return {"waarschuwing": waarschuw, "intussen": INTUSSEN if oud else "", "nu": nu}


def toon_weggehaald(
    request: ZorgRequest, werk: Werk, form: forms.Form, kop: str, eigen: Schets, soort: str, van: object
) -> HttpResponse:
    """A colleague took it out while somebody typed: the same form, which now adds it again (`soort`, what it was: `van`).

    404 when nothing was typed.
    """
    if not (form.is_bound or eigen.velden):
        raise Http404("deel van een opp")
    assert werk.versie is not None
    waarschuw = waarschuwing(werk.versie)
    if form.is_bound:
        form.is_valid()
        _over_nu(form, nummer=werk.versie.nummer, versie=0, gewaarschuwd=waarschuw, stam=uuid.uuid4())
    bewaak(form, eigen)
    opnieuw = reverse(f"ondersteuning:opp_{soort}_nieuw", args=[werk.opp.pk])
    form.helper.form_action = f"{opnieuw}?van={van}"  # type: ignore[attr-defined]
    context = {"opp": werk.opp, "versie": werk.versie, "form": form, "kop": kop, "intussen": WEGGEHAALD}
    context |= {"waarschuwing": waarschuw}
    status = 409 if form.is_bound else 200
    return render(request, "ondersteuning/opp/vorm.html", context, status=status)


def schets_van(request: ZorgRequest, werk: Werk, *delen: object) -> Schets:
    """One's own draft of a part of this OPP."""
    return schets(request.werkplek, schetssleutel(werk, *delen))


def van_schets(request: ZorgRequest, werk: Werk, soort: str) -> list[str]:
    """The key of the draft that a form was taken over from, as the address has it; nothing for anything else."""
    van = request.GET.get("van", "")
    return [schetssleutel(werk, soort, van)] if _VAN.fullmatch(van) else []


def schetssleutel(werk: Werk, *delen: object) -> str:
    """The key of a draft of a part of this OPP."""
    return ":".join(["opp", str(werk.opp.pk), *map(str, delen)])


def _over_nu(form: forms.Form, **waarden: Any) -> None:
    """Let a form that was sent be about what stands there now: sending it again is a choice, made knowingly."""
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data.update({naam: str(waarde) for naam, waarde in waarden.items()})  # type: ignore[attr-defined]


def _nu(form: forms.Form, rij: Any) -> list[tuple[str, Any]]:
    """What stands there now, by the label of its field."""
    uit = []
    for naam, veld in form.fields.items():
        toon_als = getattr(rij, f"get_{naam}_display", None)
        waarde = toon_als() if toon_als else getattr(rij, naam, "")
        if not veld.widget.is_hidden and waarde not in ("", None):
            uit.append((str(veld.label), waarde))
    return uit


def tik(
    request: ZorgRequest, werk: Werk, deel: str, form: forms.Form, doe: Callable[[], str]
) -> HttpResponse:
    """One tap: run a service, and go back to the screen with what happened or why not."""
    if not form.is_valid():
        messages.error(request, EERST_KIJKEN)
        return terug(werk, deel)
    try:
        gedaan(request, doe())
    except Verouderd:
        messages.error(request, EERST_KIJKEN)
    except VraagtOpnieuw:
        messages.error(request, OPNIEUW)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return terug(werk, deel)
