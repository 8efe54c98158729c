"""What the three lines add to the story: told after the signals, each part by its own file."""

from random import Random

from leerlingen.models import Klas, Leerling
from zorgapp.demo.aanbod import zet_aanbod, zet_wachtlijst
from zorgapp.demo.afspraken import zet_afspraken
from zorgapp.demo.agendas import zet_agendas
from zorgapp.demo.bulk_afspraken import vul_afspraken
from zorgapp.demo.bulk_dossier import vul_dossiers
from zorgapp.demo.bulk_kaarten import vul_kaarten_aan
from zorgapp.demo.bulk_kring import MEER_DAN_HET_VERHAAL, Kring
from zorgapp.demo.bulk_lessen import vul_lessen
from zorgapp.demo.bulk_lijsten import vul_lijsten
from zorgapp.demo.bulk_ondersteuning import vul_trajecten_aan
from zorgapp.demo.bulk_opps import vul_opps
from zorgapp.demo.bulk_overleggen import vul_overleggen
from zorgapp.demo.bulk_toestemmingen import vul_toestemmingen
from zorgapp.demo.bulk_trajecten import bulk_trajecten
from zorgapp.demo.coachlijn import zet_coachlijn
from zorgapp.demo.hgw import zet_hgw
from zorgapp.demo.kaarten import zet_kaarten, zet_veel_kaarten
from zorgapp.demo.lijsten import zet_lijsten
from zorgapp.demo.meldingen import zet_meldingen
from zorgapp.demo.notities import zet_notities
from zorgapp.demo.opps import zet_opps
from zorgapp.demo.opps_naamloos import zet_opps_naamloos
from zorgapp.demo.overdracht import zet_overdracht
from zorgapp.demo.overleggen import zet_overleggen
from zorgapp.demo.school import Demoschool
from zorgapp.demo.sociale_kaart import zet_sociale_kaart
from zorgapp.demo.toestemmingen import zet_toestemmingen
from zorgapp.demo.trajecten import zet_trajecten
from zorgapp.demo.zat import zet_zat_verhaal


def vertel_drie_lijnen(demo: Demoschool, leerlingen: dict[str, Leerling]) -> None:
    """Tell it through the services of each floor, from below to above; needs the school's context."""
    partners = zet_sociale_kaart(demo)
    zet_kaarten(demo, leerlingen)
    zet_notities(demo, leerlingen)
    zet_toestemmingen(demo, leerlingen, partners)
    aanbod = zet_aanbod(demo, partners)
    trajecten = zet_trajecten(demo, leerlingen, aanbod, partners)
    zet_wachtlijst(demo, aanbod, leerlingen)
    zet_hgw(demo, leerlingen)
    zet_overdracht(demo, leerlingen, trajecten)
    zet_lijsten(demo, leerlingen)
    zet_opps(demo, leerlingen)
    zet_afspraken(demo, leerlingen, partners)
    zet_agendas(demo, leerlingen, zet_overleggen(demo, partners))
    zet_zat_verhaal(demo, leerlingen, partners)
    zet_coachlijn(demo)
    zet_meldingen(demo)


def vul_drie_lijnen(demo: Demoschool, leerlingen: list[tuple[Leerling, Klas]], rng: Random) -> None:
    """The same for the pupils without a name in the story: trajectories and facility cards.

    In a large school also everything else the three lines keep, in proportion, so that measuring finds it there.
    """
    bulk_trajecten(demo, leerlingen, rng)
    zet_veel_kaarten(demo, leerlingen, rng)
    zet_opps_naamloos(demo, leerlingen)
    if len(leerlingen) > MEER_DAN_HET_VERHAAL:
        kring = Kring.van(demo, leerlingen, rng)
        vul_dossiers(kring)
        vul_kaarten_aan(kring)
        vul_toestemmingen(kring)
        vul_trajecten_aan(kring)
        vul_lijsten(kring)
        vul_lessen(kring)
        vul_opps(kring)
        vul_afspraken(kring)
        vul_overleggen(kring)
