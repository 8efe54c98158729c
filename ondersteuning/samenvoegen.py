"""Two texts of one form made one, so that two writers never overwrite each other silently."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Samen:
    """Two texts of one form made one: `inhoud` per field, and where both changed it what stands there now."""

    inhoud: dict[str, Any]
    botsingen: dict[str, Any]


def voeg_samen(basis: Mapping[str, Any], mijn: Mapping[str, Any], nu: Mapping[str, Any]) -> Samen:
    """Merge `mijn` with `nu`, both made from `basis`: who left a field alone takes the other's words.

    Where both changed a field `inhoud` holds mine, and `botsingen` what stands there now.
    """
    inhoud, botsingen = {}, {}
    for naam, eigen in mijn.items():
        was, staat = basis.get(naam), nu.get(naam)
        inhoud[naam] = staat if eigen == was else eigen
        if eigen not in (was, staat) and staat != was:
            botsingen[naam] = staat
    return Samen(inhoud, botsingen)
