"""The few figures that plan, development point and front page are tied to, each as one number of last night.

What they mean is said here; the counting is of `beleid.cijfers`. Small numbers are hidden here as everywhere: then a
figure has no `waarde` and its `tekst` says so.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Kerncijfer:
    """One figure: how it is called, in what unit, what it means, and whether more is better."""

    sleutel: str
    label: str
    eenheid: str
    uitleg: str
    meer_is_beter: bool = True


_LIJST = (
    Kerncijfer("signalen", "signalen", "", "Signalen die dit schooljaar zijn ingediend."),
    Kerncijfer(
        "antwoord_dagen",
        "schooldagen tot een antwoord",
        "schooldagen",
        "De middelste waarde van het aantal schooldagen tussen een signaal en het eerste antwoord.",
        meer_is_beter=False,
    ),
    Kerncijfer(
        "terug_met_advies",
        "terug met advies",
        "%",
        "Deel van de besluiten waarmee een signaal met advies naar de eerste lijn ging.",
    ),
    Kerncijfer("afspraken_op_tijd", "afspraken op tijd", "%", "Deel van de afspraken dat op tijd klaar was."),
    Kerncijfer("opp_in_orde", "OPP’s in orde", "%", "Deel van de OPP’s dat aan de wet voldoet."),
    Kerncijfer(
        "opp_op_tijd", "OPP’s binnen zes weken", "%", "Deel van de OPP’s dat binnen 42 dagen is vastgesteld."
    ),
    Kerncijfer("doelen_gehaald", "doelen gehaald", "%", "Deel van de doelen dat eindigde op gelukt of meer."),
    Kerncijfer(
        "kaarten_bevestigd",
        "faciliteitenkaarten bevestigd",
        "%",
        "Deel van de faciliteitenkaarten dat de docenten hebben gelezen en bevestigd.",
    ),
    Kerncijfer(
        "docenten_doen_mee",
        "docenten doen mee",
        "%",
        "Deel van de docenten dat dit schooljaar een signaal of lijst invulde.",
    ),
    Kerncijfer(
        "wachtenden",
        "leerlingen op een wachtlijst",
        "",
        "Leerlingen die nu op een plek in het aanbod wachten.",
        meer_is_beter=False,
    ),
)
KERNCIJFERS: dict[str, Kerncijfer] = {cijfer.sleutel: cijfer for cijfer in _LIJST}


@dataclass(frozen=True)
class Kernstand:
    """One figure as it stood at the end of `stand_op`; no `waarde` when it is hidden or not counted yet."""

    cijfer: Kerncijfer
    waarde: Decimal | None
    tekst: str
    stand_op: date | None


def kernstanden(werkplek: Werkplek, jaar: Schooljaar) -> dict[str, Kernstand]:
    """All figures of this school in a school year, the whole school together."""
    return {
        sleutel: Kernstand(cijfer, None, "nog niet geteld", None) for sleutel, cijfer in KERNCIJFERS.items()
    }
