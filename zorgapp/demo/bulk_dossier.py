"""Records in the files of the pupils of a large demo school: notes, documents, advice, consents."""

import hashlib
from datetime import date, time
from uuid import UUID

from django.core.files.base import ContentFile

from leerlingen.models import (
    Contactpersoon,
    Delen,
    ExternePartner,
    Faciliteitenkaart,
    FaciliteitMelding,
    FaciliteitToekenning,
    Handelingsadvies,
    Kaartgrond,
    Niveau,
    Notitie,
    Notitierevisie,
    Notitiesoort,
    Partnersoort,
    Stuk,
    Stuksoort,
    Toestemming,
    Toestemmingsantwoord,
    Vervanging,
    Werkaantekening,
    Wijze,
    Zienswijze,
)
from leerlingen.models.leerling import Gezag
from leerlingen.toestemming import Antwoord, Gever, Regel
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.teksten import ADVIEZEN, ZINNEN
from zorgapp.demo.verhaal import moment
from zorgapp.kern.lijnen import Domein
from zorgapp.werk.models import Bestand

NOTITIES, HERZIEN, ZIENSWIJZEN, STUKKEN, EIGEN = 0.8, 0.08, 0.02, 0.1, 0.2  # a pupil
ADVIES, TOESTEMMING, GROND, MELDING, PER_VERVANGING = 0.15, 0.06, 0.5, 0.03, 12
JONGER_DAN = 15
_INHOUD = b"Verslag van een gesprek. Opgemaakt voor de demo.\n"


def vul_dossiers(kring: Kring) -> None:
    """All of them; needs the school's context."""
    _notities(kring)
    _stukken(kring)
    _eigen(kring)
    _adviezen(kring)
    _kaarten(kring)
    _toestemmingen(kring)


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


def _adviezen(kring: Kring) -> None:
    rijen = []
    for leerling, klas in kring.deel(ADVIES):
        dag = kring.dag(1, 40)
        rijen.append(
            Handelingsadvies(
                school=kring.school,
                leerling=leerling,
                tekst=kring.rng.choice(ADVIEZEN),
                van=dag,
                tot=kring.demo.jaar.eind,
                door=kring.mentoren[klas.pk],
                gemaakt_op=kring.op(dag),
            )
        )
    maak_veel(rijen, kring.rng)


def _kaarten(kring: Kring) -> None:
    """Around the cards that are there: reasons, what was not given, and substitutes of the past weeks."""
    rng, school = kring.rng, kring.school
    klas_van = {leerling.pk: klas for leerling, klas in kring.leerlingen}
    kaarten = list(Faciliteitenkaart.objects.filter(school=school, leerling_id__in=klas_van).order_by("pk"))
    maak_veel(
        [
            Kaartgrond(
                school=school, kaart=k, grondslag=[rng.choice(_GRONDEN)], vastgelegd_door=k.gewijzigd_door
            )
            for k in rng.sample(kaarten, round(len(kaarten) * GROND))
        ],
        rng,
    )
    gegeven = FaciliteitToekenning.objects.filter(kaart__in=kaarten).select_related("kaart").order_by("pk")
    maak_veel(
        [
            FaciliteitMelding(
                school=school,
                leerling_id=rij.kaart.leerling_id,
                toekenning=rij,
                vak="Engels",
                dag=kring.dag(1, 30),
                door=kring.mentoren[klas_van[rij.kaart.leerling_id].pk],
            )
            for rij in gegeven
            if rng.random() < MELDING
        ],
        rng,
    )
    vervangingen = []
    for klas in kring.demo.klassen_nu[::PER_VERVANGING]:
        if (docenten := kring.docenten.get(klas.pk)) is not None:
            dag = kring.dag(2, 30)
            vervangingen.append(
                Vervanging(
                    school=school,
                    klas=klas,
                    user=kring.begeleider(),
                    van=moment(dag, time(8, 30)),
                    tot=moment(dag, time(17, 0)),
                    reden="Les van een collega die ziek is",
                    door=docenten[0][0],
                )
            )
    maak_veel(vervangingen, rng)


_GRONDEN = ("dyslexie", "dyscalculie", "adhd", "ass", "ziekte", "faalangst")


def _partner(kring: Kring) -> ExternePartner:
    soort = Partnersoort.JEUGDHULP
    bestaand = ExternePartner.objects.filter(school=kring.school, soort=soort, delen=Delen.TOESTEMMING)
    partner: ExternePartner = bestaand.first() or ExternePartner.objects.create(
        school=kring.school, naam="jeugdhulp gemeente", soort=soort
    )
    return partner


def _toestemmingen(kring: Kring) -> None:
    """Consents for pupils below 15, each answered by one parent or still waiting."""
    rng, school, jaar = kring.rng, kring.school, kring.demo.jaar
    partner = _partner(kring)
    grens = date(kring.demo.op.year - JONGER_DAN, kring.demo.op.month, 1)
    jong = [leerling for leerling, _ in kring.deel(2 * TOESTEMMING) if leerling.geboortedatum > grens]
    met_gezag = Contactpersoon.objects.filter(leerling__in=jong, gezag=Gezag.JA).order_by("-pk")
    ouder = {contact.leerling_id: contact for contact in met_gezag}
    standen = (Antwoord.GEGEVEN, Antwoord.GEVRAAGD, Antwoord.GEWEIGERD)
    rijen = []
    for leerling in jong:
        if leerling.pk in ouder:
            dag = kring.dag(1, 50)
            rijen.append(
                Toestemming(
                    school=school,
                    leerling=leerling,
                    partner=partner,
                    doel="samen kijken welke hulp thuis en op school past",
                    gegevens=["naam", "hulpvraag"],
                    gever=Gever.OUDERS,
                    regel=Regel.IEDEREEN,
                    van=dag,
                    tot=jaar.eind,
                    eindigt_op=jaar.eind,
                    stand=rng.choices(standen, (75, 10, 15))[0],
                    gevraagd_op=dag,
                    gevraagd_door=kring.coordinator,
                )
            )
    antwoorden = []
    for rij in maak_veel(rijen, rng):
        wie = ouder[rij.leerling_id]
        for zegt in dict.fromkeys((Antwoord.GEVRAAGD, Antwoord(rij.stand))):
            antwoorden.append(
                Toestemmingsantwoord(
                    school=school,
                    toestemming=rij,
                    contact=wie,
                    naam=wie.naam,
                    relatie=wie.relatie,
                    gezag=wie.gezag,
                    huishouden=wie.huishouden,
                    antwoord=zegt,
                    gegeven_op=rij.gevraagd_op,
                    wijze="" if zegt == Antwoord.GEVRAAGD else Wijze.PAPIER,
                    door=kring.coordinator,
                    vastgelegd_op=kring.op(rij.gevraagd_op),
                )
            )
    maak_veel(antwoorden, rng)
