"""Meetings of a large demo school: series of the zorgteam, every class discussed, MDO's and sections, held and to come.

In the chair is somebody without a name in the story, so that the work of a named one stays as large as it is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from leerlingen.models import Klas
from overleg.loop import Overlegstatus
from overleg.models import Deelname, Functie, Overleg, Overlegreeks, Overlegsoort, Reekslid
from overleg.ritme import reeks_datums
from overleg.soorten import regels
from zorgapp.accounts.models import User
from zorgapp.demo.bulk_kring import Kring, Paar
from zorgapp.demo.bulk_overlegpunten import vul_punten
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.kalender import perioden, verhaaldag

PER_TEAM = 300  # pupils; each team meets every two weeks
PUNTEN, PUNTEN_VAN_KLAS = 6, 5
KLAS_TERUG = ((45, 58), (12, 30), (-22, 0))  # school days: twice held this term, once to come
MDO_GEWEEST, MDO_STRAKS, SECTIE = 0.04, 0.01, 0.01  # a pupil
AFGEZEGD = 0.05
MINUTEN = {Overlegsoort.ZORGOVERLEG: 90, Overlegsoort.MDO: 45}


@dataclass
class Samen:
    """One meeting, who is in it (the chair first), and the pupils on its agenda."""

    overleg: Overleg
    leden: list[User]
    over: list[Paar] = field(default_factory=list)

    @property
    def dag(self) -> date:
        """The day of it in Amsterdam."""
        return timezone.localdate(self.overleg.begin)


def vul_overleggen(kring: Kring) -> int:
    """Make them with what was said in them; returns how many. Needs the school's context and its lessons."""
    samen = [*_van_teams(kring), *_van_klassen(kring), *_mdos(kring), *_secties(kring)]
    maak_veel([s.overleg for s in samen], kring.rng)
    maak_veel([lid for s in samen for lid in _deelnames(kring, s)], kring.rng)
    vul_punten(kring, [(s.overleg, s.leden, s.over) for s in samen])
    return len(samen)


def _om(dag: date, tijd: time) -> datetime:
    return timezone.make_aware(datetime.combine(dag, tijd))


def _samen(
    kring: Kring, soort: Overlegsoort, naam: str, begin: datetime, leden: list[User], over: list[Paar]
) -> Samen:
    """A meeting as it is now: held when its day is past (a few were called off), planned from today on."""
    geweest, gemaakt = timezone.localdate(begin) < kring.demo.op, begin - timedelta(days=14)
    eind = begin + timedelta(minutes=MINUTEN.get(soort, 60))
    overleg = Overleg(
        school=kring.school,
        soort=soort,
        naam=naam,
        begin=begin,
        minuten=MINUTEN.get(soort, 60),
        plek="lokaal 1.12",
        voorzitter=leden[0],
        notulist=leden[1] if len(leden) > 2 else None,
        gemaakt_door=kring.coordinator if soort == Overlegsoort.ZORGOVERLEG else leden[0],
        gemaakt_op=min(gemaakt, kring.op(kring.dagen[1])),
    )
    if geweest and kring.rng.random() < AFGEZEGD:
        overleg.status, overleg.reden = Overlegstatus.AFGEZEGD, "Te weinig mensen."
    elif geweest:
        overleg.status, overleg.versie = Overlegstatus.AFGESLOTEN, 3
        overleg.begonnen_op, overleg.afgesloten_op, overleg.afgesloten_door = begin, eind, leden[0]
    return Samen(overleg, leden, over)


def _van_teams(kring: Kring) -> Iterator[Samen]:
    """The zorgoverleg of every group of classes, in series that end with the half year."""
    groepen = [
        kring.leerlingen[n : n + PER_TEAM] for n in range(0, len(kring.leerlingen) - PER_TEAM + 1, PER_TEAM)
    ]
    teams = [_team(kring, n) for n, _ in enumerate(groepen)]
    tot = min(kring.dagen[-40], kring.demo.jaar.eind)
    reeksen = maak_veel([_reeks(kring, n, team, tot) for n, team in enumerate(teams)], kring.rng)
    rijen = [
        Reekslid(school=kring.school, reeks=reeks, user=lid, functie=_functie(reeks, lid))
        for reeks, team in zip(reeksen, teams, strict=True)
        for lid in team
    ]
    maak_veel(rijen, kring.rng)
    for reeks, team, groep in zip(reeksen, teams, groepen, strict=True):
        for dag in reeks_datums(reeks.eerste_op, reeks.elke, tot, perioden(kring.demo.op)):
            over = kring.rng.sample(groep, min(PUNTEN, len(groep)))
            begin = _om(dag, reeks.begintijd)
            samen = _samen(kring, Overlegsoort.ZORGOVERLEG, reeks.naam, begin, team, over)
            samen.overleg.reeks = reeks
            yield samen


