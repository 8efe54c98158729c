"""Drafts of the forms around an OPP: what somebody typed is kept on the server, and comes back when he opens the form.

A draft remembers on which version it was typed; when that is no longer what stands there, the page shows both texts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from zorgapp.accounts.toegang import ZorgRequest
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.velden import gelezen_nummer
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import ConceptStand, concept_lezen, concept_weg, concepten_lezen

INTUSSEN = (
    "Een collega paste dit aan nadat jij begon. Hieronder staat wat jij typte; erboven wat er nu staat."
)

_BEWAARD = (
    *(forms.CharField, forms.ChoiceField, forms.BooleanField),
    *(forms.DateField, forms.TimeField, forms.DecimalField),
)


@dataclass(frozen=True)
class Schets:
    """One's own draft of one form: its key, what was typed (empty: nothing), and the attributes that keep it."""

    sleutel: str
    velden: dict[str, Any] = field(default_factory=dict)
    attrs: dict[str, str] = field(default_factory=dict)

    def getal(self, naam: str) -> int:
        """A number that the form carries unseen, such as its version; -1 for anything else."""
        nummer = gelezen_nummer(self.velden.get(naam), 9)
        return -1 if nummer is None else nummer


def schets(werkplek: Werkplek, sleutel: str) -> Schets:
    """The draft of one form (one query)."""
    return _van(werkplek, sleutel, concept_lezen(werkplek, sleutel))


def schetsen(werkplek: Werkplek, sleutels: Iterable[str]) -> dict[str, Schets]:
    """The drafts of the forms on one page (one query)."""
    stand = concepten_lezen(werkplek, sleutels)
    return {sleutel: _van(werkplek, sleutel, stand[sleutel]) for sleutel in stand}


def _van(werkplek: Werkplek, sleutel: str, stand: ConceptStand) -> Schets:
    return Schets(sleutel, stand.inhoud, concept_attrs(werkplek, sleutel, stand.versie))


def weg(werkplek: Werkplek, *sleutels: str) -> None:
    """Wipe drafts of what was sent."""
    for sleutel in sleutels:
        concept_weg(door=werkplek, sleutel=sleutel)


def vul(form: forms.Form, eigen: Schets) -> bool:
    """Put what was typed in a form that was not sent; whether there was anything.

    Not what it carries unseen: on which version it is sent must be the one that is shown now. Nor a colleague who was
    chosen, or a file.
    """
    if form.is_bound or not eigen.velden:
        return False
    for naam, veld in form.fields.items():
        if veld.widget.is_hidden or not isinstance(veld, _BEWAARD):
            continue
        waarde = eigen.velden.get(naam)
        if isinstance(veld, forms.MultipleChoiceField):
            form.initial[naam] = waarde if isinstance(waarde, list) else [waarde] if waarde else []
        elif isinstance(veld, forms.BooleanField):
            form.initial[naam] = isinstance(waarde, str)
        elif isinstance(waarde, str):
            form.initial[naam] = waarde
    return True


def bewaak(form: forms.Form, eigen: Schets) -> bool:
    """The same for a crispy form, which from now on keeps what is typed in it."""
    form.helper.attrs |= eigen.attrs  # type: ignore[attr-defined]
    return vul(form, eigen)


def verouderd(eigen: Schets, **nu: int) -> bool:
    """Whether a draft was typed on something else than what stands there now (`versie=3`, `nummer=2`)."""
    return any(eigen.getal(naam) not in (-1, waarde) for naam, waarde in nu.items())


def getypt_van(velden: Mapping[str, forms.Field], data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What was typed or chosen, by the label of its field, of a form that can no longer be saved."""
    return [
        (str(veld.label or naam.capitalize()), waarde)
        for naam, veld in velden.items()
        if isinstance(veld, forms.CharField) and not veld.widget.is_hidden
        if isinstance(waarde := data.get(naam), str) and waarde.strip()
    ]


def niet_bewaard(
    request: ZorgRequest, opp: Any, kop: str, fout: str, getypt: list[tuple[str, str]]
) -> HttpResponse:
    """A page with what can no longer be saved, to copy, and why. `opp` None: without whose it is."""
    context = {"opp": opp, "kop": kop, "fout": fout, "getypt": getypt}
    return render(request, "ondersteuning/opp/niet_bewaard.html", context, status=409)
