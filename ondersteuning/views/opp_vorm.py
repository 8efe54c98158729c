"""What the views of goals and deviations share: the version in the making, one form on a page, and one tap."""

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
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.oppscherm import pagina, waarschuwing
from ondersteuning.services.opp_doelen import Plek
from ondersteuning.services.opp_editor import VraagtOpnieuw
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest
from zorgapp.kern.berichten import gedaan

VEROUDERD = "Een collega paste dit net aan. Hieronder staat wat jij typte; wat er nu staat, staat erboven."
WEGGEHAALD = "Een collega haalde dit net weg. Wat jij typte staat hieronder; je kunt het kopiëren."
EERST_KIJKEN = "Een collega paste dit net aan. Kijk eerst wat er nu staat."
OPNIEUW = "Dit deel is intussen aan de ouders voorgelegd. Kijk eerst wat er nu staat."
VAST = "Deze versie is vastgesteld. Begin een bijstelling om iets te veranderen."
View = Callable[..., HttpResponse]
vorm_of_sturen = require_http_methods(["GET", "POST"])


def met_versie(view: View) -> View:
    """Open the OPP for writing and give the view its `Werk`; without a version in the making, back to the OPP."""

    @wraps(view)
    def binnen(request: ZorgRequest, pk: int, **kwargs: Any) -> HttpResponse:
        werk = get_opp_schrijven(request.werkplek, pk)
        try:
            if werk.versie is not None:
                return view(request, werk, **kwargs)
        except DaadNietToegestaan:
            pass
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
    **extra: Any,
) -> HttpResponse:
    """One form on a page of its own; after a 409 it is about what stands there now, which `lees` reads anew."""
    if status == 409:
        werk = get_opp_schrijven(request.werkplek, werk.opp.pk)
    assert werk.versie is not None
    rij, vraagt = _lees(form, werk, lees), status == 409 and not form.errors
    waarschuw = waarschuwing(werk.versie)
    if status == 409:
        _over_nu(form, nummer=werk.versie.nummer, versie=rij.versie if rij else 0, gewaarschuwd=waarschuw)
    context = {
        **{"opp": werk.opp, "versie": werk.versie, "form": form, "kop": kop, "rij": rij},
        **{"waarschuwing": waarschuw, "vraag_opnieuw": vraagt},
        "nu": _nu(form, rij) if status == 409 and rij and not vraagt else [],
        **extra,
    }
    return render(request, "ondersteuning/opp/vorm.html", context, status=status)


def _over_nu(form: forms.Form, **waarden: Any) -> None:
    """Let a form that was sent be about what stands there now: sending it again is a choice, made knowingly."""
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data.update({naam: str(waarde) for naam, waarde in waarden.items()})  # type: ignore[attr-defined]


def _lees(form: forms.Form, werk: Werk, lees: Callable[[Werk], Any] | None) -> Any:
    try:
        return lees(werk) if lees else None
    except Http404:
        form.add_error(None, WEGGEHAALD)
        return None


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
