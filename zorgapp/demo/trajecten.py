"""The trajectories of the story, told through the services on their own days."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from leerlingen.models import ExternePartner, Leerling
from ondersteuning.models import (
    Aanbod,
    Conclusie,
    Groepstraject,
    Sessie,
    Traject,
    Vervolg,
    VervolgSoort,
)
from ondersteuning.services.doelen import Doelgegevens, doel_toevoegen, stand_vastleggen
from ondersteuning.services.evaluaties import Besloten, Evaluatietekst, evaluatie_vastleggen
from ondersteuning.services.groepen import Groepgegevens, groep_maken, meting_vastleggen
from ondersteuning.services.regie import regie_vragen
from ondersteuning.services.sessies import Sessiegegevens, Verslag, sessie_vastleggen, sessies_plannen
from ondersteuning.services.trajectstart import Trajectgegevens, traject_starten
from zorgapp.demo.kalender import verhaaldag
from zorgapp.demo.school import Demoschool
from zorgapp.demo.trajectscenes import SCENES, Scene
from zorgapp.demo.verhaal import moment
from zorgapp.notifications.models import Herinnering, Status

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
