"""Records in the files of the pupils of a large demo school: notes with what others say of them, and documents."""

import hashlib
from datetime import date, time
from uuid import UUID

from django.core.files.base import ContentFile

from leerlingen.models import (
    Niveau,
    Notitie,
    Notitierevisie,
    Notitiesoort,
    Stuk,
    Stuksoort,
    Werkaantekening,
    Zienswijze,
)
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.teksten import ZINNEN
from zorgapp.demo.verhaal import moment
from zorgapp.kern.lijnen import Domein
from zorgapp.werk.models import Bestand

NOTITIES, HERZIEN, ZIENSWIJZEN, STUKKEN, EIGEN = 0.8, 0.08, 0.02, 0.1, 0.2  # a pupil
_INHOUD = b"Verslag van een gesprek. Opgemaakt voor de demo.\n"


def vul_dossiers(kring: Kring) -> None:
    """All of them; needs the school's context."""
    _notities(kring)
    _stukken(kring)
    _eigen(kring)


def _sleutel(kring: Kring) -> UUID:
    return UUID(int=kring.rng.getrandbits(128), version=4)


def _notities(kring: Kring) -> None:
    rng, school = kring.rng, kring.school
    rijen = []
    for leerling, klas in kring.deel(NOTITIES):
        dag, domein = kring.dag(1, 60), rng.choice(Domein.values)
        wie = kring.mentoren[klas.pk] if rng.random() < 0.7 else kring.begeleider()
        rijen.append(
            Notitie(
                school=school,
                leerling=leerling,
                soort=rng.choice(Notitiesoort.values),
                domein=domein,
                gebeurd_op=dag,
                niveau=rng.choices(Niveau.values, (30, 55, 15))[0],
                tekst=" ".join(rng.choice(ZINNEN[domein])),
                auteur=wie,
                sleutel=_sleutel(kring),
                vastgelegd_op=dag,
                gemaakt_op=kring.op(dag),
                gewijzigd_door=wie,
            )
        )
    notities = maak_veel(rijen, rng)
    maak_veel(
        [
            Notitierevisie(
                school=school,
                notitie=n,
                versie=1,
                auteur=n.auteur,
                geschreven_op=n.gemaakt_op,
                soort=n.soort,
                gebeurd_op=n.gebeurd_op,
                niveau=n.niveau,
                tekst="Kort genoteerd, wordt aangevuld.",
            )
            for n in rng.sample(notities, round(len(notities) * HERZIEN))
        ],
        rng,
    )
    maak_veel(
        [
            Zienswijze(
                school=school,
                leerling_id=n.leerling_id,
                bron=f"notitie:{n.pk}",
                van_naam="Moeder",
                van_relatie="moeder",
                tekst="Thuis zien wij het anders: daar werkt ze rustig door.",
                gegeven_op=n.gebeurd_op,
                vastgelegd_op=n.gebeurd_op,
                opgetekend_door=n.auteur,
                sleutel=_sleutel(kring),
            )
            for n in rng.sample(notities, round(len(notities) * ZIENSWIJZEN))
        ],
        rng,
    )


def _stukken(kring: Kring) -> None:
    """Documents whose files all hold the same words."""
    rng, school = kring.rng, kring.school
    verloopt = moment(date(kring.demo.jaar.beginjaar + 10, 8, 1), time(0, 0))
    gekozen = kring.deel(STUKKEN)
    bestanden = []
    for nummer, (_, klas) in enumerate(gekozen):
        rij = Bestand(
            school=school,
            eigenaar=kring.mentoren[klas.pk],
            soort="stuk",
            naam="verslag.txt",
            sha256=hashlib.sha256(_INHOUD).hexdigest(),
            bytes=len(_INHOUD),
            verloopt_op=verloopt,
        )
        rij.bestand.save(f"bulk{nummer}.txt", ContentFile(_INHOUD), save=False)
        bestanden.append(rij)
    stukken = []
    for bestand, (leerling, _) in zip(maak_veel(bestanden, rng), gekozen, strict=True):
        dag = kring.dag(1, 60)
        stukken.append(
            Stuk(
                school=school,
                leerling=leerling,
                bestand=bestand,
                soort=rng.choice((Stuksoort.VERSLAG, Stuksoort.WERK, Stuksoort.OVERIG)),
                vorm="txt",
                titel="Verslag",
                gebeurd_op=dag,
                auteur=bestand.eigenaar,
                sleutel=_sleutel(kring),
                vastgelegd_op=dag,
                gemaakt_op=kring.op(dag),
            )
        )
    maak_veel(stukken, rng)


def _eigen(kring: Kring) -> None:
    rijen = []
    for leerling, klas in kring.deel(EIGEN):
        dag = kring.dag(1, 50)
        rijen.append(
            Werkaantekening(
                school=kring.school,
                leerling=leerling,
                eigenaar=kring.mentoren[klas.pk],
                tekst="Maandag vragen hoe het ging.",
                sleutel=_sleutel(kring),
                schooljaar=kring.demo.jaar.beginjaar,
                geschreven_op=dag,
                gewijzigd_op=kring.op(dag),
                verloopt_op=kring.demo.jaar.eind,
            )
        )
    maak_veel(rijen, kring.rng)
