"""Trajectories in bulk for large schools: who has one, with its goals, scores, moves between lines and access."""

from datetime import time, timedelta
from itertools import zip_longest
from random import Random

from django.db.models import Count, Q

from leerlingen.models import Klas, Leerling, Toegangsverlening
from ondersteuning.models import (
    Aanbod,
    Afloop,
    Doel,
    Doelstand,
    Lijnovergang,
    Traject,
    TrajectStatus,
)
from ondersteuning.trajectloop import AFRONDEN, toegang_tot
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.kalender import perioden, schooldag_terug
from zorgapp.demo.school import Demoschool
from zorgapp.demo.trajectscenes import BULK
from zorgapp.demo.verhaal import moment
from zorgapp.kern.schooljaar import na_schooldagen

AANDEEL = 0.12
AFGESLOTEN_AANDEEL = 0.08
BEZET = 0.75  # of the places of an offering that is not full


def bulk_trajecten(demo: Demoschool, leerlingen: list[tuple[Leerling, Klas]], rng: Random) -> int:
    """One running trajectory for about 12 % of the pupils and a closed one for some others; returns how many.

    By the begeleiders that have no name in the story, where there are any, with goals, scores and access.
    """
    if not leerlingen:
        return 0
    rijen = Aanstelling.objects.filter(school=demo.school, rol=Rol.BEGELEIDER).select_related("user")
    alle = [rij.user for rij in rijen.order_by("pk")]
    begeleiders = [user for user in alle if user not in demo.mensen.values()] or alle
    plekken = _plekken(demo)
    aantal = max(round(len(leerlingen) * AANDEEL), min(len(plekken), len(leerlingen) // 3))
    gekozen = rng.sample(leerlingen, aantal)
    rest = rng.sample(leerlingen, round(len(leerlingen) * AFGESLOTEN_AANDEEL))
    if not begeleiders or not gekozen:
        return 0
    nieuw = [
        _bulk(demo, leerling, rng, begeleiders, plek, loopt=True)
        for (leerling, _), plek in zip_longest(gekozen, plekken[:aantal])
    ]
    nieuw += [_bulk(demo, leerling, rng, begeleiders, loopt=False) for leerling, _ in rest]
    trajecten = maak_veel(nieuw, rng)
    _bulk_erbij(demo, trajecten, rng)
    return len(trajecten)


def _plekken(demo: Demoschool) -> list[Aanbod]:
    """The places of this year's offer that others take: every place of what is full in the story, most of the rest."""
    rijen = Aanbod.objects.filter(
        school=demo.school, schooljaar=demo.jaar.beginjaar, capaciteit__isnull=False
    ).select_related("functionaris__user")
    bezet = Count("trajecten", filter=Q(trajecten__status=TrajectStatus.LOOPT))
    plekken: list[Aanbod] = []
    for aanbod in sorted(rijen.annotate(bezet=bezet), key=lambda a: (a.domeinen != ["pers"], a.pk)):
        vol = aanbod.capaciteit or 0
        doel = vol if aanbod.domeinen == ["pers"] else round(vol * BEZET)
        plekken += [aanbod] * max(0, doel - aanbod.bezet)  # type: ignore[attr-defined]
    return plekken


def _bulk(
    demo: Demoschool,
    leerling: Leerling,
    rng: Random,
    begeleiders: list[User],
    plek: Aanbod | None = None,
    *,
    loopt: bool,
) -> Traject:
    tekst = rng.choice([t for t in BULK if plek is None or t.domein in plek.domeinen])
    vrij = perioden(demo.op)
    terug = rng.randrange(2, 45) if loopt else rng.randrange(50, 60)
    start = schooldag_terug(demo.op, terug)
    evaluatie_op = na_schooldagen(demo.op, rng.randrange(1, 20), vrij) if loopt else start
    wie = plek.functionaris.user if plek and plek.functionaris else rng.choice(begeleiders)
    klaar = moment(schooldag_terug(demo.op, rng.randrange(2, 40)), time(15, 30))
    return Traject(
        school=demo.school,
        leerling=leerling,
        aanbod=plek,
        titel=plek.naam if plek else tekst.titel,
        lijn=plek.lijn if plek else tekst.lijn,
        domein=tekst.domein,
        hulpvraag=tekst.hulpvraag,
        onderwijsbehoeften=tekst.nodig,
        al_gedaan="Gesprekken met de mentor en afspraken in de klas.",
        resultaat="Dat hielp, maar niet genoeg.",
        terug_naar_klas="De docent neemt over wat werkt.",
        regievoerder=wie,
        start=start,
        evaluatie_op=evaluatie_op,
        eind=na_schooldagen(max(evaluatie_op, start), rng.randrange(5, 30), vrij),
        status=TrajectStatus.LOOPT if loopt else TrajectStatus.AFGESLOTEN,
        afloop="" if loopt else rng.choice((Afloop.GELUKT, Afloop.DEELS, Afloop.ANDERS)),
        afsluiting="" if loopt else "Het lukt nu in de klas, met de afspraken op de kaart.",
        afgesloten_op=None if loopt else klaar,
        afgesloten_door=None if loopt else wie,
        gemaakt_door=wie,
        gemaakt_op=moment(start, time(12, 0)),
    )


def _bulk_erbij(demo: Demoschool, trajecten: list[Traject], rng: Random) -> None:
    """A goal with two scores, the move between lines, and the access of the owner while it runs."""
    school = demo.school
    doelen = maak_veel(
        [
            Doel(
                school=school,
                traject=t,
                tekst=rng.choice(_DOELEN[t.domein]),
                klaar_op=t.eind or t.evaluatie_op,
            )
            for t in trajecten
        ],
        rng,
    )
    standen = []
    for doel in doelen:
        start, door = doel.traject.start, doel.traject.regievoerder
        for na, stand in ((1, -2), (rng.randrange(8, 20), rng.choice((-1, -1, 0)))):
            op = min(na_schooldagen(start, na, perioden(demo.op)), demo.op)
            standen.append(Doelstand(school=school, doel=doel, stand=stand, op=op, door=door))
    maak_veel(standen, rng)
    maak_veel(
        [
            Lijnovergang(
                school=school,
                leerling_id=t.leerling_id,
                traject=t,
                domein=t.domein,
                van_lijn=0,
                naar_lijn=t.lijn,
                al_gedaan=t.al_gedaan,
                resultaat=t.resultaat,
                op=t.start,
                door=t.regievoerder,
            )
            for t in trajecten
        ],
        rng,
    )
    maak_veel(
        [
            Toegangsverlening(
                school=school,
                user=t.regievoerder,
                leerling_id=t.leerling_id,
                reden="regievoerder van een traject",
                bron=f"traject:{t.pk}",
                van=t.start,
                tot=max(toegang_tot(t.eind, demo.op), demo.op + AFRONDEN + timedelta(days=1)),
                door=t.regievoerder,
            )
            for t in trajecten
            if t.status == TrajectStatus.LOOPT
        ],
        rng,
    )


_DOELEN = {
    "leer": (
        "Leest een tekst binnen de tijd",
        "Plant zijn week op maandag",
        "Maakt de kern van de opdracht af",
    ),
    "pers": ("Neemt een beurt in de klas", "Vraagt zelf om even rust", "Zit in de pauze bij een ander"),
    "loop": ("Kiest een profiel met uitleg waarom", "Is op dinsdag op tijd", "Belt zelf voor een stage"),
}