def _team(kring: Kring, nummer: int) -> list[User]:
    """Up to three begeleiders, another one in the chair in every team."""
    alle = kring.begeleiders
    return [alle[(nummer + n) % len(alle)] for n in range(min(3, len(alle)))]


def _reeks(kring: Kring, nummer: int, team: list[User], tot: date) -> Overlegreeks:
    eerste = verhaaldag(kring.demo.op, 45 + nummer % 10)
    return Overlegreeks(
        school=kring.school,
        soort=Overlegsoort.ZORGOVERLEG,
        naam=f"Zorgoverleg {nummer + 1}",
        eerste_op=eerste,
        tot=tot,
        elke=2,
        begintijd=time(13, 30),
        minuten=MINUTEN[Overlegsoort.ZORGOVERLEG],
        plek="lokaal 1.12",
        voorzitter=team[0],
        notulist=team[1] if len(team) > 2 else None,
        gemaakt_door=kring.coordinator,
        gemaakt_op=_om(eerste, time(8)),
    )


def _van_klassen(kring: Kring) -> Iterator[Samen]:
    """The teachers of every class, its mentor in the lead; the classes of a named mentor are of the story."""
    per_klas: dict[Klas, list[Paar]] = {}
    for paar in kring.leerlingen:
        per_klas.setdefault(paar[1], []).append(paar)
    for klas, paren in per_klas.items():
        mentor = kring.mentoren.get(klas.pk)
        if mentor is None or mentor in kring.demo.mensen.values():
            continue
        leden = [mentor, *(user for user in _docenten(kring, klas) if user != mentor)]
        for van, tot in KLAS_TERUG:
            over = kring.rng.sample(paren, min(PUNTEN_VAN_KLAS, len(paren)))
            begin = _om(kring.dag(van, tot), time(15, 15))
            soort = Overlegsoort.LEERLINGBESPREKING
            samen = _samen(kring, soort, "Leerlingbespreking", begin, leden, over)
            samen.overleg.klas, samen.overleg.vestiging_id = klas, klas.vestiging_id
            yield samen


def _docenten(kring: Kring, klas: Klas) -> list[User]:
    namen = kring.demo.mensen.values()
    return [user for user, _ in kring.docenten.get(klas.pk, []) if user not in namen]


def _mdos(kring: Kring) -> Iterator[Samen]:
    """Of one pupil: a begeleider and the mentor."""
    for aandeel, van, tot in ((MDO_GEWEEST, 1, 58), (MDO_STRAKS, -15, 0)):
        for paar in kring.deel(aandeel):
            leden = list(dict.fromkeys([kring.begeleider(), *_zonder_naam(kring, paar[1])]))
            begin = _om(kring.dag(van, tot), time(8, 45))
            yield _samen(kring, Overlegsoort.MDO, "MDO", begin, leden, [paar])


def _zonder_naam(kring: Kring, klas: Klas) -> list[User]:
    mentor = kring.mentoren.get(klas.pk)
    return [mentor] if mentor and mentor not in kring.demo.mensen.values() else []


def _secties(kring: Kring) -> Iterator[Samen]:
    """Of a subject, without pupils: teachers of one class stand in for those of one subject."""
    for _, klas in kring.deel(SECTIE):
        leden = _docenten(kring, klas)
        if leden:
            begin = _om(kring.dag(-20, 50), time(15, 45))
            yield _samen(kring, Overlegsoort.SECTIE, "Sectieoverleg", begin, leden, [])


def _functie(wat: Overleg | Overlegreeks, lid: User) -> Functie:
    if lid.pk == wat.voorzitter_id:
        return Functie.VOORZITTER
    return Functie.NOTULIST if lid.pk == wat.notulist_id else Functie.LID


def _deelnames(kring: Kring, samen: Samen) -> Iterator[Deelname]:
    """Everybody was there, except one in ten; most of them read the report."""
    overleg, klaar = samen.overleg, samen.overleg.afgesloten_op
    for lid in samen.leden:
        er = bool(klaar) and kring.rng.random() < 0.9
        yield Deelname(
            school=kring.school,
            overleg=overleg,
            user=lid,
            functie=_functie(overleg, lid),
            uitgenodigd_op=overleg.gemaakt_op,
            aanwezig=er if klaar else None,
            verslag_gelezen_op=klaar if er and regels(overleg.soort).leerlingen else None,
        )
