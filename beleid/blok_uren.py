"""The block of Beleid en jaar about hours: the picture, the sentence, and what the newest scenario chooses."""

from collections.abc import Iterable
from typing import Any

from beleid.access_uren import inzet_van, uren_met_keuzes
from beleid.blokken import Blok
from beleid.inzetberekening import in_uren
from beleid.models import Scenario, Scenariokeuze
from beleid.urengrafiek import urengrafiek
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def scenariobeeld(scenario: Scenario, keuzes: Iterable[Scenariokeuze], tekort: int) -> dict[str, Any]:
    """A scenario with its choices, what the chosen ones give, and what is left of a shortage (minutes a week).

    Once it was discussed it is no longer held against the shortage of now.
    """
    rijen = list(keuzes)
    gekozen = sum(keuze.minuten for keuze in rijen if keuze.gekozen)
    open_ = 0 if scenario.besproken_op else tekort
    return {"scenario": scenario, "keuzes": rijen, "gekozen": gekozen, "zin": keuzezin(gekozen, open_)}


def keuzezin(gekozen: int, tekort: int) -> str:
    """What the chosen minutes do to the shortage, in one sentence."""
    if not tekort:
        return f"Gekozen: {in_uren(gekozen)} uur per week." if gekozen else "Nog niets gekozen."
    if not gekozen:
        return f"Nog niets gekozen van de {in_uren(tekort)} uur die je tekortkomt."
    if gekozen >= tekort:
        return f"Met {in_uren(gekozen)} uur is het tekort van {in_uren(tekort)} uur gedekt."
    return (
        f"Gekozen: {in_uren(gekozen)} van {in_uren(tekort)} uur. Nog {in_uren(tekort - gekozen)} uur te kort."
    )


def blok(werkplek: Werkplek, jaar: Schooljaar) -> dict[str, Any]:
    """Nothing but an invitation while no role is on the list."""
    rijen, keuzes = uren_met_keuzes(werkplek, jaar)
    if not rijen:
        return {"jaar": jaar, "leeg": True, "werkt": werkplek.mag(Recht.BELEID_WERKEN)}
    inzet = inzet_van(werkplek, jaar, rijen)
    gekozen = sum(keuze["minuten"] for keuze in keuzes if keuze["gekozen"])
    hebben = [rij for rij in rijen if rij.toegezegd]
    een = hebben[0].user if len(hebben) == 1 else None
    return {
        "jaar": jaar,
        "inzet": inzet,
        "wie": een.naam if een else "alle rollen samen",
        "grafiek": urengrafiek(inzet.maanden, inzet.hebt, werkplek.dag),
        "keuzes": keuzes,
        "titel": keuzes[0]["titel"] if keuzes else "",
        "zin": keuzezin(gekozen, 0 if keuzes and keuzes[0]["besproken"] else inzet.tekort),
    }


URENBLOK = Blok("uren", 50, "beleid/_uren_blok.html", blok)
