"""Signals over two school years with their decisions, follow-ups and answers, in the states the services make."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from django.utils import timezone

from leerlingen.models import Klas, Leerling, Mentorschap, Toegangsverlening
from ondersteuning.models import (
    Signaal,
    Terugkoppeling,
    Triagebesluit,
    Urgentie,
    Vervolg,
    VervolgSoort,
    VervolgStatus,
)
from ondersteuning.services.triage import SOORT
from ondersteuning.workflow import NAAR, VERLAAT_EERSTE_LIJN, Besluit, SignaalStatus
from zorgapp.accounts.models import Aanstelling, Inzage, User
from zorgapp.accounts.rollen import Rol
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.kalender import perioden
from zorgapp.demo.school import Demoschool
from zorgapp.demo.teksten import ADVIEZEN, AL_GEDAAN, REDENEN, RESULTATEN, SLOT, ZINNEN
from zorgapp.demo.verhaal import moment
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.schooljaar import Schooljaar, is_schooldag, na_schooldagen

PER_LEERLING = 0.55
GROTE_SCHOOL = 400
NIEUW_OP_GROTE_SCHOOL = 30
OPEN_AANDEEL = 0.08
ANTWOORDTERMIJN = 5
BESLUITEN = (Besluit.TERUG, Besluit.TWEEDE_LIJN, Besluit.AFSLUITEN, Besluit.ZORGOVERLEG, Besluit.DERDE_LIJN)
GEWICHTEN = (50, 20, 20, 7, 3)


@dataclass
class Bulksignalen:
    """The people and days one school's signals are drawn from."""

    demo: Demoschool
    rng: Random
    coordinator: User
    begeleiders: list[User]
    mentoren: dict[int, User]
    dagen: list[date]

    @classmethod
    def van(cls, demo: Demoschool, rng: Random) -> "Bulksignalen":
        rijen = list(Aanstelling.objects.filter(school=demo.school).select_related("user").order_by("pk"))
        per_rol: dict[str, list[User]] = {}
        for rij in rijen:
            per_rol.setdefault(rij.rol, []).append(rij.user)
        begeleiders = per_rol[Rol.BEGELEIDER]
        mentoren = Mentorschap.objects.filter(school=demo.school).select_related("user")
        return cls(
            demo,
            rng,
            per_rol[Rol.ZORGCOORDINATOR][0],
            [user for user in begeleiders if user not in demo.mensen.values()] or begeleiders,
            {m.klas_id: m.user for m in mentoren},
            _schooldagen(demo),
        )

    def signaal(self, leerling: Leerling, klas: Klas, dag: date, status: str) -> Signaal:
        rng = self.rng
        domein = rng.choices(Domein.values, (45, 35, 20))[0]
        wat, nodig = rng.choice(ZINNEN[domein])
        return Signaal(
            school=self.demo.school,
            leerling=leerling,
            indiener=self.mentoren[klas.pk],
            indiener_rol="mentor",
            ingediend_op=moment(dag, time(rng.randrange(8, 16), rng.randrange(60))),
            sleutel=UUID(int=rng.getrandbits(128), version=4),
            domein_indiener=domein,
            domein=domein,
            wat_zie_je=wat,
            nodig=nodig if rng.random() < 0.8 else "",
            geprobeerd=rng.choice(([], ["gesprek"], ["gesprek", "thuis"], ["uitleg"], ["plek", "mentor"])),
            urgentie=rng.choices(Urgentie.values[:2], (40, 60))[0],
            ouders="ja",
            status=status,
        )

    def besluit(self, signaal: Signaal, besluit: Besluit) -> Triagebesluit:
        rng = self.rng
        dag = self.later(timezone.localdate(signaal.ingediend_op), rng.randrange(1, 5))
        hoger = besluit in VERLAAT_EERSTE_LIJN
        reden = rng.choice(REDENEN) if hoger else rng.choice(SLOT) if besluit == Besluit.AFSLUITEN else ""
        advies = rng.choice(ADVIEZEN) if besluit == Besluit.TERUG else ""
        return Triagebesluit(
            school=self.demo.school,
            signaal=signaal,
            besluit=besluit,
            domein=signaal.domein,
            advies=advies,
            controle_op=self.later(dag, 10, tot_nu=False) if besluit == Besluit.TERUG else None,
            reden=reden,
            al_gedaan=rng.choice(AL_GEDAAN) if hoger else "",
            bericht=advies or reden,
            door=self.coordinator,
            op=moment(dag, time(16, rng.randrange(60))),
        )

    def vervolg(self, signaal: Signaal, besluit: Triagebesluit) -> Vervolg:
        rng = self.rng
        dag = timezone.localdate(besluit.op)
        is_open = signaal.status == SignaalStatus.LOOPT
        klaar = moment(self.later(dag, rng.randrange(8, 40)), time(16, 59))
        soort = SOORT[Besluit(besluit.besluit)]
        eigenaar = self.coordinator if soort == VervolgSoort.CONTROLE else rng.choice(self.begeleiders)
        return Vervolg(
            school=self.demo.school,
            signaal=signaal,
            besluit=besluit,
            soort=soort,
            eigenaar=eigenaar,
            volgende_datum=self.later(self.demo.op, rng.randrange(1, 25), tot_nu=False)
            if is_open
            else self.later(dag, 10, tot_nu=False),
            status=VervolgStatus.OPEN if is_open else VervolgStatus.AFGESLOTEN,
            resultaat="" if is_open else rng.choice(RESULTATEN),
            afgesloten_op=None if is_open else klaar,
            afgesloten_door=None if is_open else self.coordinator,
            gemaakt_op=besluit.op,
        )

    def later(self, dag: date, aantal: int, tot_nu: bool = True) -> date:
        """The school day `aantal` after `dag`, with `tot_nu` never after the demo day."""
        dag = na_schooldagen(dag, aantal, perioden(self.demo.op))
        return min(dag, self.demo.op) if tot_nu else dag


