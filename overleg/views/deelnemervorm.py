"""What the pages of a meeting and of a series share: the forms to ask a colleague or somebody from outside."""

from typing import Any

from overleg.access_plannen import partner_keuzes
from overleg.forms.plannen import DeelnemerForm, ExternForm
from overleg.soorten import regels
from zorgapp.accounts.toegang import ZorgRequest
from zorgapp.accounts.werkplek import Werkplek


def lege_vormen(werkplek: Werkplek, soort: str, behalve: list[int]) -> dict[str, Any]:
    """The forms that a kind of meeting has, by their names in the template; `behalve`: who takes part already."""
    vormen: dict[str, Any] = {"collega_form": DeelnemerForm(werkplek=werkplek, behalve=behalve)}
    if regels(soort).externen:
        vormen["extern_form"] = _extern(None, werkplek, behalve)
    return vormen


def verzonden_vorm(request: ZorgRequest, soort: str, behalve: list[int]) -> tuple[str, Any]:
    """The form that was sent, after its name in the template."""
    if "extern" in request.POST and regels(soort).externen:
        return "extern_form", _extern(request.POST, request.werkplek, behalve)
    return "collega_form", DeelnemerForm(request.POST, werkplek=request.werkplek, behalve=behalve)


def _extern(data: Any, werkplek: Werkplek, behalve: list[int]) -> ExternForm:
    return ExternForm(data, werkplek=werkplek, behalve=behalve, partners=partner_keuzes(werkplek))
