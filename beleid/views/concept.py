"""What a form on the floor of policy begins with: one's own draft, or what stands there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen


@dataclass(frozen=True)
class Begin:
    """`velden` with the version of now; `achter`: the draft differs and was begun before somebody else saved."""

    velden: dict[str, Any]
    achter: bool
    attrs: dict[str, str]


def begin_van(werkplek: Werkplek, sleutel: str, nu: Mapping[str, Any], versie: int) -> Begin:
    """Fill the texts of `nu` with the draft kept under `sleutel`; what is no text in it is left alone."""
    concept = concept_lezen(werkplek, sleutel)
    eigen = {v: w for v, w in concept.inhoud.items() if v in nu and isinstance(w, str)}
    anders = any(_kaal(tekst) != _kaal(nu[veld]) for veld, tekst in eigen.items())
    achter = anders and str(concept.inhoud.get("versie")) != str(versie)
    attrs = concept_attrs(werkplek, sleutel, concept.versie)
    return Begin(dict(nu) | (eigen if anders else {}) | {"versie": versie}, achter, attrs)


def _kaal(waarde: Any) -> str:
    """A text without what a browser adds to it."""
    return str(waarde or "").replace("\r\n", "\n").strip()
