"""The trajectories of the story, told through the services on their own days; in bulk for large schools."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import zip_longest
from random import Random

from django.db.models import Count, Q

from leerlingen.models import ExternePartner, Klas, Leerling, Toegangsverlening
from ondersteuning.models import (
    Aanbod,
    Afloop,
    Conclusie,
    Doel,
    Doelstand,
    Groepstraject,
    Lijnovergang,
    Sessie,
    Traject,
    TrajectStatus,
    Vervolg,
    VervolgSoort,
)
from ondersteuning.services.doelen import Doelgegevens, doel_toevoegen, stand_vastleggen
from ondersteuning.services.evaluaties import Besloten, Evaluatietekst, evaluatie_vastleggen
from ondersteuning.services.groepen import Groepgegevens, groep_maken, meting_vastleggen
from ondersteuning.services.regie import regie_vragen
from ondersteuning.services.sessies import Sessiegegevens, Verslag, sessie_vastleggen, sessies_plannen
from ondersteuning.services.traject import Trajectgegevens, traject_starten
from ondersteuning.trajectloop import AFRONDEN, toegang_tot
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.kalender import perioden, schooldag_terug, verhaaldag
from zorgapp.demo.school import Demoschool
from zorgapp.demo.trajectscenes import BULK, SCENES, Scene
from zorgapp.demo.verhaal import moment
from zorgapp.kern.schooljaar import na_schooldagen
from zorgapp.notifications.models import Herinnering, Status

AANDEEL = 0.12
AFGESLOTEN_AANDEEL = 0.08
BEZET = 0.75  # of the places of an offering that is not full
WAS_ER = {"kees_jan": "ja", "keesha": "ja", "dani": "afgemeld"}


@dataclass
class Verteller:
    """Tells the trajectories of one school; days count as in the scenes of the signals."""

    demo: Demoschool
    leerlingen: dict[str, Leerling]
    aanbod: dict[str, Aanbod]
    partners: dict[str, ExternePartner]

    def dag(self, terug: int) -> date:
        """School day `terug` before the demo day; a negative number lies ahead."""
        return verhaaldag(self.demo.op, terug)

    def groep(self) -> Groepstraject:
        """The training of Ruben, with a place for eight."""
        dag = self.dag(50)
        return groep_maken(
            door=self.demo.werkplek("ruben", dag),
            gegevens=Groepgegevens(
                naam="Faalangsttraining najaar",
                lijn=2,
                domein="pers",
                begeleider=self.demo.mensen["ruben"],
                start=dag,
                evaluatie_op=self.dag(-18),
                eind=self.dag(-22),
                aanbod=self.aanbod.get("faalangst"),
                plekken=8,
                meting="Spanning voor een toets",
                schaal_van=Decimal(0),
                schaal_tot=Decimal(10),
                hoger_is_beter=False,
            ),
        )

    def speel(self, scene: Scene, groep: Groepstraject) -> Traject:
        """Begin it on its day, then its goals, scores and evaluation."""
        dag = self.dag(scene.terug)
        leerling = self.leerlingen[scene.wie]
        vervolg = self._vervolg(leerling, scene) if scene.uit_vervolg else None
        door = self.demo.werkplek("angelica", dag)
        uit = traject_starten(
            door=door,
            leerling_id=leerling.pk,
            gegevens=self._gegevens(scene, dag, vervolg, groep),
            op=moment(dag, time(14, 10)),
            vervolg_id=vervolg.pk if vervolg else None,
            vervolg_versie=vervolg.versie if vervolg else 0,
        )
        if uit.traject is None:
            raise ValueError(f"geen plek voor {scene.titel}")
        self._doelen(scene, uit.traject)
        self._evaluatie(scene, uit.traject)
        return uit.traject

    def _vervolg(self, leerling: Leerling, scene: Scene) -> Vervolg | None:
        soort = VervolgSoort.DERDE_LIJN if scene.lijn == 3 else VervolgSoort.TWEEDE_LIJN
        rijen = Vervolg.objects.open().filter(signaal__leerling=leerling, signaal__domein=scene.domein)
        return rijen.filter(soort=soort).select_related("signaal", "besluit").first()

    def _gegevens(
        self, scene: Scene, dag: date, vervolg: Vervolg | None, groep: Groepstraject
    ) -> Trajectgegevens:
        evaluatie = self.dag(scene.evaluatie)
        if scene.eval:  # the first date was that of the evaluation that was held
            evaluatie = self.dag(scene.eval.terug)
        return Trajectgegevens(
            titel=scene.titel,
            lijn=scene.lijn,
            domein=scene.domein,
            hulpvraag=vervolg.signaal.wat_zie_je if vervolg else scene.hulpvraag,
            onderwijsbehoeften=scene.nodig,
            regievoerder=self.demo.mensen[scene.regie],
            start=dag,
            evaluatie_op=max(evaluatie, dag),
            eind=None if scene.eind is None else self.dag(scene.eind),
            terug_naar_klas=scene.terug_naar_klas,
            al_gedaan=vervolg.besluit.al_gedaan if vervolg else scene.al_gedaan,
            resultaat=vervolg.besluit.reden if vervolg else scene.resultaat,
            aanbod=self.aanbod.get(scene.aanbod),
            partner=self.partners.get(scene.partner),
            groep=groep if scene.in_groep else None,
        )

    def _doelen(self, scene: Scene, traject: Traject) -> None:
        for tekst, merkbaar, standen in scene.doelen:
            klaar = traject.eind or traject.evaluatie_op
            doel = doel_toevoegen(
                door=self.demo.werkplek(scene.regie, traject.start),
                traject_id=traject.pk,
                gegevens=Doelgegevens(tekst, klaar, merkbaar),
            )
            for terug, stand, toelichting in standen:
                dag = max(self.dag(terug), traject.start)
                stand_vastleggen(
                    door=self.demo.werkplek(scene.regie, dag),
                    doel_id=doel.pk,
                    stand=stand,
                    toelichting=toelichting,
                )

    def _evaluatie(self, scene: Scene, traject: Traject) -> None:
        if scene.eval is None:
            return
        dag = max(self.dag(scene.eval.terug), traject.start)
        evaluatie_vastleggen(
            door=self.demo.werkplek(scene.regie, dag),
            pk=traject.pk,
            versie=Traject.objects.get(pk=traject.pk).versie,
            tekst=Evaluatietekst(
                gehouden_op=dag,
                wat_werkte=scene.eval.wat_werkte,
                wat_niet=scene.eval.wat_niet,
                leerling_zegt=scene.eval.leerling,
                ouders_zeggen=scene.eval.ouders,
                leerling_aanwezig=True,
                ouders_aanwezig=bool(scene.eval.ouders),
                vervolg=scene.eval.afspraak,
            ),
            besloten=Besloten(Conclusie.DOORGAAN, self.dag(scene.evaluatie)),
            standen={},
            op=moment(dag, time(15, 40)),
        )

    def sessies(self, groep: Groepstraject, trajecten: dict[str, Traject]) -> None:
        """Past sessions of the group with who was there, one today, one next week; and a lesson of Ilse today."""
        mee = Traject.objects.filter(groep=groep).select_related("leerling").order_by("pk")
        sleutel = {leerling.pk: wie for wie, leerling in self.leerlingen.items()}
        deelnemers = {t.pk: WAS_ER[sleutel[t.leerling_id]] for t in mee if sleutel[t.leerling_id] in WAS_ER}
        for terug, onderwerp in ((25, "Wat gebeurt er in je lijf?"), (15, "Gedachten bij een toets")):
            [sessie] = self._plan("ruben", terug, time(13, 40), onderwerp, groep_id=groep.pk)
            self._leg_vast("ruben", sessie, terug, deelnemers)
        self._plan("ruben", 0, time(13, 40), "Oefenen met een beurt", groep_id=groep.pk)
        self._plan("ruben", -5, time(13, 40), "Een toets zonder klok", groep_id=groep.pk)
        if "finn" in trajecten:
            self._plan("ilse", 0, time(10, 30), "Lezen met de klok", traject_id=trajecten["finn"].pk)
        eerste = {t.pk: (Decimal(score), None) for t, score in zip(mee, (8, 6, 7), strict=False)}
        door = self.demo.werkplek("ruben", self.dag(20))
        versie = Groepstraject.objects.get(pk=groep.pk).versie
        meting_vastleggen(door=door, pk=groep.pk, versie=versie, scores=eerste)

    def _plan(self, wie: str, terug: int, tijd: time, onderwerp: str, **over: int) -> list[Sessie]:
        dag = self.dag(terug)
        begint = datetime.combine(dag, tijd, moment(dag, tijd).tzinfo)
        door = self.demo.werkplek(wie, min(dag, self.demo.op))
        gegevens = Sessiegegevens(begint, 50, "Lokaal 1.12", onderwerp)
        return sessies_plannen(door=door, gegevens=gegevens, **over)

    def _leg_vast(self, wie: str, sessie: Sessie, terug: int, aanwezig: dict[int, str]) -> None:
        sessie_vastleggen(
            door=self.demo.werkplek(wie, self.dag(terug)),
            pk=sessie.pk,
            versie=sessie.versie,
            verslag=Verslag(sessie.onderwerp, "Goed meegedaan. De oefening voor thuis is een beurt per dag."),
            aanwezig=aanwezig,
        )


def zet_trajecten(
    demo: Demoschool,
    leerlingen: dict[str, Leerling],
    aanbod: dict[str, Aanbod],
    partners: dict[str, ExternePartner],
) -> dict[str, Traject]:
    """Tell them all, the oldest first, after the signals; returns them by the key of the pupil (the one that began
    last), and with `_rt` what a partner outside the school carries out.

    Offerings and partners by the keys of their own parts of the demo; one that is missing is left out.
    """
    verteller = Verteller(demo, leerlingen, aanbod, partners)
    groep = verteller.groep()
    trajecten: dict[str, Traject] = {}
    for scene in sorted(SCENES, key=lambda s: -s.terug):
        traject = verteller.speel(scene, groep)
        trajecten[f"{scene.wie}_rt" if scene.partner else scene.wie] = traject
    verteller.sessies(groep, trajecten)
    jada = Traject.objects.get(pk=trajecten["jada"].pk)
    regie_vragen(
        door=demo.werkplek("karin", verteller.dag(1)),
        pk=jada.pk,
        versie=jada.versie,
        naar=demo.mensen["ilse"],
        reden="Ik ben na de kerstvakantie met verlof. Jij kent haar van de leesgroep.",
        op=moment(verteller.dag(1), time(16, 20)),
    )
    oud = Herinnering.objects.filter(school=demo.school, status=Status.GEPLAND)
    oud.filter(niet_voor__lt=moment(demo.op, time(0, 0))).update(status=Status.VERVALLEN)
    return trajecten


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
