"""What the views of trajectories share: running a service so that a refusal lands in the form, drafts, one template."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render

from ondersteuning.models import Groepstraject, Traject
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen

T = TypeVar("T")
F = TypeVar("F", bound=forms.Form)


def verzonden(request: ZorgRequest) -> Any:
    """What was posted, however empty; None for a GET."""
    return request.POST if request.method == "POST" else None


@dataclass(frozen=True)
class Uitkomst(Generic[T]):
    """What a service gave; None with the status of the answer and, in words, why not."""

    waarde: T | None
    status: int = 200
    melding: str = ""


def geweigerd(form: forms.Form, doe: Callable[[], T], verouderd: str) -> Uitkomst[T]:
    """Run a service; what it refuses becomes an error of the form: 422, or 409 when a colleague was first."""
    if form.is_bound and not form.is_valid():
        return Uitkomst(None, 422)
    try:
        waarde = probeer(form, doe) if form.is_bound else doe()
    except Verouderd:
        if form.is_bound:
            form.add_error(None, verouderd)
        return Uitkomst(None, 409, verouderd)
    except StapNietToegestaan as fout:
        if form.is_bound:
            form.add_error(None, str(fout))
        return Uitkomst(None, 422, str(fout))
    except ValidationError as fout:
        return Uitkomst(None, 422, " ".join(fout.messages))
    return Uitkomst(waarde, 200 if waarde is not None else 422)


def verstuur(request: ZorgRequest, form: forms.Form, doe: Callable[[], T], verouderd: str) -> Uitkomst[T]:
    """Of a page that shows a form and takes it: nothing for a GET (200), else as `geweigerd`."""
    return geweigerd(form, doe, verouderd) if request.method == "POST" else Uitkomst(None)


def draai_terug(request: ZorgRequest, doe: Callable[[], Any], verouderd: str, zin: str) -> None:
    """Run a service that takes something back, and say `zin`, or why it cannot be."""
    uit = geweigerd(forms.Form(), doe, verouderd)
    if uit.waarde is None:
        messages.error(request, uit.melding)
    else:
        gedaan(request, zin)


def met_concept(werkplek: Werkplek, sleutel: str, maak: Callable[[dict[str, Any]], F]) -> tuple[F, bool]:
    """A form that keeps its text on the server while one types: filled with the draft there is, and whether there is one.

    Versions and chosen colleagues are never part of a draft.
    """
    concept = concept_lezen(werkplek, sleutel)
    nooit = {"versie", "vervolg_versie", "regievoerder"}
    velden = {naam: waarde for naam, waarde in concept.inhoud.items() if naam not in nooit}
    form = maak(velden)
    form.helper.attrs |= concept_attrs(werkplek, sleutel, concept.versie)  # type: ignore[attr-defined]
    return form, bool(velden)


def naar_nieuwste(form: forms.Form, versie: int) -> None:
    """After "somebody was first" the form is about the newest version: sending it again is a choice, made knowingly."""
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data["versie"] = str(versie)  # type: ignore[index]


def _met_versie(form: forms.Form, status: int, versie: int) -> None:
    if status == 409 and "versie" in form.fields:
        naar_nieuwste(form, versie)


def toon_vorm(
    request: ZorgRequest, form: forms.Form, traject: Traject, kop: str, status: int = 200, **extra: Any
) -> HttpResponse:
    """One form about one trajectory, on a page of its own; after a 409 with what stands there now."""
    _met_versie(form, status, extra.get("versie", traject.versie))
    context = {"form": form, "traject": traject, "kop": kop, "verouderd": status == 409, **extra}
    return render(request, "ondersteuning/traject/vorm.html", context, status=status)


def toon_groepsvorm(
    request: ZorgRequest, form: forms.Form, groep: Groepstraject | None, kop: str, status: int = 200
) -> HttpResponse:
    """One form about one group, or a new one, on a page of its own."""
    _met_versie(form, status, groep.versie if groep else 0)
    context = {"form": form, "groep": groep, "kop": kop, "verouderd": status == 409}
    return render(request, "ondersteuning/groep/vorm.html", context, status=status)