def _schooldagen(demo: Demoschool) -> list[date]:
    """School days from the begin of last year up to a week before the demo day."""
    begin = Schooljaar(demo.jaar.beginjaar - 1).begin
    vrij = perioden(demo.op)
    dagen = (begin + timedelta(days=n) for n in range((demo.op - begin).days - 6))
    return [dag for dag in dagen if is_schooldag(dag, vrij)]


def zet_signalen(
    demo: Demoschool, leerlingen: list[tuple[Leerling, Klas]], rng: Random, dossier: int
) -> None:
    """Signals for about one in three pupils; `dossier` more for the last pupil of the list."""
    if not leerlingen:
        return
    bron = Bulksignalen.van(demo, rng)
    over = [rng.choice(leerlingen) for _ in range(round(len(leerlingen) * PER_LEERLING))]
    over += [leerlingen[-1]] * dossier
    rijen = []
    for leerling, klas in over:
        dag = rng.choice(bron.dagen)
        loopt = (demo.op - dag).days < 120 and rng.random() < 4 * OPEN_AANDEEL
        rijen.append(
            bron.signaal(leerling, klas, dag, SignaalStatus.LOOPT if loopt else SignaalStatus.BEOORDEELD)
        )
    if len(leerlingen) > GROTE_SCHOOL:
        for leerling, klas in rng.sample(leerlingen, NIEUW_OP_GROTE_SCHOOL):
            rijen.append(bron.signaal(leerling, klas, demo.op, SignaalStatus.NIEUW))
    _bewaar(bron, maak_veel(rijen, rng))


def _bewaar(bron: Bulksignalen, signalen: list[Signaal]) -> None:
    """Decisions, answers, follow-ups and the access that their owners need."""
    rng, school = bron.rng, bron.demo.school
    beoordeeld = [s for s in signalen if s.status != SignaalStatus.NIEUW]
    besluiten = []
    for signaal in beoordeeld:
        keuze = rng.choices(BESLUITEN, GEWICHTEN)[0]
        if NAAR[keuze] == SignaalStatus.BEOORDEELD and signaal.status == SignaalStatus.LOOPT:
            keuze = Besluit.TERUG
        besluiten.append(bron.besluit(signaal, keuze))
    besluiten = maak_veel(besluiten, rng)
    per_signaal = {b.signaal_id: b for b in besluiten}
    maak_veel([_antwoord(bron, s, per_signaal.get(s.pk)) for s in signalen], rng)
    met_vervolg = [b for b in besluiten if b.besluit in SOORT]
    vervolgen = maak_veel([bron.vervolg(b.signaal, b) for b in met_vervolg], rng)
    maak_veel(
        [
            Toegangsverlening(
                school=school,
                user=vervolg.eigenaar,
                leerling=vervolg.signaal.leerling,
                reden=f"eigenaar van een vervolg ({vervolg.get_soort_display()})",
                bron=f"vervolg:{vervolg.pk}",
                van=timezone.localdate(vervolg.gemaakt_op),
                tot=max(bron.demo.jaar.eind, vervolg.volgende_datum),
                door=bron.coordinator,
            )
            for vervolg in vervolgen
            if vervolg.status == VervolgStatus.OPEN and vervolg.eigenaar_id != bron.coordinator.pk
        ],
        rng,
    )


def _antwoord(bron: Bulksignalen, signaal: Signaal, besluit: Triagebesluit | None) -> Terugkoppeling:
    """The answer owed, given on the day of the decision and read by most."""
    gelezen: datetime | None = None
    if besluit and bron.rng.random() < 0.9:
        gelezen = besluit.op
    return Terugkoppeling(
        school=bron.demo.school,
        signaal=signaal,
        uiterlijk=bron.later(timezone.localdate(signaal.ingediend_op), ANTWOORDTERMIJN, tot_nu=False),
        gegeven_op=besluit.op if besluit else None,
        besluit=besluit,
        gelezen_op=gelezen,
    )


def zet_inzagen(demo: Demoschool, rng: Random) -> None:
    """Looks at the files of pupils with a running signal, by sender and coordinator, on the last school days."""
    lopend = (
        Signaal.objects.filter(school=demo.school, leerling__isnull=False)
        .exclude(status=SignaalStatus.BEOORDEELD)
        .values_list("leerling_id", "indiener_id")
    )
    rollen = dict(Aanstelling.objects.filter(school=demo.school).values_list("user_id", "rol"))
    coordinator = next(user_id for user_id, rol in rollen.items() if rol == Rol.ZORGCOORDINATOR)
    rijen = [
        Inzage(
            school_id=demo.school.pk,
            user_id=user_id,
            leerling_id=leerling_id,
            onderwerp="leerling",
            onderwerp_id=leerling_id,
            grond=rollen[user_id],
            op=moment(demo.op, time(9, 0)) - timedelta(days=rng.randrange(1, 7), minutes=rng.randrange(300)),
        )
        for leerling_id, indiener_id in lopend
        for user_id in {indiener_id, coordinator}
    ]
    Inzage.objects.bulk_create(rijen, batch_size=2000)
