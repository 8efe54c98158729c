"""What goes back to the lessons of a large demo school: HGW forms, hand-overs, complaints and their agreements."""

from datetime import time, timedelta

from ondersteuning.models import (
    Hgw,
    HgwStatus,
    Klacht,
    Klachtafspraak,
    Klachtpartij,
    KlachtStatus,
    Klachtweg,
    Lesontvanger,
    Lesoverdracht,
)
from ondersteuning.overdrachtloop import LoopStatus, OntvangerStatus, Uitkomst
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.hgw import EERSTE
from zorgapp.demo.verhaal import moment

HGW, OVERDRACHT, KLACHT = 0.06, 0.03, 0.01  # a pupil
OPEN_KLACHTEN, ONTVANGERS = 12, 3
TERMIJN = timedelta(days=42)


def vul_lessen(kring: Kring) -> None:
    """All of it; needs the school's context."""
    _hgw(kring)
    _overdrachten(kring)
    _klachten(kring)


def _hgw(kring: Kring) -> None:
    """An earlier version and the one that holds, by the mentor."""
    rijen = []
    for leerling, klas in kring.deel(HGW):
        mentor = kring.mentoren[klas.pk]
        for nummer, status, terug in ((1, HgwStatus.VERVANGEN, 40), (2, HgwStatus.VAST, 12)):
            op = kring.op(kring.dagen[terug])
            rijen.append(
                Hgw(
                    school=kring.school,
                    leerling=leerling,
                    nummer=nummer,
                    status=status,
                    eigenaar=mentor,
                    evaluatie_op=kring.dag(-30, 0) if nummer == 2 else kring.dagen[12],
                    gemaakt_door=mentor,
                    gemaakt_op=op,
                    gewijzigd_door=mentor,
                    gewijzigd_op=op,
                    vastgesteld_op=op,
                    **EERSTE,
                )
            )
    maak_veel(rijen, kring.rng)


def _overdrachten(kring: Kring) -> None:
    """Advice to some teachers of the class: a few confirmed and try, in half of them all of them told how it went."""
    rng, school = kring.rng, kring.school
    rijen, wie = [], []
    for leerling, klas in kring.deel(OVERDRACHT):
        docenten = kring.docenten.get(klas.pk, [])[:ONTVANGERS]
        if not docenten:
            continue
        loopt = rng.random() < 0.5
        dag, eigenaar = kring.dagen[15 if loopt else 50], kring.begeleider()
        bericht_op = kring.dagen[-10 if loopt else 30]
        rijen.append(
            Lesoverdracht(
                school=school,
                leerling=leerling,
                van="de remedial teacher",
                onderwerp="Lezen en woorden leren",
                actie="Geef de woordenlijst een week vooraf",
                advies="Bespreek de tekst eerst samen en laat daarna lezen. Beoordeel de inhoud, niet de spelling.",
                vakken=[vak for _, vak in docenten],
                eigenaar=eigenaar,
                bevestig_voor=kring.dagen[10 if loopt else 45],
                bericht_op=bericht_op,
                volgende_datum=bericht_op,
                status=LoopStatus.LOOPT if loopt else LoopStatus.IN_DE_LES,
                slot="" if loopt else "Het gaat nu vanzelf in de les.",
                gegeven_door=eigenaar,
                gegeven_op=kring.op(dag),
                afgesloten_op=None if loopt else moment(kring.dagen[20], time(16, 0)),
            )
        )
        wie.append(docenten)
    ontvangers = []
    for overdracht, docenten in zip(maak_veel(rijen, rng), wie, strict=True):
        klaar = overdracht.afgesloten_op is not None
        for nummer, (docent, vak) in enumerate(docenten):
            status = OntvangerStatus.GEGEVEN if nummer else OntvangerStatus.PROBEERT
            op = overdracht.gegeven_op + timedelta(days=2)
            ontvangers.append(
                Lesontvanger(
                    school=school,
                    overdracht=overdracht,
                    docent=docent,
                    vak=vak,
                    status=OntvangerStatus.BERICHT if klaar else status,
                    gegeven_op=overdracht.gegeven_op,
                    bevestigd_op=op if klaar or not nummer else None,
                    probeert_op=op if klaar or not nummer else None,
                    bericht_op=op + timedelta(days=9) if klaar else None,
                    uitkomst=Uitkomst.GELUKT if klaar else "",
                    wat_zag="Leest vlotter mee." if klaar else "",
                )
            )
    maak_veel(ontvangers, rng)


def _klachten(kring: Kring) -> None:
    """Complaints that are closed, each with who was heard and what was agreed, and a few that are not."""
    rng, school = kring.rng, kring.school
    rijen, gekozen = [], kring.deel(KLACHT)
    for nummer, (leerling, klas) in enumerate(gekozen):
        is_open = nummer < OPEN_KLACHTEN
        dag = kring.dagen[8 if is_open else 45]
        slot = None if is_open else kring.dagen[20]
        rijen.append(
            Klacht(
                school=school,
                leerling=leerling,
                ontvangen_op=dag,
                ontvangen_door=kring.mentoren[klas.pk],
                hoe=rng.choice(Klachtweg.values),
                van_naam="De ouders",
                onderwerp="De kaart geldt niet overal",
                inhoud="Bij het ene vak krijgt ons kind extra tijd, bij het andere niet.",
                status=KlachtStatus.AFSPRAAK if is_open else KlachtStatus.GESLOTEN,
                eigenaar=kring.coordinator if is_open else kring.mentoren[klas.pk],
                uiterlijk=dag + TERMIJN,
                uitkomst="Elke docent bevestigt de kaart.",
                ouders_gehoord="" if is_open else "Wij hebben afgesproken dat elke docent de kaart gebruikt.",
                ouders_op=slot,
                gemaakt_op=kring.op(dag),
                gesloten_op=kring.op(slot) if slot else None,
                gesloten_door=kring.coordinator if slot else None,
            )
        )
    klachten = maak_veel(rijen, rng)
    maak_veel(
        [
            Klachtpartij(
                school=school,
                klacht=k,
                wie=wie,
                gehoord_op=k.ontvangen_op,
                gezegd="Ik wist niet dat het ook hier gold.",
                door=kring.coordinator,
            )
            for k in klachten
            for wie in ("De docent", "De ouders")
        ],
        rng,
    )
    maak_veel(
        [
            Klachtafspraak(
                school=school,
                klacht=k,
                tekst="Bespreek de kaart met de docenten van de klas.",
                eigenaar=kring.mentoren[klas.pk],
                datum=kring.dagen[-5],
                klaar_op=k.gesloten_op,
                resultaat="Besproken in de klassenbespreking." if k.gesloten_op else "",
                door=kring.coordinator,
                gemaakt_op=k.gemaakt_op,
            )
            for k, (_, klas) in zip(klachten, gekozen, strict=True)
        ],
        rng,
    )
