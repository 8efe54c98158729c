"""The named cast of the demo in its two schools; importable by tests as `zet_cast(op)`."""

from dataclasses import dataclass
from datetime import date, timedelta

from leerlingen.importeren.stand import IMPORT
from leerlingen.models import Contactpersoon, Klas, Leerling, LesgroepLid, Plaatsing
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School, User
from zorgapp.demo.beleid import vertel_beleid
from zorgapp.demo.drie_lijnen import vertel_drie_lijnen
from zorgapp.demo.opps import zet_opps_vorig_jaar
from zorgapp.demo.rolverdeling import LEERLINGEN, WACHTWOORD, WATERLAND, Hoofdrol
from zorgapp.demo.school import (
    WATERLAND_STAF,
    Demoschool,
    leerjaar_van,
    maak_klas,
    maak_school,
    richt_in,
    stel_aan,
    wachtwoord_hash,
    zet_klassen,
    zet_personeel,
)
from zorgapp.demo.verhaal import vertel
from zorgapp.kern.schooljaar import Schooljaar

RIETVEEN_BRIN = "99RC"
WATERLAND_BRIN = "99WC"


@dataclass
class Cast:
    """What tests and the bulk data hang on: both schools, people by login, pupils by key."""

    rietveen: Demoschool
    waterland: Demoschool
    leerlingen: dict[str, Leerling]

    @property
    def school(self) -> School:
        return self.rietveen.school

    @property
    def mensen(self) -> dict[str, User]:
        return self.rietveen.mensen

    @property
    def klassen(self) -> dict[str, Klas]:
        return self.rietveen.klassen


def zet_cast(op: date) -> Cast:
    """Make both schools with their named people, pupils and the story, all dates relative to `op`.

    Runs as the application role; each school in its own context, which is gone afterwards.
    """
    hash_ = wachtwoord_hash(WACHTWOORD)
    rietveen = Demoschool(maak_school(RIETVEEN_BRIN, "Rietveen College", op), op, hash_)
    with in_school(rietveen.school.pk):
        richt_in(rietveen)
        zet_personeel(rietveen)
        zet_klassen(rietveen)
        leerlingen = {rol.sleutel: zet_leerling(rietveen, rol, n) for n, rol in enumerate(LEERLINGEN)}
        zet_opps_vorig_jaar(rietveen, leerlingen)
        vertel(rietveen, leerlingen)
        vertel_drie_lijnen(rietveen, leerlingen)
        vertel_beleid(rietveen)
    waterland = Demoschool(maak_school(WATERLAND_BRIN, "Waterland College", op), op, hash_, WATERLAND)
    with in_school(waterland.school.pk):
        richt_in(waterland, ("Waterland",))
        for wie in WATERLAND_STAF:
            stel_aan(waterland, wie)
    return Cast(rietveen, waterland, leerlingen)


def zet_leerling(demo: Demoschool, rol: Hoofdrol, nummer: int) -> Leerling:
    """A named pupil with this year's and last year's class, his parents and his teaching groups."""
    klas = demo.klassen[rol.klas]
    ouder = leerjaar_van(klas) > 1
    begin = Schooljaar(demo.jaar.beginjaar - (leerjaar_van(klas) - 1)).begin
    leerling = Leerling.objects.create(
        school=demo.school,
        leerlingnummer=str(10001 + nummer),
        roepnaam=rol.roepnaam,
        tussenvoegsel=rol.tussenvoegsel,
        achternaam=rol.achternaam,
        geboortedatum=geboren(demo.op, rol.leeftijd, 60 + 17 * nummer),
        vestiging=klas.vestiging,
        ingeschreven_op=begin,
    )
    if ouder:
        Plaatsing.objects.create(
            school=demo.school,
            leerling=leerling,
            klas=klas_vorig_jaar(demo, klas),
            van=Schooljaar(demo.jaar.beginjaar - 1).begin,
            tot=demo.jaar.begin - timedelta(days=1),
        )
    Plaatsing.objects.create(school=demo.school, leerling=leerling, klas=klas, van=demo.jaar.begin)
    for groep in demo.groepen.get(klas.naam, []):
        LesgroepLid.objects.create(school=demo.school, leerling=leerling, lesgroep=groep, van=demo.jaar.begin)
    for n, contact in enumerate(rol.ouders):
        Contactpersoon.objects.create(
            school=demo.school,
            leerling=leerling,
            naam=contact.naam,
            relatie=contact.relatie,
            gezag=contact.gezag,
            huishouden=contact.huishouden,
            sleutel=IMPORT,
            telefoon=f"06 5550 {nummer:02d}{n:02d}",
            email=f"{contact.naam.split(' ')[0].lower()}.{rol.sleutel.replace('_', '')}@thuis.example",
        )
    return leerling


def geboren(op: date, leeftijd: int, dagen: int) -> date:
    """A birth date that makes one `leeftijd` on `op`, the birthday `dagen` (0 to 364) before it."""
    return op - timedelta(days=round(leeftijd * 365.25) + dagen % 360)


def klas_vorig_jaar(demo: Demoschool, klas: Klas) -> Klas:
    """The class of last school year a pupil of `klas` came from; made when it is the first to ask."""
    vorig = Schooljaar(demo.jaar.beginjaar - 1)
    naam, leerjaar, niveau = vorige_klas(klas)
    sleutel = f"{vorig.beginjaar}:{naam}"
    if sleutel not in demo.klassen:
        demo.klassen[sleutel] = oud = maak_klas(demo, naam, leerjaar, niveau, vorig)
        oud.save()
    return demo.klassen[sleutel]


def vorige_klas(klas: Klas) -> tuple[str, int, str]:
    """Name, year and level one year earlier: year 2 of every level comes from the brugklas."""
    letter, parallel = klas.naam[0], klas.naam[2:]
    leerjaar = leerjaar_van(klas) - 1
    if leerjaar == 1:
        return f"B1{parallel}", 1, "brugklas"
    return f"{letter}{leerjaar}{parallel}", leerjaar, klas.niveau
