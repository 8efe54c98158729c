"""What a schoolleider reads of the one version that was put before him: the parts, and how the law stands."""

from dataclasses import dataclass
from datetime import date

from ondersteuning.models import Opp, OppVersie, OppVoorlegging
from ondersteuning.opp.wacht import POORT, Uitslag, bekijk
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.opphub import Wachtdeel, wachtdelen, zonder_namen
from ondersteuning.opplezen import Leesversie, lees_versie


@dataclass(frozen=True)
class Voorgelegd:
    """One version with its rules; nobody of the family is named, and nothing leads to the pupil's file."""

    rij: OppVoorlegging
    opp: Opp
    versie: OppVersie
    lees: Leesversie
    delen: list[Wachtdeel]
    goed: list[Uitslag]
    rood: int


def lees_voorgelegd(rij: OppVoorlegging, dag: date) -> Voorgelegd:
    """Read it, of something `get_voorgelegd` opened."""
    versie = rij.oppversie
    opp = versie.opp
    lees = lees_versie(versie)
    feiten = feiten_van(opp, versie, dag, rijen=([d.doel for d in lees.doelen], lees.afwijkingen))
    uitslagen = bekijk(zonder_namen(feiten), (*POORT, 8))
    delen = wachtdelen(uitslagen, set(POORT), opp, None)
    return Voorgelegd(
        rij=rij,
        opp=opp,
        versie=versie,
        lees=lees,
        delen=delen,
        goed=[u for u in uitslagen if u.in_orde],
        rood=sum(len(r.punten) for deel in delen for r in deel.regels if r.houdt_tegen),
    )
