"""Around the bulk trajectories of a large demo school: evaluations, sessions, groups, who takes over, who waits."""

from datetime import datetime, time, timedelta

from ondersteuning.models import (
    Aanbod,
    Aanwezigheid,
    Conclusie,
    Evaluatie,
    Groepstraject,
    Regieoverdracht,
    Sessie,
    Traject,
    TrajectStatus,
    Wachtplek,
)
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.verhaal import moment

GEHOUDEN, OVERNEMEN, WACHT = 0.6, 0.03, 0.01
SESSIES = 4  # held, of each running trajectory; one more is planned
PER_GROEP = 6
LEERLINGEN_PER_GROEP = 300


def vul_trajecten_aan(kring: Kring) -> None:
    """All of it; needs the school's context and its bulk trajectories."""
    namen = {user.pk for user in kring.demo.mensen.values()}
    alle = Traject.objects.filter(school=kring.school).exclude(regievoerder_id__in=namen).order_by("pk")
    trajecten = list(alle.select_related("regievoerder"))
    lopend = [t for t in trajecten if t.status == TrajectStatus.LOOPT]
    _evaluaties(kring, trajecten)
    _groepen(kring, lopend)
    _sessies(kring, lopend)
    _overnemen(kring, lopend)
    _wachtlijst(kring)


def _evaluaties(kring: Kring, trajecten: list[Traject]) -> None:
    maak_veel(
        [
            Evaluatie(
                school=kring.school,
                traject=t,
                gehouden_op=t.start,
                wat_werkte="Een vast moment in de week en werk in kleine stukken.",
                wat_niet="Thuis oefenen lukte nog niet.",
                leerling_zegt="Het gaat beter, maar het is nog wel veel.",
                leerling_aanwezig=True,
                conclusie=Conclusie.DOORGAAN if t.status == TrajectStatus.LOOPT else Conclusie.AFRONDEN,
                door=t.regievoerder,
                vastgelegd_op=moment(t.start, time(15, 50)),
            )
            for t in trajecten
            if kring.rng.random() < GEHOUDEN
        ],
        kring.rng,
    )


def _groepen(kring: Kring, lopend: list[Traject]) -> None:
    """Groups that some of the running trajectories belong to, each of one begeleider."""
    vrij = [t for t in lopend if t.lijn == 2]
    aantal = min(len(kring.leerlingen) // LEERLINGEN_PER_GROEP, len(vrij) // PER_GROEP)
    start, eind = kring.dagen[30], kring.dagen[-30]
    groepen = maak_veel(
        [
            Groepstraject(
                school=kring.school,
                naam=f"Training {nummer + 1}",
                domein="pers",
                begeleider=kring.begeleider(),
                start=start,
                evaluatie_op=kring.dagen[-25],
                eind=eind,
                plekken=8,
            )
            for nummer in range(aantal)
        ],
        kring.rng,
    )
    for nummer, groep in enumerate(groepen):
        mee = {t.leerling_id: t.pk for t in vrij[nummer * PER_GROEP : (nummer + 1) * PER_GROEP]}
        Traject.objects.filter(pk__in=mee.values()).update(groep=groep)


def _sessies(kring: Kring, lopend: list[Traject]) -> None:
    """Those held, with who was there, and the next one."""
    nieuw = []
    for t in lopend:
        om = time(8 + kring.rng.randrange(8), 30)
        dagen = [kring.dag(1, 40) for _ in range(SESSIES)]
        for dag in sorted({max(dag, t.start) for dag in dagen} | {kring.dag(-9, 0)}):
            nieuw.append(
                Sessie(
                    school=kring.school,
                    traject=t,
                    begint_op=datetime.combine(dag, om, moment(dag, om).tzinfo),
                    onderwerp="Oefenen",
                    verslag="Goed gewerkt." if dag <= kring.demo.op else "",
                    door=t.regievoerder,
                )
            )
    sessies = maak_veel(nieuw, kring.rng)
    maak_veel(
        [
            Aanwezigheid(school=kring.school, sessie=s, traject_id=s.traject_id, aanwezig="ja")
            for s in sessies
            if s.verslag and s.traject_id
        ],
        kring.rng,
    )


def _overnemen(kring: Kring, lopend: list[Traject]) -> None:
    """Trajectories whose owner asked a colleague to take over; none when there is no other."""
    rijen = []
    for t in lopend:
        naar = kring.begeleider()
        if kring.rng.random() < OVERNEMEN and naar != t.regievoerder:
            dag = max(t.start, kring.dag(1, 9))
            rijen.append(
                Regieoverdracht(
                    school=kring.school,
                    traject=t,
                    van=t.regievoerder,
                    naar=naar,
                    reden="Ik werk na de vakantie minder dagen.",
                    gevraagd_op=kring.op(dag),
                    gevraagd_door=t.regievoerder,
                )
            )
    maak_veel(rijen, kring.rng)


def _wachtlijst(kring: Kring) -> None:
    """Pupils who wait for what has a number of places, each looked after by a begeleider."""
    aanbod = list(
        Aanbod.objects.filter(
            school=kring.school, schooljaar=kring.demo.jaar.beginjaar, capaciteit__isnull=False
        ).order_by("pk")
    )
    if not aanbod:
        return
    rijen = []
    for leerling, _ in kring.deel(WACHT):
        dag, wie = kring.dag(1, 30), kring.begeleider()
        rijen.append(
            Wachtplek(
                school=kring.school,
                aanbod=kring.rng.choice(aanbod),
                leerling=leerling,
                hulpvraag="Wil graag leren plannen.",
                eigenaar=wie,
                aangemeld_op=dag,
                volgende_datum=kring.demo.op + timedelta(days=kring.rng.randrange(1, 30)),
                door=wie,
                gemaakt_op=kring.op(dag),
            )
        )
    maak_veel(rijen, kring.rng)
