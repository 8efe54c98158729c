"""Seeded bulk data beside the cast: plausible pupils in classes, over two school years, in one or many schools."""

from dataclasses import dataclass
from random import Random

from zorgapp.accounts.context import in_school
from zorgapp.accounts.rollen import Rol
from zorgapp.demo.beleid_plan import stel_plan_vast
from zorgapp.demo.bulk_groepen import zet_groepen
from zorgapp.demo.bulk_leerlingen import zet_dossier, zet_leerlingen
from zorgapp.demo.bulk_signalen import zet_inzagen, zet_signalen
from zorgapp.demo.cast import Cast
from zorgapp.demo.drie_lijnen import vul_drie_lijnen
from zorgapp.demo.jaren import Jaren
from zorgapp.demo.jaren_terug import VANZELF
from zorgapp.demo.names import kies_naam
from zorgapp.demo.rolverdeling import Medewerker
from zorgapp.demo.school import Demoschool, maak_school, richt_in, stel_aan

WATERLAND_HOOGSTENS = 40
PLAATSEN = (
    "Duinrand",
    "Eemland",
    "Polderweg",
    "Lindenhof",
    "Vechtstroom",
    "Maasdijk",
    "Heidepark",
    "Stadsring",
)


@dataclass(frozen=True)
class Omvang:
    """How much: pupils in total over all schools; `dossier` gives one pupil that many signals, `jaren` counts this year too."""

    leerlingen: int
    scholen: int = 2
    dossier: int = 0
    jaren: int = VANZELF


def verdeel(omvang: Omvang) -> list[int]:
    """Pupils per school: with two schools Waterland stays small, with more every school gets the same share."""
    if omvang.scholen == 2:
        klein = min(WATERLAND_HOOGSTENS, omvang.leerlingen // 4)
        return [omvang.leerlingen - klein, klein]
    deel, rest = divmod(omvang.leerlingen, omvang.scholen)
    return [deel + (n < rest) for n in range(omvang.scholen)]


def vul_scholen(cast: Cast, omvang: Omvang, rng: Random, jaren: Jaren | None = None) -> int:
    """Fill both schools of the cast and make the others; returns the number of pupils at school now."""
    totaal, jaren = 0, jaren or Jaren(omvang.jaren)
    for nummer, aantal in enumerate(verdeel(omvang)):
        demo = (cast.rietveen, cast.waterland)[nummer] if nummer < 2 else None
        demo = demo or _nieuwe_school(cast, nummer, rng)
        al = len(cast.leerlingen) if demo is cast.rietveen else 0
        with in_school(demo.school.pk):
            zet_groepen(demo, max(aantal, al), rng)
            leerlingen = zet_leerlingen(demo, max(0, aantal - al), rng)
            if demo is cast.rietveen and omvang.dossier:
                leerlingen.append(zet_dossier(demo))
            zet_signalen(demo, leerlingen, rng, omvang.dossier if demo is cast.rietveen else 0)
            vul_drie_lijnen(demo, leerlingen, rng)
            if demo is cast.rietveen:
                stel_plan_vast(demo)
            jaren.vul(demo, leerlingen, rng)
            zet_inzagen(demo, rng)
        totaal += al + len(leerlingen)
    return totaal


def _nieuwe_school(cast: Cast, nummer: int, rng: Random) -> Demoschool:
    """A school of its own beyond the two of the cast, with the people it cannot do without."""
    plaats, ronde = PLAATSEN[nummer % len(PLAATSEN)], nummer // len(PLAATSEN)
    naam = f"{plaats} College" + (f" {ronde + 1}" if ronde else "")
    brin = f"{nummer // 26 % 100:02d}Z{chr(65 + nummer % 26)}"
    op, hash_ = cast.rietveen.op, cast.rietveen.wachtwoord
    demo = Demoschool(maak_school(brin, naam, op), op, hash_, f"school{nummer:03d}.example")
    with in_school(demo.school.pk):
        richt_in(demo)
        for login, rol in (("coordinator", Rol.ZORGCOORDINATOR), ("beheer", Rol.BEHEERDER)):
            stel_aan(demo, Medewerker(login, *kies_naam(rng), rol))
    return demo
