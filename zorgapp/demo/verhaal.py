"""The story of the demo, told through the real services on their own past dates.

Kees Jan Bakker (H3b): dyslexia, a facility card that is used unevenly, faalangsttraining with Ruben, remedial
teaching that moves from the Taleninstituut to the language teachers. Around him the signals of the pictures.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID, uuid5

from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.models import Signaal, Triagebesluit, Vervolg
from ondersteuning.services.signaal import Signaalgegevens, antwoord_gelezen, signaal_indienen
from ondersteuning.services.triage import Besluitgegevens, besluit_nemen
from ondersteuning.services.vervolg import vervolg_afsluiten
from ondersteuning.workflow import Besluit
from zorgapp.demo.kalender import verhaaldag
from zorgapp.demo.scenes import SCENES
from zorgapp.demo.scenevorm import Afloop, Oordeel, Scene
from zorgapp.demo.school import Demoschool
from zorgapp.notifications.models import Herinnering, Status

RUIMTE = UUID("6f3f2f0c-2a1e-4c6e-9d53-8b0f6a3d7c11")


def moment(dag: date, tijd: time) -> datetime:
    """An aware moment; never later than now on the present day, so that nothing lies in the future."""
    zelf = timezone.make_aware(datetime.combine(dag, tijd))
    return min(zelf, timezone.now()) if dag == timezone.localdate() else zelf


@dataclass
class Verteller:
    """Plays the scenes of one school in their order."""

    demo: Demoschool
    leerlingen: dict[str, Leerling]

    def dag(self, terug: int) -> date:
        """School day `terug` before the demo day; a negative number lies ahead."""
        return verhaaldag(self.demo.op, terug)

    def speel(self, nummer: int, scene: Scene) -> Signaal:
        """File the signal; then the decision, its result and the sender reading his answer, as far as told."""
        dag = self.dag(scene.terug)
        signaal = signaal_indienen(
            door=self.demo.werkplek(scene.door, dag),
            sleutel=uuid5(RUIMTE, str(nummer)),
            gegevens=Signaalgegevens(
                wat_zie_je=scene.wat,
                leerling=self.leerlingen[scene.wie],
                domein_indiener=scene.domein,
                geprobeerd=list(scene.geprobeerd),
                geprobeerd_tekst=scene.geprobeerd_tekst,
                nodig=scene.nodig,
                urgentie=scene.urgentie,
                ouders=scene.ouders,
            ),
            op=moment(dag, scene.tijd),
        )
        if scene.oordeel:
            vervolg = self.oordeel(signaal, scene, scene.oordeel)
            if vervolg and scene.oordeel.afloop:
                self.afloop(vervolg, scene.oordeel.afloop)
        return signaal

    def oordeel(self, signaal: Signaal, scene: Scene, oordeel: Oordeel) -> Vervolg | None:
        dag = self.dag(oordeel.terug)
        op = moment(dag, time(15, 20))
        besluit: Triagebesluit = besluit_nemen(
            door=self.demo.werkplek("angelica", dag),
            signaal_id=signaal.pk,
            versie=signaal.versie,
            gegevens=Besluitgegevens(
                besluit=oordeel.besluit,
                bericht=oordeel.bericht,
                domein=scene.domein,
                advies=oordeel.advies,
                wie_helpt=oordeel.wie_helpt,
                reden=oordeel.reden,
                al_gedaan=oordeel.al_gedaan,
                datum=None if oordeel.besluit == Besluit.AFSLUITEN else self.dag(oordeel.datum),
                eigenaar=self.demo.mensen[oordeel.eigenaar] if oordeel.eigenaar else None,
                ouders=scene.ouders or "ja",
            ),
            op=op,
        )
        if oordeel.gelezen:
            antwoord_gelezen(
                door=self.demo.werkplek(scene.door, dag), signaal=signaal, op=moment(dag, time(16, 45))
            )
        return Vervolg.objects.filter(besluit=besluit).first()

    def afloop(self, vervolg: Vervolg, afloop: Afloop) -> None:
        dag = self.dag(afloop.terug)
        vervolg_afsluiten(
            door=self.demo.werkplek("angelica", dag),
            pk=vervolg.pk,
            versie=vervolg.versie,
            resultaat=afloop.resultaat,
            op=moment(dag, time(16, 50)),
        )


def vertel(demo: Demoschool, leerlingen: dict[str, Leerling]) -> None:
    """Play all scenes, the oldest first, and lay aside the reminders of days that have passed."""
    verteller = Verteller(demo, leerlingen)
    for nummer, scene in enumerate(sorted(SCENES, key=lambda s: -s.terug)):
        verteller.speel(nummer, scene)
    Herinnering.objects.filter(
        school=demo.school, status=Status.GEPLAND, niet_voor__lt=moment(demo.op, time(0, 0))
    ).update(status=Status.VERVALLEN)
