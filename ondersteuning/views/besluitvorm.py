"""The form of one decision as it is drawn: what was refused, else one's own draft, else what the signal says."""

from typing import Any

from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms.triage import BesluitForm
from ondersteuning.models import Signaal
from ondersteuning.workflow import VIJF
from zorgapp.accounts.toegang import ZorgRequest
from zorgapp.werk.access import wie_schrijft
from zorgapp.werk.services import ConceptStand, concept_lezen


def concept_van(signaal_id: int, besluit: str = "") -> str:
    """The key of the draft of one decision about a signal; without a decision the begin of all five."""
    return f"besluit:{signaal_id}:{besluit}"


def besluitvorm(
    request: ZorgRequest, signaal: Signaal, besluit: str, form: BesluitForm | None = None
) -> dict[str, Any]:
    """What the template needs; `form` is a refused decision, whose text goes before that of the draft.

    `f` is None when nothing was typed yet: the template then proposes what the signal says.
    """
    werkplek = request.werkplek
    kring = eigenaar_kring(werkplek, signaal.leerling_id)
    sleutel = concept_van(signaal.pk, besluit)
    concept = concept_lezen(werkplek, sleutel) if besluit in VIJF else ConceptStand()
    begin = {"eigenaar": werkplek.user.pk, "besluit": besluit}
    leeg = BesluitForm(initial=begin, kring=kring, vandaag=werkplek.dag)
    leeg.uit_concept(concept.inhoud)
    getypt = form or (leeg if concept.inhoud else None)
    form = form or leeg
    form.eigenaar_uit(kring)
    return {
        "f": getypt,
        "eigenaar": form["eigenaar"],
        "concept": sleutel,
        "concept_versie": concept.versie,
        "concept_wie": wie_schrijft(werkplek),
    }
