"""What an HGW form gives to a trajectory, a meeting or an OPP, so that nothing is typed again."""

from typing import Any

from leerlingen.access import Grond, toegangsgrond
from leerlingen.models import Leerling
from ondersteuning.access_hgw import geldend, inzicht
from ondersteuning.hgwvelden import BEHOEFTEN, VELDEN, VRAGEN, zin
from ondersteuning.models import Hgw
from zorgapp.accounts.werkplek import Werkplek


def uit_hgw(werkplek: Werkplek, leerling: Leerling, grond: Grond | None = None) -> dict[str, Any]:
    """Return what the form that holds now says, for the fields of a trajectory (see `naar_traject`).

    `grond` is why the file is open, for who knows it already. Empty when there is none, when its goals are met, or when this person may not read it whole.
    """
    grond = grond or toegangsgrond(werkplek, leerling)
    if grond is None or not inzicht(werkplek, grond).heel:
        return {}
    hgw = geldend(leerling.pk)
    return naar_traject(hgw) if hgw else {}


def naar_traject(hgw: Hgw) -> dict[str, Any]:
    """The words of a form by the names a trajectory has for them.

    hulpvraag, onderwijsbehoeften, al_gedaan, resultaat and aanpak: text, one line each; doelen: a list of texts;
    bron: "hgw:<id>".
    """
    vragen = [(VELDEN[naam].label, getattr(hgw, naam)) for naam in VRAGEN if getattr(hgw, naam)]
    return {
        "bron": f"hgw:{hgw.pk}",
        "hulpvraag": "\n".join([*([hgw.aanleiding] if hgw.aanleiding else []), *(t for _, t in vragen)]),
        "onderwijsbehoeften": "\n".join(behoefteregels(hgw)),
        "doelen": [regel.strip(" -•\t") for regel in hgw.doelen.splitlines() if regel.strip(" -•\t")],
        "al_gedaan": hgw.al_gedaan,
        "resultaat": hgw.al_effect,
        "aanpak": hgw.aanpak,
    }


def behoefteregels(hgw: Hgw) -> list[str]:
    """What the pupil needs according to this version, one whole sentence each."""
    return [zin(naam, getattr(hgw, naam)) for naam in BEHOEFTEN if getattr(hgw, naam)]
