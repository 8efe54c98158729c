"""Observation lists of a large demo school: campaigns per few classes, what teachers saw, what came of it."""

from datetime import datetime, timedelta

from leerlingen.models import Klas, Leerling
from ondersteuning.models import (
    Campagneklas,
    Invuller,
    Lijstantwoord,
    Lijstcampagne,
    Lijstinvulling,
    Lijstuitslag,
    Signaalvoorstel,
    Signaleringslijst,
    VoorstelSoort,
    VoorstelStatus,
)
from ondersteuning.startlijsten import STARTLIJSTEN
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.controle import maak_veel

KLASSEN_PER_CAMPAGNE = 6
OPVALLEND = 0.06
OPEN_HOOGSTENS = 25
LOOPT_NOG = 5  # one in so many campaigns


def vul_lijsten(kring: Kring) -> None:
    """Ask a list of every class that the story leaves alone; needs the school's context."""
    verteld = set(Campagneklas.objects.filter(school=kring.school).values_list("klas_id", flat=True))
    klassen = [klas for klas in kring.demo.klassen_nu if klas.pk not in verteld and klas.pk in kring.docenten]
    groepjes = [klassen[n : n + KLASSEN_PER_CAMPAGNE] for n in range(0, len(klassen), KLASSEN_PER_CAMPAGNE)]
    if not groepjes:
        return
    lijst = _lijst(kring)
    campagnes = maak_veel([_campagne(kring, lijst, nummer) for nummer in range(len(groepjes))], kring.rng)
    paren = list(zip(campagnes, groepjes, strict=True))
    maak_veel(
        [Campagneklas(school=kring.school, campagne=c, klas=k) for c, groep in paren for k in groep],
        kring.rng,
    )
    _antwoorden(kring, paren)


def _lijst(kring: Kring) -> Signaleringslijst:
    lijst = Signaleringslijst.objects.filter(
        school=kring.school, voor=Invuller.DOCENT, vervangen=False, gestopt_op__isnull=True
    ).first()
    if lijst is None:
        bron = STARTLIJSTEN[0]
        punten = [*((p, d, True) for p, d in bron.goed), *((p, d, False) for p, d in bron.op)]
        lijst = Signaleringslijst.objects.create(
            school=kring.school,
            startlijst=bron.sleutel,
            titel=bron.titel,
            punten=[punt for punt, _, _ in punten],
            domeinen=[domein for _, domein, _ in punten],
            sterk=[sterk for _, _, sterk in punten],
            door=kring.coordinator,
        )
    return lijst


def _campagne(kring: Kring, lijst: Signaleringslijst, nummer: int) -> Lijstcampagne:
    loopt = nummer % LOOPT_NOG == 0
    van, tot = (kring.dagen[3], kring.dagen[-7]) if loopt else (kring.dagen[40], kring.dagen[30])
    return Lijstcampagne(
        school=kring.school,
        lijst=lijst,
        van=van,
        tot=tot,
        door=kring.coordinator,
        gemaakt_op=kring.op(van),
        gesloten_op=None if loopt else kring.op(kring.dagen[28]),
    )


def _antwoorden(kring: Kring, paren: list[tuple[Lijstcampagne, list[Klas]]]) -> None:
    """Everybody who teaches a class as a whole answered, except in what still runs: there one in two did."""
    rng, school = kring.rng, kring.school
    in_klas: dict[int, list[Leerling]] = {}
    for leerling, klas in kring.leerlingen:
        in_klas.setdefault(klas.pk, []).append(leerling)
    invullingen, over = [], []
    for campagne, klassen in paren:
        per_mens: dict[int, list[Leerling]] = {}
        for klas in klassen:
            for user, _ in kring.docenten[klas.pk]:
                per_mens.setdefault(user.pk, []).extend(in_klas.get(klas.pk, []))
        for user_id, leerlingen in sorted(per_mens.items()):
            klaar = campagne.gesloten_op is not None or rng.random() < 0.5
            invullingen.append(
                Lijstinvulling(
                    school=school,
                    campagne=campagne,
                    user_id=user_id,
                    klaar_op=kring.op(campagne.van + timedelta(days=1)) if klaar else None,
                )
            )
            over.append(leerlingen if klaar else [])
    punten = len(paren[0][0].lijst.punten)
    rijen = []
    for invulling, leerlingen in zip(maak_veel(invullingen, rng), over, strict=True):
        for leerling in leerlingen:
            ziet = rng.random() < OPVALLEND
            rijen.append(
                Lijstantwoord(
                    school=school,
                    invulling=invulling,
                    leerling=leerling,
                    opvallend=ziet,
                    waarden=[rng.choice((0, 0, 1, 2)) for _ in range(punten)] if ziet else [],
                    gewijzigd_op=invulling.klaar_op or kring.op(kring.demo.op),
                )
            )
    _uitkomst(kring, maak_veel(rijen, rng))


def _uitkomst(kring: Kring, antwoorden: list[Lijstantwoord]) -> None:
    """One sentence per pupil of a closed campaign, and a proposal for one in three; a few of those are still open."""
    zin = "Een docent ziet vaak: levert werk niet op tijd in."
    gezien: dict[tuple[int, int], tuple[Lijstantwoord, datetime]] = {}
    for antwoord in antwoorden:
        campagne = antwoord.invulling.campagne
        if antwoord.opvallend and campagne.gesloten_op is not None:
            gezien.setdefault((campagne.pk, antwoord.leerling_id), (antwoord, campagne.gesloten_op))
    maak_veel(
        [
            Lijstuitslag(
                school=kring.school,
                campagne_id=campagne_id,
                leerling_id=leerling_id,
                zin=zin,
                domein="leer",
                op=op,
            )
            for (campagne_id, leerling_id), (_, op) in gezien.items()
        ],
        kring.rng,
    )
    voorstellen = []
    for nummer, ((campagne_id, leerling_id), (a, op)) in enumerate(list(gezien.items())[::3]):
        is_open = nummer < OPEN_HOOGSTENS
        voorstellen.append(
            Signaalvoorstel(
                school=kring.school,
                soort=VoorstelSoort.LIJST,
                leerling_id=leerling_id,
                campagne_id=campagne_id,
                zin=zin,
                domein="leer",
                rijen=[["antwoord", a.pk]],
                nieuwste_op=a.gewijzigd_op,
                status=VoorstelStatus.OPEN if is_open else VoorstelStatus.AFGEWEZEN,
                reden="" if is_open else "De mentor kent het en het gaat al beter.",
                gemaakt_op=op,
                beslist_op=None if is_open else op,
                beslist_door=None if is_open else kring.coordinator,
            )
        )
    maak_veel(voorstellen, kring.rng)
